"""The house plan of CONTRIBUTING.md, held by reading the imports."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "stratgen"

MAY_IMPORT = {
    "errors": set(),
    "engagement": set(),
    "catalogue": {"errors"},
    "colour": set(),
    "document": set(),
    "answers": {"engagement", "errors"},
    "analysis": {"engagement", "catalogue", "document"},
    "drafting": {"document", "errors"},
    "word": {"colour", "document", "errors"},
    "office": {"errors"},
    "page_breaks": set(),
    "paging": {"document", "office", "page_breaks", "word"},
    "html": {"colour", "document", "errors"},
    "markdown": {"document", "errors"},
    "likeness": {"html", "word"},
    "brand_sheet": {"answers", "colour", "errors", "word"},
    "branding": {"brand_sheet", "places", "word"},
    "stylebook": {"brand_sheet", "branding", "errors", "places", "word"},
    "formats": {"document", "html", "markdown", "office"},
    "places": {"errors"},
    "manifest": {"errors"},
    "report": {"errors"},
    "reasons": {"analysis", "errors"},
    "comparing": {"analysis", "engagement", "pack", "whereabouts"},
    "planning": {"analysis", "answers", "engagement", "pack"},
    "workspace": {"answers", "catalogue", "places", "word", "errors"},
    "pack": {
        "analysis", "answers", "branding", "catalogue", "document", "drafting", "engagement", "errors", "formats",
        "likeness", "manifest", "paging", "phrasing", "places", "policing", "printed_points", "provenance",
        "word",
    },
    "printed_points": {"analysis", "document", "engagement"},
    "provenance": {"analysis", "answers", "drafting", "engagement"},
    "phrasing": {"analysis", "drafting", "engagement", "places"},
    "policing": {"analysis", "document", "drafting", "engagement", "errors"},
    "previewing": {"branding", "errors", "html", "likeness", "pack", "places"},
    "serving": {"errors", "previewing"},
    "wizard": {"engagement", "catalogue", "analysis", "errors"},
    "whereabouts": {"analysis", "answers", "catalogue", "document", "engagement", "pack", "places"},
    "interviewing": {
        "analysis", "answers", "catalogue", "engagement", "errors", "pack", "places", "whereabouts", "wizard",
    },
    "paperwork": {"branding", "document", "places", "wizard", "word"},
    "sittings": {"errors", "interviewing", "paperwork", "wizard"},
    "reading_back": {"answers", "engagement", "errors", "word"},
    "rendered": {"branding", "document", "engagement", "errors", "manifest", "pack", "places", "word"},
    "completion": set(),
    "cli": {
        "answers", "comparing", "completion", "errors", "formats", "pack", "places", "planning", "previewing",
        "reading_back", "reasons", "rendered", "report",
        "serving", "sittings", "stylebook", "workspace",
    },
    "__main__": {"cli"},
}  # fmt: skip
"""Which rooms each room may import; every room may read the version in `stratgen` itself."""

LIBRARIES = {
    "yaml": {"answers"},
    "jinja2": {"drafting/environment", "drafting/compiled", "drafting/compiler", "drafting/missing"},
    "markupsafe": {"drafting"},
    "markdown_it": {"drafting/notation"},
    "docx": {"word"},
    "lxml": {"word"},
    "pypdf": {"office"},
    "subprocess": {"office"},
    "http": {"serving"},
    "socketserver": {"serving"},
    "webbrowser": {"cli"},
    "babel": {"analysis/wording"},
    "argparse": {"cli"},
    "questionary": {"wizard/prompts"},
    "prompt_toolkit": {"wizard/prompts", "wizard/gridview", "wizard/pickview", "wizard/screens"},
    "pydantic": {"engagement", "answers", "catalogue"},
    "pydantic_core": {"engagement", "answers"},
    "annotated_types": {"engagement", "answers", "analysis/explaining/levers"},
}
"""Which rooms, or single modules, a library lives in."""

VAGUE = {"utils", "helpers", "common", "core", "manager", "service_layer", "misc"}


def modules() -> Iterator[tuple[str, Path]]:
    for path in sorted(PACKAGE.rglob("*.py")):
        yield path.relative_to(PACKAGE).with_suffix("").as_posix(), path


MODULES = tuple(modules())


def imports(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def room(module: str) -> str:
    return module.split("/")[0]


@pytest.mark.parametrize(("module", "path"), MODULES, ids=lambda value: str(value))
def test_a_room_imports_only_the_rooms_below_it(module: str, path: Path) -> None:
    """Nothing flows back up: each room knows the rooms of its line in the table, and no other."""
    here = room(module)
    if here == "__init__":
        return
    for name in imports(path):
        if name.startswith("stratgen."):
            there = name.split(".")[1]
            assert there in {here, "__version__"} | MAY_IMPORT[here], f"{module} imports {name}"


@pytest.mark.parametrize(("module", "path"), MODULES, ids=lambda value: str(value))
def test_a_library_has_one_room(module: str, path: Path) -> None:
    """A library is known to one room, so that it can be replaced there."""
    for name in imports(path):
        homes = LIBRARIES.get(name.split(".")[0])
        if homes:
            assert any(module == home or module.startswith(f"{home}/") for home in homes), f"{module}: {name}"


def test_modules_do_not_import_each_other_in_a_circle() -> None:
    """Every module can be read after those it imports."""
    known = dict(modules())
    graph: dict[str, set[str]] = {}
    for name, path in known.items():
        found = {part.removeprefix("stratgen.").replace(".", "/") for part in imports(path)
                 if part.startswith("stratgen.")}  # fmt: skip
        graph[name] = {
            target for each in found for target in (each, each.rpartition("/")[0]) if target in known
        } - {name}
    done: set[str] = set()
    path_now: list[str] = []

    def visit(name: str) -> None:
        assert name not in path_now, " -> ".join([*path_now[path_now.index(name) :], name])
        if name in done:
            return
        path_now.append(name)
        for target in sorted(graph[name]):
            visit(target)
        path_now.pop()
        done.add(name)

    for name in graph:
        visit(name)


@pytest.mark.parametrize(("module", "path"), MODULES, ids=lambda value: str(value))
def test_every_module_says_what_it_does_and_stays_short(module: str, path: Path) -> None:
    """A docstring opens every module, no module is called after nothing, and none outgrows a screenful
    of screens (a register of questions may be longer than code)."""
    source = path.read_text("utf-8")
    assert ast.get_docstring(ast.parse(source)), module
    assert module.rpartition("/")[2] not in VAGUE
    limit = 520 if room(module) == "engagement" else 320
    assert len(source.splitlines()) <= limit, f"{module} has {len(source.splitlines())} lines"
