"""The places of the 34 provinces on the tile map."""

from datetime import date
from pathlib import Path

from bangvang.loading import load_project
from bangvang.pages.provinces import ARCHIPELAGOS, COLUMNS, PROVINCES, ROWS
from bangvang.records import Place, PlaceType
from bangvang.registry import build_registry

ROOT = Path(__file__).parents[2]


def test_there_are_34_provinces_each_once():
    """Since 1/7/2025."""
    assert len({province.name for province in PROVINCES}) == len(PROVINCES) == 34
    ids = [id for province in PROVINCES for id in province.ids]
    assert len(ids) == len(set(ids))


def test_no_two_tiles_share_a_place():
    """On land or at sea."""
    tiles = [(tile.column, tile.row) for tile in (*PROVINCES, *ARCHIPELAGOS)]
    assert len(set(tiles)) == len(tiles) == 36
    assert all(0 <= column < COLUMNS and 0 <= row < ROWS for column, row in tiles)


def test_the_archipelagos_lie_east_of_all_land():
    """Hoàng Sa beside Đà Nẵng, Trường Sa further south."""
    hoang_sa, truong_sa = ARCHIPELAGOS
    assert {zone.column for zone in ARCHIPELAGOS} == {COLUMNS - 1}
    assert max(province.column for province in PROVINCES) < COLUMNS - 1
    assert (hoang_sa.province, truong_sa.province) == ("Đà Nẵng", "Khánh Hòa")
    assert hoang_sa.row < truong_sa.row


def test_neighbours_lie_the_right_way():
    """North above south, west before east."""
    at = {province.name: province for province in PROVINCES}
    southward = (
        "Hà Nội",
        "Ninh Bình",
        "Thanh Hóa",
        "Nghệ An",
        "Quảng Trị",
        "Đà Nẵng",
        "Quảng Ngãi",
        "Gia Lai",
        "Khánh Hòa",
        "Lâm Đồng",
        "Hồ Chí Minh",
        "Vĩnh Long",
        "Cà Mau",
    )
    rows = [at[name].row for name in southward]
    assert rows == sorted(set(rows))
    for west, east in (
        ("Điện Biên", "Sơn La"),
        ("Hà Nội", "Bắc Ninh"),
        ("Đắk Lắk", "Khánh Hòa"),
        ("Tây Ninh", "Đồng Nai"),
        ("An Giang", "Đồng Tháp"),
    ):
        assert at[west].column < at[east].column
        assert at[west].row == at[east].row


def test_every_id_is_a_place_of_the_vocabulary_and_none_is_missing():
    """The map and the vocabulary name the same provinces, by their present ids first."""
    registry = build_registry(load_project(ROOT), date(2026, 11, 21))
    places = dict(registry.all(Place))
    present = {
        id
        for id, place in places.items()
        if place.type in (PlaceType.PROVINCE, PlaceType.CITY) and place.to is None and not place.illustrative
    }
    assert {province.ids[0] for province in PROVINCES} == present
    for province in PROVINCES:
        assert places[province.ids[0]].name.endswith(province.name)
        assert all(id in places for id in province.ids)
    for zone in ARCHIPELAGOS:
        owner = next(province for province in PROVINCES if province.name == zone.province)
        assert places[zone.id].parent == owner.ids[0]
        assert zone.id in owner.ids
