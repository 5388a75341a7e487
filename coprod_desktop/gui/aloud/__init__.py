"""Reading aloud what a screen says. Nothing here is loaded before somebody asks."""
