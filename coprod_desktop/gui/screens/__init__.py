"""One module a screen. Screens do not know each other."""
