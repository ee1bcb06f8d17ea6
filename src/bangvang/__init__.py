"""Bảng Vàng: a record library for honour rolls, campaigns and plans, and the site made from it."""

__version__ = "0.1.0"
