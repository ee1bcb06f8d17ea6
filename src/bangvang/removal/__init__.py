"""Removal by right: somebody leaves the roll, and nothing stays but the fact that an entry was removed."""
