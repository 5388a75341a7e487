"""The whole way, in the real window, on a real encrypted ward."""
