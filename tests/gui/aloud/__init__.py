"""Tests of reading aloud in the window; no noise is made."""
