"""Pages in a real browser: what is really drawn can be read, and a preview follows a save."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
import time
from html import unescape
from pathlib import Path
from typing import Any

import pytest

from tests.command import BANK, MINIMAL, ROOT, stratgen

pytestmark = pytest.mark.office

PROBE = (Path(__file__).parent / "probe.js").read_text("utf-8")
"""What looks at a page from inside: the contrast of every stretch of text on what is painted below it, and
how far the page is wider than its window."""

POLICY = re.compile(r'<meta http-equiv="Content-Security-Policy"[^>]*>')


def chromium() -> str:
    """Return the browser; without it this fails, since whoever asks for these checks wants them made."""
    found = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    assert found, "Chromium is missing; .ci/office installs it on Debian."
    return found


def browser(folder: Path, *arguments: str) -> str:
    """Return what Chromium prints."""
    command = [
        chromium(),
        "--headless=new",
        "--no-sandbox",
        "--disable-gpu",
        f"--user-data-dir={folder / 'browser'}",
        *arguments,
    ]
    return subprocess.run(command, capture_output=True, text=True, check=True, timeout=120).stdout


def probed(page: Path, folder: Path, width: int, dark: bool) -> dict[str, list[str]]:
    """Return what the probe found on a page that is `width` wide, in light or in dark."""
    inner = folder / "inner.html"
    text = POLICY.sub("", page.read_text("utf-8"))
    inner.write_text(text.replace("</body>", f"<script>{PROBE}</script></body>"), "utf-8")
    outer = folder / "outer.html"
    # A browser without a screen has no narrow windows; a frame has any width.
    outer.write_text(
        f'<iframe src="inner.html" style="border:0;width:{width}px;height:900px"></iframe><pre id="found"></pre>'
        '<script>addEventListener("message", (told) => { found.textContent = told.data; });</script>',
        "utf-8",
    )
    shade = ["--blink-settings=preferredColorScheme=0"] if dark else []
    dom = browser(
        folder,
        *shade,
        "--allow-file-access-from-files",
        "--virtual-time-budget=4000",
        "--dump-dom",
        outer.as_uri(),
    )
    found = re.search(r'<pre id="found">(.+?)</pre>', dom, re.DOTALL)
    assert found, dom[-500:]
    result: dict[str, list[str]] = json.loads(unescape(found[1]))
    return result


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The example pack as pages."""
    folder = tmp_path_factory.mktemp("pages")
    run = stratgen("render", BANK, "--to", folder, "--format", "html")
    assert run.returncode == 0, run.stderr
    return folder / BANK.stem


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize(
    "name", ["board-brief", "vision-roadmap", "employee-engagement-policy", "strategy-pack"]
)
def test_what_is_drawn_can_be_read(pages: Path, tmp_path: Path, name: str, width: int, dark: bool) -> None:
    """Every stretch of text has a contrast of 4.5 on what is really below it, nothing makes the page itself
    scroll sideways, and no text is smaller than 10 pixels."""
    found = probed(pages / f"{name}.html", tmp_path, width, dark)
    assert int(found["seen"][0]) > 100
    assert found["night"] == [str(dark).lower()]
    assert found["pale"] == []
    assert found["wide"] == []
    assert found["small"] == []


class Tab:
    """A page in a browser that is steered through a pipe, as its developer tools are."""

    def __init__(self, folder: Path, address: str) -> None:
        to_browser, ours_out = os.pipe()
        ours_in, from_browser = os.pipe()
        command = [chromium(), "--headless=new", "--no-sandbox", "--disable-gpu", "--remote-debugging-pipe",
                   f"--user-data-dir={folder / 'browser'}"]  # fmt: skip
        # The browser reads from 3 and writes to 4, whatever the numbers are here.
        shell = ["bash", "-c", f'exec "$@" 3<&{to_browser} 4>&{from_browser}', "bash", *command]
        self._process = subprocess.Popen(
            shell, pass_fds=(to_browser, from_browser), stderr=subprocess.DEVNULL
        )
        os.close(to_browser)
        os.close(from_browser)
        self._out, self._in = os.fdopen(ours_out, "wb", 0), os.fdopen(ours_in, "rb")
        self._count, self._session = 0, ""
        target = self._ask("Target.createTarget", url=address)["targetId"]
        self._session = str(self._ask("Target.attachToTarget", targetId=target, flatten=True)["sessionId"])

    def words(self) -> str:
        """Return the words of the page as they stand now."""
        result = self._ask("Runtime.evaluate", expression="document.body ? document.body.innerText : ''")
        return str(result.get("result", {}).get("value", ""))

    def shows(self, words: str) -> bool:
        """Whether the page shows some words within a minute."""
        for _ in range(300):
            if words in self.words():
                return True
            time.sleep(0.2)
        return False

    def close(self) -> None:
        """End the browser."""
        self._process.kill()
        self._process.wait()
        self._out.close()
        self._in.close()

    def _ask(self, method: str, **parameters: object) -> dict[str, Any]:
        self._count += 1
        asked = {"id": self._count, "method": method, "params": parameters}
        if self._session:
            asked["sessionId"] = self._session
        self._out.write(json.dumps(asked).encode() + b"\0")
        while True:
            message = b""
            while not message.endswith(b"\0"):
                message += self._in.read(1) or pytest.fail("the browser has gone")
            told = json.loads(message[:-1])
            if told.get("id") == self._count:
                return dict(told.get("result", {}))


def test_a_browser_follows_a_save(tmp_path: Path) -> None:
    """A page that is open in a browser shows the new words after a save, then faults, then the words again,
    without anybody touching it."""
    folder = tmp_path / "answers"
    folder.mkdir()
    answers = folder / "client.yaml"
    text = MINIMAL.read_text("utf-8")
    answers.write_text(text, "utf-8")
    command = [sys.executable, "-m", "stratgen", "preview", str(answers), "--no-browser"]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True,
                               env=os.environ | {"PYTHONPATH": str(ROOT)})  # fmt: skip
    assert process.stdout
    tab = Tab(tmp_path, f"{process.stdout.readline().strip()}board-brief")
    try:
        assert tab.shows("Board brief")
        changed = re.sub(r"legal_name: [^,}\n]+", "legal_name: Followed Limited", text)
        assert changed != text
        answers.write_text(changed, "utf-8")
        assert tab.shows("Followed Limited")
        answers.write_text(changed + "broken: [\n", "utf-8")
        assert tab.shows("client.yaml:")
        answers.write_text(changed, "utf-8")
        assert tab.shows("Followed Limited")
        process.kill()
        assert tab.shows("The preview has stopped")
    finally:
        tab.close()
        process.kill()
        process.communicate()
