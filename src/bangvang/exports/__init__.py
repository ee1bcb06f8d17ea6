"""Exports: the records in forms that other programs read."""

from bangvang.exports.records import ExportSummary, export_records

__all__ = ["ExportSummary", "export_records"]
