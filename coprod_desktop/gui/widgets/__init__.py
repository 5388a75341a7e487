"""What screens are built of. Widgets are given values and never know the workspace."""
