"""The program in a window of its own, met from outside as assistive technology does."""
