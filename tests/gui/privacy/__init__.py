"""Locking, handing over and covering: what is seen by whoever comes next."""
