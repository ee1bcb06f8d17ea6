"""The level of government or organisation that something belongs to."""

from bangvang.records.base import Labelled


class Level(Labelled):
    """From the whole country down to one unit."""

    NATIONAL = "national", "Trung ương"
    MINISTRY = "ministry", "Bộ, ban, ngành, đoàn thể trung ương"
    PROVINCE = "province", "Cấp tỉnh"
    DISTRICT = "district", "Cấp huyện (đến 30/6/2025)"
    COMMUNE = "commune", "Cấp xã"
    UNIT = "unit", "Cơ quan, đơn vị"
