"""Bundled data, read and checked into values: forms, pictures, themes, hard words."""
