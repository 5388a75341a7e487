"""The encrypted file: what people wrote, kept. Values go in and come out, never rows.

A folder is read with :mod:`~coprod_desktop.store.keyring`, which loads no database, and
opened with :mod:`~coprod_desktop.store.vault`. Decisions 004, 005 and 009.
"""
