"""Faults and abuse that the program survives."""
