"""Other searches over the same entries."""
