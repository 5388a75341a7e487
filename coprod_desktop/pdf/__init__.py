"""Paper: from meaning to tagged pages, and back from pages to meaning.

``compose`` turns a document into blocks and ``render`` blocks into a PDF; ``reading``
reads such a PDF and ``compare`` says what in it is not the store's (decision 007).
"""
