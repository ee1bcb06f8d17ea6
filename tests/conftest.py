"""What every test shares: Hypothesis without deadlines, and the same examples every time in CI."""

import os

from hypothesis import settings

settings.register_profile("bangvang", deadline=None, derandomize="CI" in os.environ)
settings.load_profile("bangvang")
