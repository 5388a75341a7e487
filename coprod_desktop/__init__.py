"""Coprod Desktop: writing a plan together, and knowing whose words are whose."""

__version__ = "0.1.0"
