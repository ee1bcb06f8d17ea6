"""Other generators, set to make the same site from the same records."""
