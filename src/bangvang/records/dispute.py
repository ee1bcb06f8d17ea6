"""A fact on which sources disagree, with what each claims."""

from pydantic import Field

from bangvang.records.base import Part
from bangvang.records.record import Source
from bangvang.records.scalars import Line


class Claim(Part):
    """One answer to the disputed question, and who gives it."""

    text: Line = Field(title="Ý kiến", description="Điều nguồn này nói.")
    sources: tuple[Source, ...] = Field((), title="Nguồn", description="Nguồn của ý kiến này.")


class Dispute(Part):
    """The question and the claims; the site shows them all and takes no side."""

    what: Line = Field(title="Điều chưa thống nhất", description="Ví dụ: năm sinh, địa điểm.")
    claims: tuple[Claim, ...] = Field(min_length=2, title="Các ý kiến", description="Từ hai ý kiến trở lên.")
