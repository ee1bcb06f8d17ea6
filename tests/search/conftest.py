"""Makes the invented entries importable for all tests of the search."""

import sys
from pathlib import Path

sys.path.append(str(Path(__file__).parent))
