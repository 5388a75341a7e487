"""Tests of bundled data and of what reads it."""
