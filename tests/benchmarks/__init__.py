"""Speed and size, measured as ratios or against a limit. `dev.py bench` runs them."""
