"""One switch: a frame goes over what can be pressed, and the switch presses it."""
