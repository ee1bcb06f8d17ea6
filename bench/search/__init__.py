"""How well and how cheaply the search finds."""
