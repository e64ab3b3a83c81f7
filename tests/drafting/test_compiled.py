"""Compiled templates that are kept between runs: they change nothing that is drafted, and nothing can break them."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from stratgen import places
from stratgen.document import Document, outline
from stratgen.drafting import draft, template_set
from stratgen.drafting.compiled import MOST
from stratgen.errors import TemplateError
from tests.drafting.builders import a_face


@pytest.fixture(autouse=True)
def kept(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let bytecode be kept, whatever the environment of the tests says."""
    monkeypatch.setattr(sys, "dont_write_bytecode", False)


@pytest.fixture
def cache(tmp_path: Path) -> Path:
    """Return a folder for compiled templates."""
    return tmp_path / "cache"


def drafted(folder: Path, cache: Path, text: str, **filters: object) -> Document:
    """Return what a template of this text makes, compiled anew or kept."""
    folder.mkdir(exist_ok=True)
    (folder / "paper.md.j2").write_text(f"---\ntitle: Paper\n---\n{text}\n", "utf-8")
    own = dict.fromkeys(filters, str)
    return draft(template_set(folder, {}, cache_folder=cache, filters=own), "paper", {"v": "x"}, {}, a_face())


def test_what_is_kept_gives_the_same_document(tmp_path: Path, cache: Path) -> None:
    """A second run reads the first one's file and drafts the same."""
    first = drafted(tmp_path / "a", cache, "Hello {{ v }}")
    (file,) = cache.iterdir()
    before = file.read_bytes()
    assert drafted(tmp_path / "a", cache, "Hello {{ v }}") == first
    assert [each.read_bytes() for each in cache.iterdir()] == [before]


def test_a_changed_template_is_compiled_anew(tmp_path: Path, cache: Path) -> None:
    """The name of a file tells the text that it was made from."""
    drafted(tmp_path / "a", cache, "Hello {{ v }}")
    assert "Goodbye x" in outline(drafted(tmp_path / "a", cache, "Goodbye {{ v }}"))
    assert len(list(cache.iterdir())) == 2


def test_a_template_compiled_against_other_filters_is_not_shared(tmp_path: Path, cache: Path) -> None:
    """Two versions of stratgen may keep their templates in one folder, each its own."""
    drafted(tmp_path / "a", cache, "Hello {{ v }}")
    drafted(tmp_path / "a", cache, "Hello {{ v }}", loud=True)
    assert len(list(cache.iterdir())) == 2


@pytest.mark.parametrize("damage", [b"", b"half", b"\x00" * 200])
def test_a_damaged_file_is_compiled_anew(tmp_path: Path, cache: Path, damage: bytes) -> None:
    """Whatever stands in the folder, the template decides."""
    first = drafted(tmp_path / "a", cache, "Hello {{ v }}")
    (file,) = cache.iterdir()
    whole = file.read_bytes()
    for content in (damage, whole[:-1], whole[:40] + b"?" + whole[41:]):
        file.write_bytes(content)
        assert drafted(tmp_path / "a", cache, "Hello {{ v }}") == first
        assert file.read_bytes() == whole


def test_a_folder_that_cannot_be_written_is_left_alone(tmp_path: Path) -> None:
    """Where no file can be kept, every run compiles."""
    (tmp_path / "taken").write_bytes(b"a file")
    assert "Hello x" in outline(drafted(tmp_path / "a", tmp_path / "taken" / "cache", "Hello {{ v }}"))


def test_python_that_keeps_no_bytecode_keeps_no_templates(
    tmp_path: Path, cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """PYTHONDONTWRITEBYTECODE holds for templates too."""
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    drafted(tmp_path / "a", cache, "Hello {{ v }}")
    assert not cache.exists()


def test_a_fault_names_the_template_that_was_read(tmp_path: Path, cache: Path) -> None:
    """What was compiled in one folder is used in another, and its faults have the other's file and line."""
    for folder in (tmp_path / "a", tmp_path / "b"):
        with pytest.raises(TemplateError) as caught:
            drafted(folder, cache, "\nHello {{ nobody }}")
        assert [(each.file, each.line) for each in caught.value.faults] == [(f"{folder}/paper.md.j2", 5)]
    assert len(list(cache.iterdir())) == 1


def test_the_folder_never_outgrows_its_limit(tmp_path: Path, cache: Path) -> None:
    """A folder that is full is emptied before the next file."""
    cache.mkdir()
    for number in range(MOST):
        (cache / f"{number}").touch()
    drafted(tmp_path / "a", cache, "Hello {{ v }}")
    assert len(list(cache.iterdir())) == 1


def test_the_folder_is_ours_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Code is read from it: beside the package first, else the user's own, and never where others may write."""
    monkeypatch.setattr(sys, "pycache_prefix", str(tmp_path / "beside"))
    monkeypatch.setenv(
        "LOCALAPPDATA" if sys.platform == "win32" else "XDG_CACHE_HOME", str(tmp_path / "user")
    )
    beside = places.compiled_folder()
    assert beside is not None
    assert beside.is_relative_to(tmp_path / "beside")
    if sys.platform == "win32":
        return
    assert beside.stat().st_mode & 0o077 == 0
    beside.chmod(0o777)
    user = places.compiled_folder()
    assert user == tmp_path / "user" / "stratgen" / "templates"
    user.chmod(0o777)
    assert places.compiled_folder() is None
