"""Pages to the browsers of this machine, and word to them whenever the pages have changed.

It listens on the loopback address alone, answers only to its own name (or a page elsewhere could have the
browser read what is confidential), and knows pages by their exact addresses: no file is ever looked up.
"""

from __future__ import annotations

import errno
import sys
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Condition, Event, Thread
from urllib.parse import urlsplit

from stratgen.errors import Fault, PlaceError
from stratgen.previewing import (
    EVENTS,
    LIVE_SCRIPT,
    LIVE_STYLE,
    SCRIPT,
    STYLE,
    Shown,
    Subject,
    refuse_missing,
    shown,
    stamp,
)

HOST = "127.0.0.1"
PORT = 8642
"""Where a preview is found unless another port is named or this one is taken."""
BEAT = 10.0
"""After so many seconds without news a browser is told that we are still here."""

LOOK = 0.3
"""So many seconds lie between two looks at the files."""
SETTLE = 0.1
"""A file that has changed has to stay the same for so many seconds, since a save takes time."""

_POLICY = (
    "default-src 'none'; style-src 'self' 'unsafe-inline'; script-src 'self'; connect-src 'self'; img-src data:; "
    "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)
_FIXED = {
    STYLE: ("text/css; charset=utf-8", LIVE_STYLE.encode()),
    SCRIPT: ("text/javascript; charset=utf-8", LIVE_SCRIPT.encode()),
}


class Desk:
    """What is shown at the moment; whoever waits here is told of the next."""

    def __init__(self, shown: Shown) -> None:
        self.shown = shown
        self._news = Condition()

    def put(self, shown: Shown) -> None:
        """Show something else."""
        with self._news:
            self.shown = shown
            self._news.notify_all()

    def wait(self, mark: str, seconds: float) -> str:
        """Return the mark of what is shown as soon as it is another than `mark`, or after some seconds."""
        with self._news:
            self._news.wait_for(lambda: self.shown.mark != mark, seconds)
            return self.shown.mark


class _Handler(BaseHTTPRequestHandler):
    """Answers one browser."""

    protocol_version = "HTTP/1.1"
    server_version = "stratgen"
    sys_version = ""
    timeout = 60
    server: _Server

    def do_GET(self) -> None:
        """Answer a request: a page, the style or script of the preview, or its news."""
        if self.headers.get("Host", "") not in self.server.names:
            self._answer(421, "text/plain; charset=utf-8", b"This preview answers only to its own address.\n")
            return
        path = urlsplit(self.path).path
        if path == EVENTS:
            self._news()
        elif path in _FIXED:
            self._answer(200, *_FIXED[path])
        elif (page := self.server.desk.shown.pages.get(path)) is not None:
            self._answer(200, "text/html; charset=utf-8", page)
        else:
            self._answer(
                404, "text/plain; charset=utf-8", b"There is no such page. The documents are listed at /.\n"
            )

    def _refuse(self) -> None:
        self.close_connection = True
        self._answer(405, "text/plain; charset=utf-8", b"A preview is only for reading.\n", {"Allow": "GET"})

    do_HEAD = do_POST = do_PUT = do_PATCH = do_DELETE = do_OPTIONS = do_TRACE = do_CONNECT = _refuse  # noqa: N815

    def _answer(self, code: int, kind: str, body: bytes, more: dict[str, str] | None = None) -> None:
        self._head(code, kind, {"Content-Length": str(len(body)), **(more or {})})
        if self.command != "HEAD":
            self.wfile.write(body)

    def _head(self, code: int, kind: str, more: dict[str, str]) -> None:
        self.send_response_only(code)
        headers = {
            "Content-Type": kind, "Cache-Control": "no-store", "Content-Security-Policy": _POLICY,
            "X-Content-Type-Options": "nosniff", "Referrer-Policy": "no-referrer",
            "Cross-Origin-Resource-Policy": "same-origin", "Cross-Origin-Opener-Policy": "same-origin", **more,
        }  # fmt: skip
        for name, value in headers.items():
            self.send_header(name, value)
        self.end_headers()

    def _news(self) -> None:
        """Tell the browser the mark of what is shown, now and at every change, until it goes."""
        self.close_connection = True
        self._head(200, "text/event-stream", {"Connection": "close"})
        mark = ""
        while True:
            now = self.server.desk.wait(mark, BEAT)
            self.wfile.write(b": still here\n\n" if now == mark else f"data: {now}\n\n".encode())
            self.wfile.flush()
            mark = now

    def log_message(self, *_: object) -> None:
        """Keep the terminal for what the user has to know."""


class _Server(ThreadingHTTPServer):
    """Listens on the loopback address."""

    daemon_threads = True
    allow_reuse_address = True

    def __init__(self, port: int, desk: Desk) -> None:
        super().__init__((HOST, port), _Handler)
        self.desk = desk
        self.names = {f"{name}:{self.server_port}" for name in (HOST, "localhost")}

    def handle_error(self, request: object, client_address: object) -> None:
        """Let a browser that has gone be gone; anything else is a fault of ours and is shown."""
        if not isinstance(sys.exception(), OSError):
            super().handle_error(request, client_address)  # type: ignore[arg-type]


def listen(desk: Desk, port: int | None) -> tuple[str, Callable[[], None]]:
    """Serve what lies on a desk; return its address and what stops it.

    Without a port it is the usual one, or any that is free. Raises PlaceError where a named port is taken.
    """
    server = _bound(desk, port)
    Thread(target=server.serve_forever, name="preview", daemon=True).start()

    def stop() -> None:
        server.shutdown()
        server.server_close()

    return f"http://{HOST}:{server.server_port}/", stop


def _bound(desk: Desk, port: int | None) -> _Server:
    try:
        return _Server(PORT if port is None else port, desk)
    except OSError as error:
        if port is None and error.errno == errno.EADDRINUSE:
            return _Server(0, desk)
        reason = (error.strerror or type(error).__name__).lower()
        raise PlaceError(
            [Fault(f"port {port}", 0, "", f"cannot be used ({reason}).", "Name another with --port.")]
        ) from None
    except OverflowError:
        raise PlaceError([Fault(f"port {port}", 0, "", "is no port.", "Name one from 1 to 65535.")]) from None


def serve(
    subject: Subject, port: int | None, opened: Callable[[str], None], tell: Callable[[str], None]
) -> None:
    """Serve a preview until the user interrupts it; `opened` gets its address, `tell` its state in words
    at first and after every save.

    Raises StratgenError if what was named is not there, or the port is taken.
    """
    refuse_missing(subject)
    state = stamp(subject)
    desk = Desk(shown(subject, state))
    address, stop = listen(desk, port)
    pause = Event()
    try:
        opened(address)
        tell(desk.shown.words)
        while not pause.wait(LOOK):
            if (now := stamp(subject)) == state:
                continue
            while now != state:
                state = now
                pause.wait(SETTLE)
                now = stamp(subject)
            desk.put(shown(subject, state))
            tell(desk.shown.words)
    finally:
        stop()
