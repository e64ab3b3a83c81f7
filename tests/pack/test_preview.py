"""The preview as a browser meets it: real sockets, real saves, and nobody else's pages."""

from __future__ import annotations

import http.client
import re
import select
import shutil
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from stratgen.pack import DOCUMENTS
from stratgen.previewing import Subject, stamp
from tests.command import MINIMAL, ROOT, stratgen, surroundings
from tests.html.reading import one, read

PATIENCE = 60.0
"""So many seconds a browser would wait at most; nothing here takes them unless it is broken."""


@dataclass
class Preview:
    """A preview that runs in a process of its own, over a workspace of the test's own."""

    process: subprocess.Popen[str]
    port: int
    answers: Path
    templates: Path

    def ask(self, path: str, method: str = "GET", **headers: str) -> tuple[int, bytes, dict[str, str]]:
        """Return what is answered: code, body and headers."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE)
        connection.request(method, path, headers=headers)
        answer = connection.getresponse()
        body = answer.read()
        connection.close()
        return answer.status, body, {name.lower(): value for name, value in answer.getheaders()}

    def news(self) -> Iterator[str]:
        """Yield each mark of what is shown, the present one first."""
        with socket.create_connection(("127.0.0.1", self.port), timeout=PATIENCE) as wire:
            wire.sendall(f"GET /-/events HTTP/1.1\r\nHost: 127.0.0.1:{self.port}\r\n\r\n".encode())
            for line in wire.makefile("r", encoding="utf-8"):
                if line.startswith("data: "):
                    yield line[6:].strip()


@pytest.fixture
def preview(tmp_path: Path) -> Iterator[Preview]:
    """Serve the small example with templates of its own, for one test alone."""
    yield from served(tmp_path)


@pytest.fixture(scope="module")
def shown(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Preview]:
    """Serve the small example for every test that saves nothing and leaves the preview running."""
    yield from served(tmp_path_factory.mktemp("shown"))


def served(folder: Path) -> Iterator[Preview]:
    """Serve a copy of the small example in a folder until the generator goes on."""
    (folder / "answers").mkdir()
    answers = folder / "answers" / "client.yaml"
    shutil.copy(MINIMAL, answers)
    shutil.copytree(ROOT / "templates", folder / "templates")
    command = [
        sys.executable,
        "-m",
        "stratgen",
        "preview",
        str(answers),
        "--no-browser",
        "--port",
        str(free_port()),
    ]
    environment = surroundings() | {"PYTHONPATH": str(ROOT)}
    process = subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=environment
    )
    assert process.stdout
    assert select.select([process.stdout], [], [], PATIENCE)[0], "the preview never said where it is"
    address = process.stdout.readline()
    found = re.fullmatch(r"http://127\.0\.0\.1:(\d+)/\n", address)
    assert found, process.communicate()
    yield Preview(process, int(found[1]), answers, folder / "templates")
    process.kill()
    process.communicate()


def free_port() -> int:
    """Return a port that nobody uses at the moment."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def test_every_document_and_the_list_of_them_are_served(shown: Preview) -> None:
    """The list leads to each document, says the state, and names open points with file and line."""
    code, body, _ = shown.ask("/")
    root = read(body)
    assert code == 200
    assert {f"/{name}" for name in DOCUMENTS} <= {each.attributes["href"] for each in root.all("a")}
    assert "open point" in one(root, "header").text
    assert re.search(r"client\.yaml:\d+", one(root, "main").text)
    for name in DOCUMENTS:
        code, body, headers = shown.ask(f"/{name}")
        assert (code, headers["content-type"]) == (200, "text/html; charset=utf-8")
        page = read(body)
        holes, bar = (
            list(page.all("mark")),
            next(each for each in page.all("div") if each.attributes.get("class") == "live"),
        )
        assert f"Open points ({len(holes)})" in bar.text
        assert [each.attributes["href"][1:] for each in bar.all("a")][1:] == [
            each.attributes["id"] for each in holes
        ]


def test_a_save_reaches_the_browser(preview: Preview) -> None:
    """After a save the news has another mark, and the page has the new words; a template is a save too."""
    news = preview.news()
    first = next(news)
    text = preview.answers.read_text("utf-8")
    name = re.search(r"legal_name: [^,}\n]+", text)
    assert name
    preview.answers.write_text(text.replace(name[0], "legal_name: Quite Another Name Limited"), "utf-8")
    second = next(news)
    assert second != first
    assert b"Quite Another Name Limited" in preview.ask("/board-brief")[1]
    template = preview.templates / "board-brief.md.j2"
    template.write_text(template.read_text("utf-8") + "\nA last word of our own.\n", "utf-8")
    assert next(news) not in (first, second)
    assert b"A last word of our own." in preview.ask("/board-brief")[1]


def test_faults_are_a_page_and_the_next_save_mends_it(preview: Preview) -> None:
    """An answer file that does not parse shows its faults with file and line at every address, and a
    template that asks for nothing does; the next save brings the documents back."""
    news = preview.news()
    next(news)
    good = preview.answers.read_text("utf-8")
    preview.answers.write_text(good + "broken: [\n", "utf-8")
    next(news)
    for address in ("/", "/board-brief"):
        code, body, _ = preview.ask(address)
        assert code == 200
        assert re.search(r"client\.yaml:\d+", one(read(body), "main").text)
    preview.answers.write_text(good, "utf-8")
    next(news)
    assert b"<nav" in preview.ask("/board-brief")[1]
    template = preview.templates / "board-brief.md.j2"
    template.write_text("{{ no_such_thing }}\n", "utf-8")
    next(news)
    assert re.search(r"board-brief\.md\.j2:1", one(read(preview.ask("/")[1]), "main").text)


@pytest.mark.parametrize("host", ["evil.example", "evil.example:80", "127.0.0.1", "localhost:1", ""])
def test_only_its_own_name_is_answered(shown: Preview, host: str) -> None:
    """A page elsewhere that has its name pointed at this machine is told nothing."""
    code, body, _ = shown.ask("/", Host=host)
    assert code == 421
    assert b"Draft" not in body
    assert shown.ask("/", Host=f"localhost:{shown.port}")[0] == 200


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH", "OPTIONS", "HEAD"])
def test_a_preview_is_only_for_reading(shown: Preview, method: str) -> None:
    """Every method but GET is refused by name."""
    code, _, headers = shown.ask("/", method)
    assert (code, headers["allow"]) == (405, "GET")


@pytest.mark.parametrize(
    "path", ["/../../etc/passwd", "//etc/passwd", "/%2e%2e/answers/client.yaml", "/answers/client.yaml", "/board-brief/..",
             "/-/", "/board-brief.html", "/client.yaml?x=1"])  # fmt: skip
def test_no_path_leads_to_a_file(shown: Preview, path: str) -> None:
    """Addresses are those of pages; anything else is not there."""
    assert shown.ask(path)[0] == 404


def test_pages_may_load_only_from_the_preview_itself(shown: Preview) -> None:
    """Headers forbid every other source, framing, caching and guessing of types."""
    _, _, headers = shown.ask("/")
    assert "default-src 'none'" in headers["content-security-policy"]
    assert "frame-ancestors 'none'" in headers["content-security-policy"]
    assert (headers["cache-control"], headers["x-content-type-options"]) == ("no-store", "nosniff")
    assert shown.ask("/-/preview.js")[2]["content-type"].startswith("text/javascript")


def test_it_listens_on_this_machine_alone(shown: Preview) -> None:
    """The socket is bound to the loopback address."""
    table = Path("/proc/net/tcp").read_text("ascii") if Path("/proc/net/tcp").exists() else ""
    if not table:
        pytest.skip("only Linux lists its sockets here")
    bound = [line.split()[1] for line in table.splitlines()[1:] if line.split()[3] == "0A"]
    assert [each for each in bound if each.endswith(f":{shown.port:04X}")] == [f"0100007F:{shown.port:04X}"]


def test_interrupting_it_is_the_way_to_end_it(preview: Preview) -> None:
    """Ctrl-C leaves with 0, also while a browser listens for news, and says no more than it has to."""
    news = preview.news()
    next(news)
    preview.process.send_signal(signal.SIGINT)
    _, said = preview.process.communicate(timeout=PATIENCE)
    assert preview.process.returncode == 0
    assert "Traceback" not in said
    assert said.endswith("The preview has ended.\n")


def test_what_is_not_there_is_refused_at_once(tmp_path: Path) -> None:
    """A missing answer file, style or port leaves with 1 and a line that says what to do."""
    for arguments in (
        (tmp_path / "nobody.yaml",),
        (MINIMAL, "--style", tmp_path / "no.docx"),
        (MINIMAL, "--port", "70000"),
    ):
        run = stratgen("preview", *arguments, "--no-browser")
        assert run.returncode == 1, run.stderr
        assert "Traceback" not in run.stderr
        assert run.stdout == ""


def test_a_taken_port_is_refused_by_name(shown: Preview) -> None:
    """Two previews do not share a port that was asked for."""
    run = stratgen("preview", MINIMAL, "--no-browser", "--port", str(shown.port))
    assert run.returncode == 1
    assert f"port {shown.port}" in run.stderr


def test_every_file_behind_the_pages_is_watched(tmp_path: Path) -> None:
    """Answers, templates and style change the state; a file that no page reads does not."""
    shutil.copytree(ROOT / "templates", tmp_path / "templates")
    style = tmp_path / "brand.docx"
    style.write_bytes(b"1")
    (tmp_path / "client.yaml").write_text("x: 1\n", "utf-8")
    subject = Subject(tmp_path / "client.yaml", None, style)
    states = [stamp(subject)]
    for changed in (tmp_path / "client.yaml", style, tmp_path / "templates" / "clauses" / "country-za.md.j2",
                    tmp_path / "templates" / "house-style" / "theme.xml"):  # fmt: skip
        changed.write_bytes(changed.read_bytes() + b" ")
        states.append(stamp(subject))
    assert len(set(states)) == len(states)
    (tmp_path / "templates" / ".board-brief.md.j2.swp").write_bytes(b"x")
    assert stamp(subject) == states[-1]
