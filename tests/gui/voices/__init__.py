"""Signing in, and who opens the ward."""
