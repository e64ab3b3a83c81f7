"""Lint of the package: the zip, the content types, the relationships and the properties."""

from __future__ import annotations

import io
import posixpath
import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

Element = etree._Element

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_TYPES = "{http://schemas.openxmlformats.org/package/2006/content-types}"
_STAMP = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ")
_IMAGES = {"png": b"\x89PNG\r\n\x1a\n", "jpeg": b"\xff\xd8\xff", "jpg": b"\xff\xd8\xff", "gif": b"GIF8"}
_BODY_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"


@dataclass(slots=True)
class Package:
    """The parts of a Word file: `data` as bytes, `trees` parsed, `relations` of each part by id."""

    data: dict[str, bytes]
    trees: dict[str, Element]
    relations: dict[str, dict[str, tuple[str, str, bool]]] = field(default_factory=dict)
    """Per part, for each id: the type's last word, the target and whether it lies outside."""

    def stories(self) -> Iterator[tuple[str, Element]]:
        """Yield the parts that hold text: body, notes, headers and footers."""
        for name, tree in self.trees.items():
            if re.fullmatch(r"word/(document|comments|footnotes|endnotes|header\d*|footer\d*)\.xml", name):
                yield name, tree


def read(docx: bytes) -> tuple[Package | None, list[str]]:
    """Return the package and the faults found while it was read; None if it is no zip file."""
    try:
        with zipfile.ZipFile(io.BytesIO(docx)) as archive:
            names = archive.namelist()
            data = {name: archive.read(name) for name in names}
    except (zipfile.BadZipFile, EOFError) as error:
        return None, [f"the file is not a zip archive ({error})"]
    faults = [
        f"{name}: stands in the zip file more than once" for name in {n for n in names if names.count(n) > 1}
    ]
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    trees: dict[str, Element] = {}
    for name, content in data.items():
        if name.endswith((".xml", ".rels")):
            try:
                trees[name] = etree.fromstring(content, parser)
            except etree.XMLSyntaxError as error:
                faults.append(f"{name}: is not well-formed ({error})")
    package = Package(data, trees)
    for name in trees:
        if name.endswith(".rels"):
            package.relations[_owner(name)] = _relations(name, trees[name])
    return package, sorted(faults)


def content_types(package: Package) -> Iterator[str]:
    """Every part has a content type, every type named for a part has its part, and the body its own."""
    types = package.trees.get("[Content_Types].xml")
    if types is None:
        yield "[Content_Types].xml: is missing"
        return
    defaults = {item.get("Extension", "").lower() for item in types.iter(f"{_TYPES}Default")}
    overrides = {
        item.get("PartName", "")[1:]: item.get("ContentType") for item in types.iter(f"{_TYPES}Override")
    }
    for name in package.data:
        if (
            name != "[Content_Types].xml"
            and name not in overrides
            and name.rpartition(".")[2].lower() not in defaults
        ):
            yield f"{name}: has no content type"
    for name in overrides.keys() - package.data.keys():
        yield f"[Content_Types].xml: names {name}, which is missing"
    if overrides.get("word/document.xml") != _BODY_TYPE:
        yield "[Content_Types].xml: word/document.xml is not the body of a Word document"


def relationships(package: Package) -> Iterator[str]:
    """Every relationship leads somewhere, and every `r:` id in a part is a relationship of that part."""
    for owner, relations in package.relations.items():
        for number, (_, target, outside) in relations.items():
            if not outside and target not in package.data:
                yield f"{owner}: the relationship {number} leads to {target}, which is missing"
    for name, tree in package.trees.items():
        known = package.relations.get(name, {})
        used = {value for item in tree.iter() for key, value in item.items() if str(key).startswith(_R)}
        for value in sorted(map(str, used - known.keys())):
            yield f"{name}: the relationship {value} does not exist"


def ignorable(package: Package) -> Iterator[str]:
    """Every prefix in mc:Ignorable and mc:Choice is declared."""
    for name, tree in package.trees.items():
        for element in tree.iter():
            prefixes = element.get(f"{_MC}Ignorable", "")
            if element.tag == f"{_MC}Choice":
                prefixes += " " + element.get("Requires", "")
            for prefix in prefixes.split():
                if prefix not in element.nsmap:
                    yield f"{name}: the prefix {prefix} is not declared"


def properties(package: Package) -> Iterator[str]:
    """Dates are complete, there is one, and custom properties have ids of their own from 2 on."""
    core = package.trees.get("docProps/core.xml")
    if core is None:
        yield "docProps/core.xml: is missing"
    else:
        for key in ("created", "modified"):
            stamp = core.findtext(f"{{http://purl.org/dc/terms/}}{key}") or ""
            if not _STAMP.fullmatch(stamp):
                yield f'docProps/core.xml: "{stamp}" is not a date and time ({key})'
    custom = package.trees.get("docProps/custom.xml")
    if custom is not None:
        numbers = [item.get("pid", "") for item in custom]
        names = [item.get("name", "").lower() for item in custom]
        if numbers != [str(number) for number in range(2, len(numbers) + 2)]:
            yield "docProps/custom.xml: the property ids do not run from 2"
        if len(set(names)) != len(names) or "" in names:
            yield "docProps/custom.xml: a property name is empty or comes twice"


def pictures(package: Package) -> Iterator[str]:
    """Pictures are what their names say, and embedded workbooks open."""
    for name, content in package.data.items():
        extension = name.rpartition(".")[2].lower()
        if extension in _IMAGES and not content.startswith(_IMAGES[extension]):
            yield f"{name}: is not a {extension} picture"
        if extension == "xlsx" and not zipfile.is_zipfile(io.BytesIO(content)):
            yield f"{name}: is not a workbook"


RULES = (content_types, relationships, ignorable, properties, pictures)


def _owner(name: str) -> str:
    folder, _, file = name.rpartition("_rels/")
    return folder + file.removesuffix(".rels")


def _relations(name: str, tree: Element) -> dict[str, tuple[str, str, bool]]:
    base = posixpath.dirname(_owner(name))
    found = {}
    for item in tree:
        outside = item.get("TargetMode") == "External"
        target = item.get("Target", "")
        if not outside:
            target = (
                target[1:] if target.startswith("/") else posixpath.normpath(posixpath.join(base, target))
            )
        found[item.get("Id", "")] = (item.get("Type", "").rpartition("/")[2], target, outside)
    return found
