"""Where somebody with a paper in hand sees whether the roll knows it, and whether it still holds."""

from __future__ import annotations

from bangvang.assets import asset_names
from bangvang.pages.addresses import VERIFY
from bangvang.pages.decisions_index import decision_years
from bangvang.pages.page import Link, Page
from bangvang.pages.reading import Reading
from bangvang.registry import lists_indexed
from bangvang.vietnamese import short_date


def verify_page(reading: Reading) -> Page:
    """Two boxes, what the answers mean, and the decisions by year for whoever has no script to answer."""
    today = reading.day
    return Page(
        url=VERIFY,
        tab="",
        title="Tra cứu khen thưởng",
        description="Gõ số quyết định hoặc số vào sổ và họ tên để biết một khen thưởng có thật, còn hiệu lực không.",
        template="pages/verify.html",
        context={
            "assets": asset_names(),
            "today": short_date(today),
            "years": [(Link(year, f"quyet-dinh/nam/{year}/"), count) for year, count in reading.ask(decision_years)],
        },
        image="decision",
        indexed=lists_indexed(reading.site),
    )
