"""Keys and sealed bytes. Knows nothing of wards, people or words. Decision 009.

The libraries below are imported where they are used: together they take longer to load
than the window, and the window shows first.
"""
