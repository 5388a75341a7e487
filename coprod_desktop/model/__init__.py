"""Values and rules: no files, no clock, no chance, no windows."""
