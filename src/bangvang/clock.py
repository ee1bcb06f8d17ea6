"""Which day it is: the one asked for, the one of SOURCE_DATE_EPOCH, or today in Việt Nam."""

from __future__ import annotations

import datetime
from collections.abc import Mapping

# Fixed, because not every machine has the tables of time zones; Việt Nam keeps no summer time.
HO_CHI_MINH = datetime.timezone(datetime.timedelta(hours=7), "Asia/Ho_Chi_Minh")


def today(environ: Mapping[str, str]) -> datetime.date:
    """The day on which a command runs, unless SOURCE_DATE_EPOCH settles it."""
    epoch = environ.get("SOURCE_DATE_EPOCH", "")
    if epoch.isascii() and epoch.isdigit() and len(epoch) <= 11:
        return datetime.datetime.fromtimestamp(int(epoch), HO_CHI_MINH).date()
    return datetime.datetime.now(HO_CHI_MINH).date()
