"""Showing the program to people: the journey in pictures, and every screen at once."""
