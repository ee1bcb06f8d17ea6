"""The bench stands beside the package, not in it: its tests find it from the checkout's root."""

import sys
from pathlib import Path

sys.path.append(str(Path(__file__).parents[2]))
