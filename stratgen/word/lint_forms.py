"""Lint of content controls: each is named, told from the others, kept from deletion, and bound to data that is there."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from stratgen.word.lint_package import Element, Package, W

_STORE = "{http://schemas.openxmlformats.org/officeDocument/2006/customXml}"
_LONGEST = 64


def _val(element: Element | None, name: str = "val") -> str:
    return "" if element is None else str(element.get(W + name, ""))


def controls(package: Package) -> Iterator[str]:
    """A control has an id of its own; one that is bound has a tag, stays, and offers no choice twice."""
    ids: set[str] = set()
    for name, tree in package.stories():
        for dress in tree.iter(f"{W}sdtPr"):
            if (number := _val(dress.find(f"{W}id"))) in ids or not number:
                yield f'{name}: a content control has no id of its own: "{number}"'
            ids.add(number)
            title = _val(dress.find(f"{W}alias"))
            if len(title) > _LONGEST:
                yield f'{name}: the title of a content control is too long for Word: "{title}"'
            if dress.find(f"{W}dataBinding") is None:
                continue
            tag = _val(dress.find(f"{W}tag"))
            if not tag or len(tag) > _LONGEST:
                yield f'{name}: the field "{title}" has no tag, or too long a one'
            if _val(dress.find(f"{W}lock")) != "sdtLocked":
                yield f'{name}: the field "{title}" can be deleted'
            values = [_val(item, "value") for item in dress.iterfind(f"{W}dropDownList/{W}listItem")]
            if dress.find(f"{W}dropDownList") is not None and not values:
                yield f'{name}: the field "{title}" offers nothing to choose'
            if len(set(values)) != len(values) or not all(values):
                yield f'{name}: the field "{title}" offers a choice twice, or an empty one'


def bindings(package: Package) -> Iterator[str]:
    """Every binding leads to exactly one element of a custom XML part, and one tag never to two."""
    stores = _stores(package)
    tagged: dict[str, str] = {}
    for name, tree in package.stories():
        for dress in tree.iter(f"{W}sdtPr"):
            binding = dress.find(f"{W}dataBinding")
            if binding is None:
                continue
            title, path = _val(dress.find(f"{W}alias")), _val(binding, "xpath")
            item = stores.get(_val(binding, "storeItemID"))
            found = [] if item is None else _found(item, path, _val(binding, "prefixMappings"))
            if len(found) != 1:
                yield f'{name}: the field "{title}" is bound to {path}, which is not there'
            if tagged.setdefault(tag := _val(dress.find(f"{W}tag")), path) != path:
                yield f'{name}: the fields tagged "{tag}" are bound to two places'


def _stores(package: Package) -> dict[str, Element]:
    """Return the custom XML parts by the ids that their properties give them."""
    found: dict[str, Element] = {}
    for owner, relations in package.relations.items():
        for kind, target, _ in relations.values():
            if kind == "customXmlProps" and target in package.trees and owner in package.trees:
                found[package.trees[target].get(f"{_STORE}itemID", "")] = package.trees[owner]
    return found


def _found(item: Element, path: str, mappings: str) -> list[Element]:
    prefixes = {}
    for mapping in mappings.split():
        prefix, _, address = mapping.removeprefix("xmlns:").partition("=")
        prefixes[prefix] = address.strip("'\"")
    try:
        found = item.getroottree().xpath(path, namespaces=prefixes)
    except etree.XPathError:
        return []
    return [each for each in found if isinstance(each, etree._Element)] if isinstance(found, list) else []


def stores(package: Package) -> Iterator[str]:
    """Every custom XML part has an id of its own, and the body knows it."""
    items = sorted(name for name in package.data if name.startswith("customXml/item") and "Props" not in name)
    ids = [
        tree.get(f"{_STORE}itemID", "")
        for name, tree in package.trees.items()
        if "customXml/itemProps" in name
    ]
    if len(set(ids)) != len(ids) or "" in ids or len(ids) != len(items):
        yield "customXml: a part has no id of its own"
    known = {
        target
        for kind, target, _ in package.relations.get("word/document.xml", {}).values()
        if kind == "customXml"
    }
    yield from (f"{name}: the body does not know this part" for name in items if name not in known)


RULES = (controls, bindings, stores)
