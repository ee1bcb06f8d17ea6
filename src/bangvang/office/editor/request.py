"""What a browser asks for: path, query, the fields of a form, files."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from email.message import Message
from email.parser import BytesParser
from email.policy import HTTP
from urllib.parse import parse_qsl, unquote, urlsplit

MOST_BYTES = 64 * 1024 * 1024
"""Of one request; the largest photos and workbooks are well below it."""
_MOST_FIELDS = 200_000


class BadRequest(Exception):
    """A request that no page of the editor makes; the message is finished."""


@dataclass(frozen=True, slots=True)
class Fields:
    """Names and values in the order in which they were sent."""

    pairs: tuple[tuple[str, str], ...] = ()

    def get(self, name: str, otherwise: str = "") -> str:
        """The first value of a name, without the spaces around it."""
        return next((value.strip() for key, value in self.pairs if key == name), otherwise)

    def all(self, name: str) -> tuple[str, ...]:
        """Every value of a name."""
        return tuple(value for key, value in self.pairs if key == name)

    def __contains__(self, name: object) -> bool:
        return any(key == name for key, _ in self.pairs)

    def __iter__(self) -> Iterator[tuple[str, str]]:
        return iter(self.pairs)


@dataclass(frozen=True, slots=True)
class Upload:
    """A file as the browser sent it; its name only tells what to call it."""

    name: str
    data: bytes


@dataclass(frozen=True, slots=True)
class Request:
    """One request that was let in."""

    method: str
    path: str
    query: Fields = Fields()
    form: Fields = Fields()
    files: Mapping[str, Upload] = field(default_factory=dict)


def read_request(method: str, target: str, content_type: str, body: bytes) -> Request:
    """The request that method, target and body make; raises BadRequest."""
    parts = urlsplit(target)
    path, query = unquote(parts.path), Fields(tuple(parse_qsl(parts.query, keep_blank_values=True)))
    if method != "POST":
        return Request(method, path, query)
    if content_type.startswith("application/x-www-form-urlencoded"):
        return Request(method, path, query, _typed(body))
    if content_type.startswith("multipart/form-data"):
        form, files = _parts(content_type, body)
        return Request(method, path, query, form, files)
    raise BadRequest("Trình duyệt gửi biểu mẫu theo một cách lạ.")


def _typed(body: bytes) -> Fields:
    try:
        pairs = parse_qsl(body.decode("ascii"), keep_blank_values=True, max_num_fields=_MOST_FIELDS, errors="strict")
    except ValueError as error:
        raise BadRequest("Không đọc được biểu mẫu do trình duyệt gửi.") from error
    return Fields(tuple((name, _line_ends(value)) for name, value in pairs))


def _parts(content_type: str, body: bytes) -> tuple[Fields, dict[str, Upload]]:
    """The fields and files of a form that carries files."""
    message = BytesParser(policy=HTTP).parsebytes(
        b"Content-Type: " + content_type.encode("latin-1") + b"\r\n\r\n" + body
    )
    if not message.is_multipart():
        raise BadRequest("Không đọc được biểu mẫu do trình duyệt gửi.")
    pairs: list[tuple[str, str]] = []
    files: dict[str, Upload] = {}
    for part in _inner(message.iter_parts()):
        name = part.get_param("name", header="content-disposition")
        data = part.get_payload(decode=True)
        if not isinstance(name, str) or not isinstance(data, bytes):
            continue
        filename = part.get_filename()
        if filename is None:
            pairs.append((name, _line_ends(data.decode("utf-8", "replace"))))
        elif filename or data:
            files[name] = Upload(filename.replace("\\", "/").rpartition("/")[2], data)
    return Fields(tuple(pairs)), files


def _inner(parts: Iterable[Message]) -> Iterator[Message]:
    return (part for part in parts if not part.is_multipart())


def _line_ends(value: str) -> str:
    """Browsers end the lines of a text as Windows does."""
    return value.replace("\r\n", "\n").replace("\r", "\n")
