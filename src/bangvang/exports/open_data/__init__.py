"""The open data: every record that may leave in bulk, in forms that programs, spreadsheets and catalogues read."""

from bangvang.exports.open_data.files import LASTING, OpenData, open_data
from bangvang.exports.open_data.gathering import Kept

__all__ = ["LASTING", "Kept", "OpenData", "open_data"]
