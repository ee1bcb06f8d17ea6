"""Exports: the records in forms that other programs read."""
