"""One switch: what is framed, and what it presses."""
