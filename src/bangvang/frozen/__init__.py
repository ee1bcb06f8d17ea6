"""Frozen campaigns: what their records and pages said on the day they were closed, and whether they still do."""
