"""The conductor of `check --pack`: a folder of rendered Word files held against the answers as they are now.

It drafts the documents anew, in memory, and compares what both say, section by section. It keeps no list of
where an answer prints, and knows no rule of the trade.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from stratgen import __version__, branding, manifest, pack, places, word
from stratgen.document import Document, Heading, plain
from stratgen.engagement import known
from stratgen.errors import Fault, FormError, PlaceError
from stratgen.word import Passage, Prose

ENDING = ".docx"
MOST = 6
"""The sections of a document that one line names; it counts the rest."""
_AGAIN = "Render it again."
Key = tuple[str, int]
"""A section of a document: the words of its heading, and how many sections before it have the same."""


@dataclass(frozen=True, slots=True)
class Change:
    """A section that reads otherwise in a file: its name, and the first words that differ."""

    section: str
    in_file: str
    now: str


def faults_of(checked: pack.Checked, path: Path, folder: Path) -> tuple[Fault, ...]:
    """Return what is wrong with the Word files of `folder`, for the answers of `path` as they are now.

    Names each file that was rendered from other answers or edited since, that is missing, or that does not
    belong there. `folder` may hold the packs of several clients. Raises PlaceError if it holds no Word file.
    """
    own = folder / path.stem
    folder = own if own.is_dir() else folder
    written = {name: value for name, value in manifest.hashes_in(folder).items() if name.endswith(ENDING)}
    files = sorted(file for file in folder.glob(f"*{ENDING}") if not file.name.startswith("~$"))
    if not files and not written:
        raise PlaceError([Fault(str(folder), 0, "", "holds no Word file of a pack.",
                                f"Render one: stratgen render {path} --to {folder.parent}")])  # fmt: skip
    faults = [
        Fault(str(folder / name), 0, "", "is missing; the pack was written with it.", _AGAIN)
        for name in written
        if not (folder / name).exists()
    ]
    fitting: dict[str, tuple[Path, Prose]] = {}
    for file in files:
        try:
            prose = word.read_prose(file)
        except FormError as error:
            faults += error.faults
            continue
        if (fault := _stranger(file, prose, checked)) is not None:
            faults.append(fault)
        else:
            fitting[file.stem] = file, prose
    for name, tree in _drafted(checked, path, tuple(fitting)).items():
        file, prose = fitting[name]
        # A manifest that is gone cannot say whether somebody edited the file.
        edited = manifest.digest(file.read_bytes()) != written.get(file.name)
        changes = tuple(_changes(prose, tree[1], _numbers(tree[0])))
        if changes:
            faults.append(_fault(file, tree[0], prose, checked, changes, edited and file.name in written))
    return tuple(sorted(faults))


def _stranger(file: Path, prose: Prose, checked: pack.Checked) -> Fault | None:
    """Return why a file does not belong to the pack; None where it does."""
    told = prose.properties
    client, ours = (
        told.get("stratgen client", ""),
        known(checked.loaded.engagement.engagement.client.legal_name),
    )
    if "stratgen tool version" not in told:
        return Fault(str(file), 0, "", "was not written by stratgen.", "Keep it in another folder.")
    if client and ours and client != ours:
        what = f"is a document of {_legible(client)}, and the answers are those of {ours}."
        return Fault(str(file), 0, "", what, "Move it to the pack of its own client.")
    if file.stem not in pack.DOCUMENTS:
        what = "is none of the documents of a pack."
        return Fault(str(file), 0, "", what, f"Their names are {', '.join(pack.DOCUMENTS)}.")
    return None


def _drafted(
    checked: pack.Checked, path: Path, names: tuple[str, ...]
) -> Mapping[str, tuple[Document, Prose]]:
    """Return each document as it is now, and what its Word file would say."""
    if not names:
        return {}
    where = places.places(path)
    style = branding.house(where)
    trees = pack.compose(checked, where.templates, names)
    return {name: (tree, word.prose_of(word.write(tree, style))) for name, tree in trees.items()}


def _numbers(tree: Document) -> dict[Key, str]:
    """Return how each section is named, by its words: "section 4.1", or the words where it has no number."""
    found: dict[Key, str] = {}
    for block in tree.blocks:
        if isinstance(block, Heading) and block.level <= word.DEEPEST_PASSAGE:
            words = " ".join(plain(block.inlines).split())
            numbered = block.number[:1].isdigit()
            key = _next(found, words)
            found[key] = f"section {block.number}" if numbered else f"“{f'{block.number} {words}'.strip()}”"
    return found


def _next(found: Mapping[Key, object], title: str) -> Key:
    """Return the key of a section by its title; of one that comes again, with how often it came before."""
    count = 0
    while (title, count) in found:
        count += 1
    return title, count


def _changes(old: Prose, new: Prose, numbers: Mapping[Key, str]) -> Iterator[Change]:
    """Yield every section that reads otherwise, in the order of the document as it is now."""
    before, after = _by_title(old.passages), _by_title(new.passages)
    for key in {**after, **before}:
        was, now = before.get(key), after.get(key)
        if was == now:
            continue
        name = numbers.get(key, key[0] if key[0].startswith("the ") else f"“{_legible(key[0])}”")
        if was is None or now is None:
            yield Change(name, "" if was is None else "not there any more", "" if now is None else "new")
        else:
            yield Change(name, *map(_legible, word.words_apart(was, now)))


def _by_title(passages: Sequence[Passage]) -> dict[Key, tuple[str, ...]]:
    found: dict[Key, tuple[str, ...]] = {}
    for each in passages:
        found[_next(found, each.title)] = each.lines
    return found


def _fault(
    file: Path, tree: Document, prose: Prose, checked: pack.Checked, changes: Sequence[Change], edited: bool
) -> Fault:
    first = changes[0]
    names = list(dict.fromkeys(each.section for each in changes))
    shown = names if len(names) <= MOST else [*names[: MOST - 1], f"{len(names) - MOST + 1} more"]
    parts = f"{', '.join(shown[:-1])}{' and ' if len(shown) > 1 else ''}{shown[-1]}"
    what = f"{_cause(prose, checked, edited)}: {parts}. {_apart(first, len(names) > 1)}"
    return Fault(str(file), 0, tree.title, what, _mend(prose, checked, edited))


def _is_stale(prose: Prose, checked: pack.Checked) -> bool:
    return prose.properties.get("stratgen answers hash") != checked.loaded.digest


def _cause(prose: Prose, checked: pack.Checked, edited: bool) -> str:
    """Return why a file reads otherwise, as far as it can be told."""
    version = prose.properties.get("stratgen tool version")
    if _is_stale(prose, checked):
        since = " and edited since" if edited else ""
        return f"was rendered from other answers{since}; what reads otherwise now"
    if edited:
        return "was edited by hand since it was written; what reads otherwise"
    if version != __version__:
        return (
            f"was rendered by stratgen {_legible(version or 'of another version')}; what reads otherwise now"
        )
    return "was rendered with other templates; what reads otherwise now"


def _mend(prose: Prose, checked: pack.Checked, edited: bool) -> str:
    if not edited:
        return _AGAIN
    if _is_stale(prose, checked):
        return "Take the edit into the answers or the templates, and render it again with --overwrite."
    return (
        "Take the edit into the answers or the templates, or render it again with --overwrite; what was filled into"
        " a form comes back with `stratgen read`."
    )


def _apart(change: Change, several: bool) -> str:
    where = f"In {change.section} " if several else "There "
    if not (change.in_file or change.now):
        return f"{where}the order of words differs."
    if change.in_file == "not there any more":
        return f"{where}stands what is not there any more."
    if change.now == "new":
        return f"{where}nothing stands of what is new."
    return f"{where}the file says “{change.in_file}”, and now it would say “{change.now}”."


def _legible(text: str) -> str:
    return "".join(letter if letter.isprintable() else "\ufffd" for letter in text)
