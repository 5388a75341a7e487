"""The window: widgets, screens and the way between them."""
