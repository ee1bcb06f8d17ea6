"""The two forms of a deposit: one for everybody, one that only those may open who may know all names."""

from __future__ import annotations

from bangvang.records import Labelled


class Form(Labelled):
    """Who a deposit is for."""

    PUBLIC = "cong-khai", "bản công khai"
    FULL = "day-du", "bản đầy đủ, hạn chế sử dụng"
