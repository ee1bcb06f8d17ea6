"""The set as a whole: valid to those who read it, named by what it holds, the same bytes from the same records."""

from __future__ import annotations

import csv
import datetime
import json
from hashlib import sha256
from pathlib import Path

import frictionless
import pytest
from jsonschema import Draft202012Validator
from small_open_data import DAY, Make, Read

from bangvang.exports.open_data import Gathering, Kept, OpenData, open_data, open_data_groups
from bangvang.exports.open_data.gathering import Units
from bangvang.pages.answers import Answers
from bangvang.pages.changes import Change, Publication
from bangvang.records import OPEN_KINDS
from bangvang.records.honour_columns import HONOUR_COLUMNS
from bangvang.registry import Registry


def kept_in_memory() -> Kept:
    """What stays between two times."""
    known: dict[str, Units] = {}
    return Kept(load=lambda kind: known.get(kind, {}), save=known.__setitem__)


TABLES = ("honours", *(kind.name for kind in OPEN_KINDS))
LOG = (Publication(DAY, (Change("added", "campaign", "/phong-trao/thi-dua-ai-quoc/"),)),)


@pytest.mark.filterwarnings("ignore::DeprecationWarning")
def test_the_data_package_is_valid_with_all_its_tables(out: Path) -> None:
    """Types, codes, keys and references between tables, as Frictionless checks them."""
    report = frictionless.validate(str(out / "datapackage.json"))
    assert report.flatten(["name", "rowNumber", "fieldName", "note"]) == []
    assert {task.name for task in report.tasks} == set(TABLES)
    assert all(task.stats.get("rows") for task in report.tasks)


@pytest.mark.parametrize("table", TABLES)
def test_every_line_fits_its_schema(out: Path, table: str) -> None:
    """And the schema fits the language of schemas."""
    schema = json.loads((out / f"schema/{table}.schema.json").read_text("utf-8"))
    Draft202012Validator.check_schema(schema)
    validator = Draft202012Validator(schema)
    rows = (out / f"{table}.jsonl").read_text("utf-8").splitlines()
    assert rows
    assert [error.message for row in rows for error in validator.iter_errors(json.loads(row))] == []


def test_a_schema_refuses_what_the_data_never_hold(out: Path) -> None:
    """An unknown field, a missing id."""
    validator = Draft202012Validator(json.loads((out / "schema/campaign.schema.json").read_text("utf-8")))
    row = json.loads((out / "campaign.jsonl").read_text("utf-8").splitlines()[0])
    assert not validator.is_valid(row | {"la": 1})
    assert not validator.is_valid({key: value for key, value in row.items() if key != "record_id"})


@pytest.mark.parametrize("table", TABLES)
def test_a_table_says_the_same_in_all_its_forms(out: Path, table: str) -> None:
    """As many rows, under the same ids."""
    lines = [json.loads(line) for line in (out / f"{table}.jsonl").read_text("utf-8").splitlines()]
    with (out / f"{table}.csv").open(encoding="utf-8", newline="") as stream:
        rows = list(csv.reader(stream))[1:]
    key = "honour_id" if table == "honours" else "record_id"
    assert [row[0] for row in rows] == [line[key] for line in lines]


def test_a_records_own_file_is_its_line(made: OpenData) -> None:
    """Byte for byte."""
    own = made.files["campaign/thi-dua-ai-quoc.json"]
    assert own in made.files["campaign.jsonl"]


def test_the_index_names_every_file_by_size_and_hash(made: OpenData) -> None:
    """Those of many records directly, the others by the index of their kind."""
    index = json.loads(made.files["index.json"])
    told = {entry["path"]: entry for entry in index["files"]}
    for kind in index["records"]:
        for entry in json.loads(made.files[kind["index"]])["records"]:
            told[f"{kind['kind']}/{entry['id']}.json"] = entry
    copies = {entry["immutable"] for entry in told.values() if "immutable" in entry}
    rest = {path for path in made.files if path not in told and path not in copies}
    assert all(path.endswith("index.json") for path in rest)
    for path, entry in told.items():
        data = made.files[path]
        assert (entry["bytes"], entry["sha256"]) == (len(data), sha256(data).hexdigest())
        if "immutable" in entry:
            assert entry["sha256"][:16] in entry["immutable"]
            assert made.files[entry["immutable"]] == data


def test_the_index_says_when_a_table_last_changed(make: Make) -> None:
    """By the publications."""
    campaign = "name: Thi đua\ntype: annual\nlevel: commune\nillustrative: true\n"
    index = json.loads(make({"campaigns/thi-dua-ai-quoc.yml": campaign}, LOG).files["index.json"])
    days = {entry["path"]: entry.get("updated") for entry in index["files"]}
    assert days["campaign.csv"] == DAY.isoformat()
    assert days["place.csv"] is None


def test_the_same_records_give_the_same_bytes(shipped: Registry, made: OpenData) -> None:
    """Whether or not they were made before."""
    kept = kept_in_memory()
    first = open_data(Answers(shipped), (), kept)
    again = open_data(Answers(shipped), (), kept)
    assert first.files == again.files == made.files


def test_the_dictionary_tells_every_column_in_two_languages(made: OpenData) -> None:
    """With its table, its type and what it means."""
    rows = list(csv.DictReader(made.files["tu-dien.csv"].decode().splitlines()))
    told = {(row["table"], row["column"]): row for row in rows}
    for table in TABLES:
        head = made.files[f"{table}.csv"].decode().partition("\r\n")[0].split(",")
        for key in head:
            row = told.pop((table, key))
            assert row["title"], (table, key)
            assert row["title_en"], (table, key)
    assert "dấu '" in told.pop(("*", "*"))["help"]
    assert told == {}


def test_what_may_be_told_of_changes_is_asked_again_each_day(read: Read) -> None:
    """A record can come out of its embargo without any file having changed."""
    first, next_day = (
        {group.name: group.key for group in open_data_groups(Gathering(Answers(read({}, day)), Kept(), "e"), (), "w")}
        for day in (DAY, DAY + datetime.timedelta(days=1))
    )
    assert first["changes"] != next_day["changes"]
    assert first["fixed"] == next_day["fixed"]


def test_the_catalogue_leads_to_every_form_of_every_table(made: OpenData) -> None:
    """In the words of DCAT, under the site's address, with the licence."""
    told = json.loads(made.files["catalog.jsonld"])
    assert told["@context"]["dcat"] == "http://www.w3.org/ns/dcat#"
    urls = [form["dcat:downloadURL"]["@id"] for data in told["dcat:dataset"] for form in data["dcat:distribution"]]
    base = "https://bangvang.example/du-lieu/v1/"
    assert {url.removeprefix(base) for url in urls} == {
        f"{table}{end}" for table in TABLES for end in (".csv", ".jsonl", "-excel.csv")
    }
    assert all("dct:license" in data for data in told["dcat:dataset"])


def test_an_honour_is_told_with_all_its_names(made: OpenData) -> None:
    """Whoever reads the one table needs no other."""
    rows = [json.loads(line) for line in made.files["honours.jsonl"].decode().splitlines()]
    row = next(one for one in rows if one["honouree"] == "chi-hoi-phu-nu-thon-mau-ba")
    assert row["place_name"] == "Thôn Mẫu Ba"
    assert row["province_name"] == "Tỉnh Mẫu"
    assert row["field_names"]
    assert row["award_level"] == "commune"
    assert row["authority_name"] == "Ủy ban nhân dân xã Mẫu"
    assert row["campaign_name"]
    assert row["illustrative"] is True
    assert row["url"].endswith(f"/guong/{row['honour_id']}".replace("#", "/#"))
    assert set(row) <= {column.key for column in HONOUR_COLUMNS}


def test_no_records_make_empty_tables(make: Make) -> None:
    """Each with its titles; the whole stays valid."""
    files = make({"vocabulary/agencies.yml": "[]\n"}).files
    assert files["honours.jsonl"] == b""
    assert files["campaign.csv"].startswith(b"record_id,")
    assert json.loads(files["index.json"])["updated"] is None


def test_what_is_kept_is_made_anew_where_something_has_changed(make: Make) -> None:
    """Whatever changes, what was kept never shows: the files are those of a first time."""
    kept = kept_in_memory()
    team = "kind: collective\nname: Tổ Một\nillustrative: true\n"
    person = "kind: individual\nname: Lò Thị Xưa\nliving: no\nillustrative: true\n"
    practice = "name: Cách hay\nkind: method\nway: Của bà Lò Thị Xưa.\nhonourees: [c2d3f4]\nillustrative: true\n"
    steps: list[dict[str, str | None]] = [
        {"honourees/to-mot.yml": team, "honourees/c2d3f4.yml": person, "practices/hay.yml": practice},
        {"honourees/c2d3f4.yml": person.replace("no", "yes")},
        {"honourees/to-mot.yml": team + "place: xa-thu\n", "vocabulary/places.yml": _place("Xã Thử")},
        {"vocabulary/places.yml": _place("Xã Thử Mới")},
        {"honourees/c2d3f4.yml": person, "practices/hay.yml": practice + "since: 2020\n"},
        {"honourees/to-mot.yml": None},
    ]
    for step in steps:
        assert make(step, kept=kept).files == make({}).files
    assert make({}, kept=kept, day=datetime.date(2027, 1, 1)).files == make({}, day=datetime.date(2027, 1, 1)).files


def test_a_name_held_back_by_now_is_taken_out_of_what_others_are_called(make: Make) -> None:
    """Of a practice whose campaign bears it, too, though neither record has changed."""
    person = "kind: individual\nname: Lò Thị Xưa\nliving: no\nillustrative: true\n"
    campaign = "name: Noi gương bà Lò Thị Xưa\ntype: regular\nlevel: commune\nillustrative: true\n"
    practice = "name: Cách hay\nkind: method\nway: Làm.\ncampaign: noi-guong\nillustrative: true\n"
    kept = kept_in_memory()
    records = {"honourees/c2d3f4.yml": person, "campaigns/noi-guong.yml": campaign, "practices/hay.yml": practice}
    assert "Noi gương bà Lò Thị Xưa" in make(records, kept=kept).files["practice.csv"].decode()
    living = make({"honourees/c2d3f4.yml": person.replace("no", "yes")}, kept=kept).files
    assert living == make({}).files
    assert "Lò Thị Xưa" not in living["practice.csv"].decode()


def _place(name: str) -> str:
    return f"- {{id: xa-thu, name: {name}, type: commune}}\n"
