"""How the schema came to be, step by step. A published step never changes."""

VERSIONS = ("0001", "0002", "0003")
"""Every schema there has been, oldest first: modules ``versions/v<number>``."""
