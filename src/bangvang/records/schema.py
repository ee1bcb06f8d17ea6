"""JSON Schema of every kind, for completion and help in an editor such as VS Code."""

from typing import Any

from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue

from bangvang.records.kinds import Kind

DIALECT = "https://json-schema.org/draft/2020-12/schema"


class _YamlSchema(GenerateJsonSchema):
    """As an editor sees the YAML: an optional field may be left empty, labels explain each code."""

    def default_schema(self, schema: Any) -> JsonSchemaValue:
        described = super().default_schema(schema)
        if described.get("default") in (None, [], {}):
            described.pop("default", None)
        return described

    def enum_schema(self, schema: Any) -> JsonSchemaValue:
        described = super().enum_schema(schema)
        labels = [getattr(member, "label", str(member)) for member in schema["members"]]
        described["enumDescriptions"] = labels
        described["markdownEnumDescriptions"] = labels
        described["description"] = "; ".join(
            f"{code}: {label}" for code, label in zip(described.get("enum", ()), labels, strict=False)
        )
        return described


def json_schema(kind: Kind) -> dict[str, Any]:
    """The schema of one file of the kind: a mapping, or a list of entries."""
    model = kind.model.model_json_schema(by_alias=True, schema_generator=_YamlSchema, mode="validation")
    definitions = model.pop("$defs", {})
    head: dict[str, Any] = {"$schema": DIALECT, "title": f"Bảng Vàng: {kind.label}"}
    if kind.is_list:
        body: dict[str, Any] = {"type": "array", "items": model}
    else:
        body = {key: value for key, value in model.items() if key != "title"}
    return head | body | ({"$defs": definitions} if definitions else {})


def schema_file_name(kind: Kind) -> str:
    """The file that holds the schema of the kind."""
    return f"{kind.name}.schema.json"


def editor_settings(kinds: list[Kind], folder: str) -> dict[str, Any]:
    """Settings that tell VS Code's YAML extension which schema belongs to which files."""
    return {
        "yaml.schemas": {
            f"{folder}/{schema_file_name(kind)}": f"data/{kind.path}{'**/*.yml' if kind.is_folder else ''}"
            for kind in kinds
        },
        "yaml.format.enable": False,
        "files.encoding": "utf8",
        "files.eol": "\n",
    }
