"""Spelling help: what a dictionary knows, and words like one. Keeps no file."""
