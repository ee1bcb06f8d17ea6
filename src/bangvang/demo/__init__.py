"""A demonstration of any size: an invented province with its people, decisions, campaigns and plans."""

from bangvang.demo.project import DemoError, DemoSummary, demo_files, write_demo

__all__ = ["DemoError", "DemoSummary", "demo_files", "write_demo"]
