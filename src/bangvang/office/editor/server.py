"""The editor's own small web server: one machine, one clerk, one request at a time."""

from __future__ import annotations

import sys
import threading
import traceback
from collections.abc import Callable
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

from bangvang.office.editor.door import ENTRANCE, Door
from bangvang.office.editor.request import MOST_BYTES, BadRequest, Request, read_request
from bangvang.office.editor.response import Response, html, see

Answer = Callable[[Request], Response]
Apology = Callable[[HTTPStatus, str], str]
_SLOWEST = 30.0


class EditorServer(ThreadingHTTPServer):
    """Answers browsers of this machine at a free port."""

    daemon_threads = True

    def __init__(self, answer: Answer, apology: Apology) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.door = Door(self.server_address[1])
        self.answer = answer
        self.apology = apology
        self.turn = threading.Lock()

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A browser that went on to another page is no error."""
        if not isinstance(sys.exc_info()[1], ConnectionError | TimeoutError):
            super().handle_error(request, client_address)


class _Handler(BaseHTTPRequestHandler):
    server: EditorServer
    timeout = _SLOWEST
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        self._reply(self._response())

    def do_POST(self) -> None:
        self._reply(self._response())

    def log_message(self, format: str, *arguments: Any) -> None:
        """Silent: the terminal is the clerk's."""

    def _response(self) -> Response:
        door = self.server.door
        entering = self.command == "GET" and self.path.startswith(f"{ENTRANCE}?")
        refused = door.refusal(self.command, dict(self.headers), entering=entering)
        if refused:
            self.close_connection = True
            return self._sorry(HTTPStatus.FORBIDDEN, refused)
        try:
            request = self._request()
            if entering:
                return self._welcome(request)
            with self.server.turn:
                return self.server.answer(request)
        except BadRequest as error:
            self.close_connection = True
            return self._sorry(HTTPStatus.BAD_REQUEST, str(error))
        except Exception:
            traceback.print_exc()
            return self._sorry(
                HTTPStatus.INTERNAL_SERVER_ERROR,
                "Trình soạn gặp lỗi của chính nó; hồ sơ trên máy vẫn nguyên. Hãy quay lại và thử lần nữa; "
                "nếu vẫn lỗi, gửi cho người phụ trách kỹ thuật những dòng vừa in ở cửa sổ lệnh.",
            )

    def _request(self) -> Request:
        length = self.headers.get("Content-Length", "0")
        if not length.isdigit():
            raise BadRequest("Trình duyệt gửi một yêu cầu không có độ dài.")
        if int(length) > MOST_BYTES:
            raise BadRequest(f"Tệp quá lớn: trình soạn chỉ nhận tới {MOST_BYTES // 1024 // 1024} MB.")
        body = self.rfile.read(int(length))
        return read_request(self.command, self.path, self.headers.get("Content-Type", ""), body)

    def _welcome(self, request: Request) -> Response:
        door = self.server.door
        if not door.opens_for(request.query.get("khoa")):
            return self._sorry(HTTPStatus.FORBIDDEN, "Địa chỉ này đã cũ. Hãy chạy lại bangvang edit.")
        went = see("/")
        return Response(went.status, headers={**went.headers, "Set-Cookie": door.cookie()})

    def _sorry(self, status: HTTPStatus, message: str) -> Response:
        return html(self.server.apology(status, message), status)

    def _reply(self, response: Response) -> None:
        self.send_response(response.status)
        for name, value in response.all_headers().items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(response.body)
