"""Tests of catalogues, dates and translations."""
