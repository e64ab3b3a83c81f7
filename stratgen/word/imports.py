"""What a brand's file lacks, taken over from a complete house style: styles and lists.

Ids that are taken get a new name, and everything that is taken over follows.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from copy import deepcopy
from dataclasses import dataclass

from lxml import etree

from stratgen.colour import LEGIBLE, contrast
from stratgen.errors import Fault, StyleError
from stratgen.word.chains import Chains
from stratgen.word.colour import darkened, shade, tint
from stratgen.word.guard import Element
from stratgen.word.mending import mend
from stratgen.word.names import adopt
from stratgen.word.style import LISTS, ROLES, HouseStyle

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_NUMBERING = '<w:numbering xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"/>'
_LINKS = (f"{W}basedOn", f"{W}next", f"{W}link")
_THEME = {"text1": "dk1", "background1": "lt1", "text2": "dk2", "background2": "lt2",
          "hyperlink": "hlink", "followedHyperlink": "folHlink"}  # fmt: skip
_LISTED = {"bullet-1": 0, "bullet-2": 1, "bullet-3": 2}


@dataclass(frozen=True, slots=True)
class Lists:
    """A numbering part with all our lists in it, and the number of each by name."""

    tree: Element
    ids: Mapping[str, int]


def plain_copy(element: Element) -> Element:
    """Return a copy with WordprocessingML alone, under the prefix `w`; extensions are left behind."""
    copy = etree.Element(element.tag, nsmap={"w": W[1:-1]})
    _copy_into(copy, element)
    return copy


def _copy_into(copy: Element, element: Element) -> None:
    for key, value in element.items():
        if str(key).startswith(W):
            copy.set(key, value)
    for child in element:
        if str(child.tag).startswith(W):
            _copy_into(etree.SubElement(copy, child.tag), child)


def complete_numbering(brand: Element | None, base: HouseStyle, colours: Mapping[str, str]) -> Lists:
    """Return a brand's numbering with every list of `base` that it does not have under our names."""
    tree = etree.fromstring(_NUMBERING) if brand is None else plain_copy(brand)
    for item in [*tree.iter(f"{W}numPicBullet", f"{W}lvlPicBulletId", f"{W}pStyle", f"{W}numIdMacAtCleanup")]:
        if (parent := item.getparent()) is not None:
            parent.remove(item)
    own = {_val(item.find(f"{W}name")): item for item in tree.iterfind(f"{W}abstractNum")}
    taken = {_number(item, "abstractNumId") for item in tree.iterfind(f"{W}abstractNum")}
    instances = {_number(item, "numId") for item in tree.iterfind(f"{W}num")}
    source = etree.fromstring(_NUMBERING.replace("/>", f">{base.numbering.definitions}</w:numbering>"))
    ours = {_val(item.find(f"{W}name")): item for item in source}
    ids: dict[str, int] = {}
    for name in LISTS:
        if name not in own:
            own[name] = deepcopy(ours[name])
            number = max(taken, default=0) + 1
            taken.add(number)
            own[name].set(f"{W}abstractNumId", str(number))
            recolour(own[name], colours)
            # Word wants all definitions before the instances.
            tree.insert(len(tree.findall(f"{W}abstractNum")), own[name])
        ids[name] = max(instances, default=0) + 1
        instances.add(ids[name])
        instance = etree.SubElement(tree, f"{W}num", {f"{W}numId": str(ids[name])})
        target = own[name].get(f"{W}abstractNumId", "")
        etree.SubElement(instance, f"{W}abstractNumId", {f"{W}val": target})
    return Lists(tree, ids)


@dataclass(frozen=True, slots=True)
class Styles:
    """A complete styles part, how the brand's own roles were found in it, and what was mended."""

    tree: Element
    found: Mapping[str, str]
    remarks: tuple[Fault, ...]


def complete_styles(
    file: str, brand: Element, base: HouseStyle, lists: Lists, colours: Mapping[str, str]
) -> Styles:
    """Return a brand's styles with every style of the published list that it does not have.

    What could not be read is mended. Raise StyleError if styles build on each other in a circle.
    """
    tree = plain_copy(brand)
    chains = Chains(tree)
    if circle := sorted(chains.circles()):
        what = f"the styles {', '.join(circle[:6])} build on each other in a circle."
        raise StyleError([Fault(file, 0, "styles", what, "In Word, let one of them be based on no style.")])
    found = adopt(tree)
    own = set(chains.styles)
    ours = Chains.of(base.styles)
    retheme(tree, colours)
    known = {_val(item, "numId") for item in lists.tree.iterfind(f"{W}num")}
    for tie in [*tree.iter(f"{W}numPr")]:
        if _val(tie.find(f"{W}numId")) not in known and (parent := tie.getparent()) is not None:
            parent.remove(tie)
    source = etree.fromstring(base.styles.encode())
    importer = _Importer(tree, source, base, lists.ids, colours)
    for kind, name in dict.fromkeys(ROLES.values()):
        importer.take(kind, name.lower())
    for level in range(1, 5):
        _set_list(importer.here["paragraph", f"heading {level}"], lists.ids["stratgen-sections"], level - 1)
    for role, level in _LISTED.items():
        style = importer.here["paragraph", ROLES[role][1].lower()]
        if style.find(f"{W}pPr/{W}numPr") is None:
            _set_list(style, lists.ids["stratgen-bullets"], level)
    for role in found:
        _hold_together(importer.here[ROLES[role][0], ROLES[role][1].lower()], ours, base.ids[role])
    _default_language(tree)
    return Styles(tree, found, tuple(mend(file, tree, own, colours)))


class _Importer:
    """Takes styles over, with the styles that they build on."""

    def __init__(
        self,
        tree: Element,
        source: Element,
        base: HouseStyle,
        lists: Mapping[str, int],
        colours: Mapping[str, str],
    ) -> None:
        self._tree = tree
        self._colours = colours
        self._source = {item.get(f"{W}styleId", ""): item for item in source.iterfind(f"{W}style")}
        self._source_by_name = {_key(item): item for item in self._source.values()}
        self.here: dict[tuple[str, str], Element] = {}
        for item in tree.iterfind(f"{W}style"):
            self.here.setdefault(_key(item), item)
        self._taken = {item.get(f"{W}styleId", "") for item in tree.iterfind(f"{W}style")}
        by_number = {str(number): name for name, number in base.numbering.numbers.items()}
        self._lists = {number: str(lists[name]) for number, name in by_number.items()}

    def take(self, kind: str, name: str) -> Element:
        """Return the style of that kind and name, taken over if the brand does not have it."""
        if (kind, name) in self.here:
            return self.here[kind, name]
        style = deepcopy(self._source_by_name[kind, name])
        self.here[kind, name] = style
        number = style.get(f"{W}styleId", "")
        while number in self._taken:
            number += "Stratgen"
        self._taken.add(number)
        style.set(f"{W}styleId", number)
        if style.get(f"{W}default") and any(
            item.get(f"{W}default") and item.get(f"{W}type") == kind
            for item in self._tree.iterfind(f"{W}style")
        ):
            del style.attrib[f"{W}default"]
        for link in [item for item in style if item.tag in _LINKS]:
            other = self.take(*_key(self._source[_val(link)]))
            link.set(f"{W}val", other.get(f"{W}styleId", ""))
        for item in style.iter(f"{W}numId"):
            item.set(f"{W}val", self._lists[_val(item)])
        recolour(style, self._colours)
        self._tree.append(style)
        return style


def recolour(style: Element, colours: Mapping[str, str]) -> None:
    """Give a style that was taken over the brand's colours, darkened where it would not be legible."""
    retheme(style, colours)
    for dress in style.iter(f"{W}rPr"):
        _darken(dress, _grounds(style, dress, colours))


def retheme(tree: Element, colours: Mapping[str, str]) -> None:
    """Write the colours of a theme beside every tie to it, where readers without themes look."""
    for item in tree.iter():
        ink = "val" if item.tag == f"{W}color" else "color"
        for tie, part, value in (("themeColor", "theme", ink), ("themeFill", "themeFill", "fill")):
            key = _THEME.get(item.get(W + tie, ""), item.get(W + tie, ""))
            if key in colours:
                item.set(W + value, _themed(item, part, colours[key]))


def _themed(item: Element, part: str, colour: str) -> str:
    for change, name in ((tint, "Tint"), (shade, "Shade")):
        if re.fullmatch("[0-9A-Fa-f]{1,2}", degree := item.get(f"{W}{part}{name}", "")):
            return change(colour, int(degree, 16))
    return colour


def _darken(dress: Element, grounds: list[str]) -> None:
    """Make a text colour legible on every ground; a theme colour would win over it, so the tie goes."""
    ink = dress.find(f"{W}color")
    if ink is None or not re.fullmatch(r"[0-9A-Fa-f]{6}", _val(ink)):
        return
    colour = _val(ink)
    if ink.get(f"{W}themeColor") == "background1":
        if len(grounds) > 1 or contrast(colour, grounds[0]) >= LEGIBLE:
            return  # reversed text: the fill that it stands on is chosen for it
        colour = "000000"
    for ground in grounds:
        if contrast(colour, ground) < LEGIBLE:
            colour = darkened(colour, ground)
    if colour != _val(ink):
        for name in ("themeColor", "themeTint", "themeShade"):
            if ink.get(W + name) is not None:
                del ink.attrib[W + name]
        ink.set(f"{W}val", colour)


def _grounds(style: Element, dress: Element, colours: Mapping[str, str]) -> list[str]:
    """Return what text in a style may stand on: its own shade, or else paper and tinted cells."""
    for place in (dress, style.find(f"{W}pPr")):
        shading = None if place is None else place.find(f"{W}shd")
        if shading is not None and re.fullmatch(r"[0-9A-Fa-f]{6}", _val(shading, "fill")):
            return [_val(shading, "fill")]
    return ["FFFFFF", colours["lt2"]]


_BEFORE_LIST = ("pStyle", "keepNext", "keepLines", "pageBreakBefore", "framePr", "widowControl")


def _set_list(style: Element, number: int, level: int) -> None:
    """Tie a paragraph style to a level of a list."""
    dress = _dress_of(style)
    for old in dress.findall(f"{W}numPr"):
        dress.remove(old)
    place = sum(item.tag in {W + name for name in _BEFORE_LIST} for item in dress)
    tie = etree.Element(f"{W}numPr")
    if level:
        etree.SubElement(tie, f"{W}ilvl", {f"{W}val": str(level)})
    etree.SubElement(tie, f"{W}numId", {f"{W}val": str(number)})
    dress.insert(place, tie)


def _hold_together(style: Element, ours: Chains, number: str) -> None:
    """Let a brand's style stay with what follows where ours does: a caption stands above its table."""
    for tag in ("keepLines", "keepNext"):
        wanted = any(each.find(f"{W}pPr/{W}{tag}") is not None for each in ours.line(number))
        if wanted and style.find(f"{W}pPr/{W}{tag}") is None:
            _dress_of(style).insert(0, etree.Element(W + tag))


def _dress_of(style: Element) -> Element:
    """Return the paragraph properties of a style, made in their place where there are none."""
    dress = style.find(f"{W}pPr")
    if dress is None:
        dress = etree.Element(f"{W}pPr")
        later = {W + tag for tag in ("rPr", "tblPr", "trPr", "tcPr", "tblStylePr")}
        style.insert(next((at for at, item in enumerate(style) if item.tag in later), len(style)), dress)
    return dress


def _default_language(tree: Element) -> None:
    """Make sure that the defaults name a language, so that a document can set its own."""
    defaults = tree.find(f"{W}docDefaults")
    if defaults is None:
        defaults = etree.Element(f"{W}docDefaults")
        tree.insert(0, defaults)
    holder = defaults.find(f"{W}rPrDefault")
    if holder is None:
        holder = etree.Element(f"{W}rPrDefault")
        defaults.insert(0, holder)
    dress = holder.find(f"{W}rPr")
    if dress is None:
        dress = etree.SubElement(holder, f"{W}rPr")
    if dress.find(f"{W}lang") is None:
        etree.SubElement(dress, f"{W}lang", {f"{W}val": "en-GB"})


def _key(style: Element) -> tuple[str, str]:
    return style.get(f"{W}type", "paragraph"), _val(style.find(f"{W}name")).lower()


def _val(element: Element | None, name: str = "val") -> str:
    return "" if element is None else str(element.get(W + name, ""))


def _number(element: Element, name: str) -> int:
    value = element.get(W + name, "")
    return int(value) if value.lstrip("-").isdecimal() else 0
