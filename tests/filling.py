"""Filling in a form as its readers do: Word changes the page and the data behind it, others the page alone."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Mapping
from datetime import date

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
FORM = "{urn:stratgen:form:1}"
BODY, DATA = "word/document.xml", "customXml/item1.xml"


def parts_of(docx: bytes) -> dict[str, bytes]:
    """Return the parts of a Word file."""
    with zipfile.ZipFile(io.BytesIO(docx)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def packed(parts: Mapping[str, bytes]) -> bytes:
    """Return a Word file of some parts."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return out.getvalue()


def changed(docx: bytes, part: str, change: Callable[[etree._Element], None]) -> bytes:
    """Return a Word file with one part changed as a tree."""
    parts = parts_of(docx)
    tree = etree.fromstring(parts[part])
    change(tree)
    return packed({**parts, part: etree.tostring(tree, encoding="UTF-8", xml_declaration=True)})


def in_data(docx: bytes, values: Mapping[str, str]) -> bytes:
    """Return a Word file whose data says `values`, by key."""

    def change(tree: etree._Element) -> None:
        keys = [item.get("key", "") for item in tree.iterfind(f"{FORM}asked")]
        for key, item in zip(keys, tree.iterfind(f"{FORM}field"), strict=True):
            if key in values:
                item.text = values[key]

    return changed(docx, DATA, change)


def on_page(docx: bytes, values: Mapping[str, str], only_first: bool = False) -> bytes:
    """Return a Word file whose controls say `values`, by key; with `only_first` one control of each key does."""

    def change(tree: etree._Element) -> None:
        done: set[str] = set()
        for control in tree.iter(f"{W}sdt"):
            tag = control.find(f"{W}sdtPr/{W}tag")
            key = "" if tag is None else tag.get(f"{W}val", "")
            if key in values and not (only_first and key in done):
                done.add(key)
                _write(control, values[key])

    return changed(docx, BODY, change)


def as_word(docx: bytes, values: Mapping[str, str]) -> bytes:
    """Return a Word file as Word saves it once a reader has filled in `values`, by key."""
    return in_data(on_page(docx, values), values)


def _write(control: etree._Element, value: str) -> None:
    dress, content = control.find(f"{W}sdtPr"), control.find(f"{W}sdtContent")
    assert dress is not None
    assert content is not None
    for mark in dress.findall(f"{W}showingPlcHdr"):
        dress.remove(mark)
    words = value
    picker, box = dress.find(f"{W}date"), dress.find(f"{W14}checkbox/{W14}checked")
    if picker is not None and (day := _day(value)):
        picker.set(f"{W}fullDate", f"{value}T00:00:00Z")
        words = f"{day.day} {day:%B %Y}"
    if box is not None:
        box.set(f"{W14}val", "1" if value == "true" else "0")
        words = "\N{BALLOT BOX WITH X}" if value == "true" else "\N{BALLOT BOX}"
    for item in dress.iterfind(f"{W}dropDownList/{W}listItem"):
        if item.get(f"{W}value") == value:
            words = item.get(f"{W}displayText", "")
    for old in list(content):
        content.remove(old)
    etree.SubElement(etree.SubElement(content, f"{W}r"), f"{W}t").text = words


def _day(value: str) -> date | None:
    try:
        return date.fromisoformat(value)
    except ValueError:
        return None
