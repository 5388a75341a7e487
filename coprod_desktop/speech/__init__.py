"""Reading aloud: words as sound, and when each is heard. No window, no file."""
