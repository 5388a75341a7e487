"""One module a step. It builds with its own words, never with those of ``schema``."""
