"""Files that cannot be read: each gets one clear message, at once, and nothing is read of them."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from stratgen.answers import load
from stratgen.errors import AnswersError, Fault
from tests.builders import answers

GOOD = yaml.safe_dump(answers(), sort_keys=False, allow_unicode=True)

BOMB = "a: &a [x, x, x, x, x, x, x, x, x]\n" + "".join(
    f"{letter}: &{letter} [{', '.join([f'*{before}'] * 9)}]\n"
    for before, letter in zip("abcdefgh", "bcdefghi", strict=True)
)

FATAL = {
    "bomb": (BOMB, 1, "an anchor (&a)"),
    "alias": ("schema_version: *one\n", 1, "an alias (*one)"),
    "merge": ("a: 1\n<<: *b\n", 2, "an alias (*b)"),
    "tag": ("a: 1\nb: !!python/object/apply:os.system [ls]\n", 2, "a tag (!!python/object/apply:os.system)"),
    "own tag": ("a: !include b.yaml\n", 1, "a tag (!include)"),
    "documents": ("a: 1\n---\nb: 2\n", 2, "a second document"),
    "deep": ("a:\n " + "[" * 5000 + "]" * 5000 + "\n", 2, "more than 20 levels"),
    "deep block": ("".join(" " * level + "a:\n" for level in range(40)), 21, "more than 20 levels"),
    "tab": ("schema_version: 1\nengagement:\n\tclient: x\n", 3, "a tab"),
    "empty": ("", 0, "no answers"),
    "comments only": ("# nothing\n\n", 0, "no answers"),
    "list": ("- a\n- b\n", 1, "a list"),
    "word": ("hello\n", 1, "a single value"),
    "open quote": ("a: 1\nb: 'x\nc: 2\n", 2, "quote"),
    "open bracket": ("a: [1, 2\nb: 3\n", 2, "bracket"),
    "two colons": ("a: b: c\n", 1, "colon"),
    "no colon": ("a: 1\nb\nc: 2\n", 2, "colon"),
    "outdented": ("a:\n    b: 1\n  c: 2\n", 3, "indentation"),
    "at sign": ("a: @x\n", 1, "keeps for itself"),
    "backslash": ('a: "C:\\path"\n', 1, "backslash"),
    "list as key": ("? [a]\n: b\n", 1, "where a key should"),
    "directive": ("%YAML 9.9\n---\na: 1\n", 1, "version of YAML"),
}  # fmt: skip


@pytest.mark.parametrize("name", FATAL)
def test_a_hostile_file_gets_one_message(name: str, tmp_path: Path) -> None:
    """One message, with the line where the trouble is."""
    text, line, words = FATAL[name]
    path = tmp_path / "acme.yaml"
    path.write_text(text, "utf-8")
    fault = refused(path)
    assert words in fault.what
    assert fault.line == line
    assert fault.mend
    assert "yaml." not in str(fault)


def refused(path: Path) -> Fault:
    with pytest.raises(AnswersError) as caught:
        load(path)
    (fault,) = caught.value.faults
    assert fault.file == str(path)
    return fault


def bytes_refused(path: Path, data: bytes) -> str:
    path.write_bytes(data)
    return str(refused(path))


def test_a_huge_file_is_not_read(tmp_path: Path) -> None:
    """50 MB are refused by their size; the file is not opened."""
    path = tmp_path / "huge.yaml"
    with path.open("wb") as stream:
        stream.truncate(50_000_000)
    assert str(refused(path)) == (
        f"{path}: the file has 50.0 MB; an answer file has at most 2 MB. Check that it is the right file."
    )


def test_a_file_that_is_no_text_is_named_as_such(tmp_path: Path) -> None:
    """A Word file, a picture or a file of zeros is no answer file."""
    path = tmp_path / "binary.yaml"
    assert "not a text file" in bytes_refused(path, b"PK\x03\x04\x14\x00\x06\x00" + bytes(range(256)) * 9)
    assert "not a text file" in bytes_refused(path, b"a: 1\n\x00\x00")
    assert "not a text file" in bytes_refused(path, b"\x89PNG\r\n\x1a\n" + bytes(range(256)))


def test_a_wrong_encoding_is_named_with_its_line(tmp_path: Path) -> None:
    """Latin-1 and UTF-16 are refused; nobody's name is guessed at."""
    path = tmp_path / "latin.yaml"
    assert f"{path}:2: the file is not UTF-8" in bytes_refused(path, "a: 1\nb: café\n".encode("latin-1"))
    assert "UTF-16" in bytes_refused(path, "a: é\n".encode("utf-16"))


def test_a_folder_and_a_missing_file_say_so(tmp_path: Path) -> None:
    """What is not a file is said in one sentence."""
    assert "this is a folder" in str(refused(tmp_path))
    assert "no such file" in str(refused(tmp_path / "nobody.yaml"))
    assert "cannot be opened" in str(refused(tmp_path / ("x" * 400 + ".yaml")))


@pytest.mark.parametrize("change", ["bom", "crlf", "cr", "markers", "no last line break"])
def test_harmless_oddities_are_read_like_the_plain_file(change: str, tmp_path: Path) -> None:
    """A byte order mark, Windows line breaks or document markers make no difference, not even to the hash."""
    plain, odd = tmp_path / "plain.yaml", tmp_path / "odd.yaml"
    plain.write_text(GOOD, "utf-8")
    odd.write_bytes(
        {
            "bom": b"\xef\xbb\xbf" + GOOD.encode(),
            "crlf": GOOD.replace("\n", "\r\n").encode(),
            "cr": GOOD.replace("\n", "\r").encode(),
            "markers": f"# mine\n---\n{GOOD}...\n".encode(),
            "no last line break": GOOD.rstrip("\n").encode(),
        }[change]
    )
    one, two = load(plain), load(odd)
    assert two.faults == ()
    assert one.engagement == two.engagement
    assert one.digest == two.digest


def test_a_key_that_stands_twice_is_a_fault_of_its_own(tmp_path: Path) -> None:
    """The first one counts; the second is named with both lines."""
    path = tmp_path / "twice.yaml"
    path.write_text(f"{GOOD}purpose: unknown\n", "utf-8")
    loaded = load(path)
    (fault,) = loaded.faults
    assert fault.line == GOOD.count("\n") + 1
    assert '"purpose" stands here for the second time' in fault.what
    assert loaded.engagement == load_text(GOOD, tmp_path)


def load_text(text: str, folder: Path) -> object:
    path = folder / "text.yaml"
    path.write_text(text, "utf-8")
    return load(path).engagement


def test_many_wrong_keys_do_not_take_long(tmp_path: Path) -> None:
    """A file at the limit of size, with nothing right in it, still ends; every wrong key is named."""
    path = tmp_path / "wrong.yaml"
    path.write_text("".join(f"k{number}: 1\n" for number in range(20_000)), "utf-8")
    assert sum("no question here" in fault.what for fault in load(path).faults) == 20_000
