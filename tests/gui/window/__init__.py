"""The window as a whole: setting up, the door, who is here, locking, the journey."""
