"""Reads a brand sheet (`brand.yaml`): colours, fonts, logo, names. Every fault has its line and a mend.

It knows what a sheet may say and what can be read on paper; it does not know how a style is made of it.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Mapping
from pathlib import Path

from stratgen.answers import Setting, read_settings
from stratgen.colour import LEGIBLE, contrast
from stratgen.errors import Fault, StyleError
from stratgen.word import BrandSheet
from stratgen.word.colour import legible
from stratgen.word.fonts import is_known, is_standard
from stratgen.word.images import image_of
from stratgen.word.sheet import derived
from stratgen.word.style import FixedLine, Paper, Picture

COLOURS = {
    "accent": "accent1", "highlight": "accent2", "positive": "accent3", "risk": "accent4", "quiet": "accent5",
    "rights": "accent6", "text": "dk1", "panel": "lt2", "link": "hlink",
}  # fmt: skip
"""The colours of a sheet, and the colour of the theme that each is."""
RATINGS = ("good", "watch", "bad", "none")
PAPERS: tuple[Paper, ...] = ("A4", "Letter")
_KEYS = {"name": (), "footer": (), "logo": (), "paper": (), "colours": tuple(COLOURS), "ratings": RATINGS,
         "fonts": ("heading", "body")}  # fmt: skip
_SPELLINGS = {"colors": "colours", "font": "fonts", "color": "colours", "colour": "colours"}

_WORDS = (
    ("text", "dk1", "running text"), ("accent", "accent1", "headings and heads of tables"),
    ("highlight", "accent2", "open points"), ("quiet", "accent5", "details and labels"),
    ("risk", "accent4", "titles of risks"), ("rights", "accent6", "titles of rights"), ("link", "hlink", "links"),
)  # fmt: skip
_ON_PANELS = ("dk1", "accent1", "accent5", "hlink")
_LARGEST = 2_000_000
_MOST_PIXELS = 10_000
_HIGH, _WIDE = 460_000, 2_160_000
"""The most height and width of a logo in EMU (about 13 by 60 mm)."""
_EMU_IN_INCH = 914_400
_SHARP = 150
"""Pixels to an inch below which a logo looks coarse in print."""
_LONGEST = 160


def read_sheet(path: Path) -> BrandSheet:
    """Return a brand sheet; StyleError with all of its faults, AnswersError if it is no YAML."""
    settings, faults = read_settings(path)
    reader = _Reader(path, list(faults))
    settings = {_SPELLINGS.get(key, key): each for key, each in settings.items()}
    reader.refuse_unknown(settings, tuple(_KEYS), "")
    name, footer = (reader.words(settings, key) for key in ("name", "footer"))
    colours = reader.colours(settings)
    ratings = reader.ratings(settings, colours)
    heading, body = reader.fonts(settings)
    logo = reader.logo(settings)
    paper = reader.paper(settings)
    if reader.faults:
        raise StyleError(reader.faults)
    foot = footer or (name if logo else "")
    return BrandSheet(
        path.as_posix(), colours, ratings, heading, body, logo,
        (FixedLine(name),) if name and not logo else (), (FixedLine(foot),) if foot else (),
        paper, tuple(sorted(reader.warnings)),
    )  # fmt: skip


class _Reader:
    """Takes the settings of one sheet, and keeps what is wrong with them."""

    def __init__(self, path: Path, faults: list[Fault]) -> None:
        self.path, self.faults = path, faults
        self.warnings: list[Fault] = []

    def fault(self, setting: Setting, place: str, what: str, mend: str) -> None:
        """Keep a fault of a setting."""
        self.faults.append(Fault(self.path.as_posix(), setting.line, place, what, mend))

    def warn(self, setting: Setting, place: str, what: str, mend: str) -> None:
        """Keep something that does not stop the sheet from being used."""
        self.warnings.append(Fault(self.path.as_posix(), setting.line, place, what, mend))

    def refuse_unknown(self, settings: Mapping[str, Setting], known: tuple[str, ...], place: str) -> None:
        """Name every key that a sheet does not have."""
        for key, setting in settings.items():
            if key not in known:
                close = difflib.get_close_matches(key, known, 1)
                mend = f"Did you mean {close[0]}?" if close else f"The keys here are {', '.join(known)}."
                self.fault(setting, place, f'there is no key "{key}".', mend)

    def below(self, settings: Mapping[str, Setting], key: str) -> dict[str, Setting]:
        """Return the settings below a key, with faults for what does not belong there."""
        setting = settings.get(key)
        if setting is None:
            return {}
        if setting.below is None:
            self.fault(setting, key, "has no settings below it.",
                       f"Indent them by two spaces: {', '.join(_KEYS[key])}.")  # fmt: skip
            return {}
        self.refuse_unknown(setting.below, _KEYS[key], key)
        return {name: each for name, each in setting.below.items() if name in _KEYS[key]}

    def words(self, settings: Mapping[str, Setting], key: str) -> str:
        """Return a line of words; "" if it is missing or faulty."""
        setting = settings.get(key)
        if setting is None:
            return ""
        text = " ".join((setting.text or "").split())
        if not text:
            self.fault(setting, key, "is empty.", "Write it in one line, or take the key away.")
        elif len(text) > _LONGEST:
            what = f"has {len(text)} characters; one line holds {_LONGEST}."
            self.fault(setting, key, what, "Shorten it.")
        return re.sub(r"[\x00-\x1f\x7f]", "", text)

    def paper(self, settings: Mapping[str, Setting]) -> Paper:
        """Return the paper; "" if the answers decide."""
        setting = settings.get("paper")
        if setting is None:
            return ""
        found: Paper = next((each for each in PAPERS if each.lower() == (setting.text or "").lower()), "")
        if not found:
            self.fault(setting, "paper", f'there is no paper "{setting.text or ""}".',
                       "Write A4 or Letter, or take the key away: then the locale of the answers decides.")  # fmt: skip
        return found

    def colour(self, setting: Setting, place: str) -> str:
        """Return six hex digits; "" if the setting is no colour."""
        text = (setting.text or "").strip()
        if re.fullmatch(r"#?[0-9A-Fa-f]{6}", text):
            return text.removeprefix("#").upper()
        if setting.hashed:
            self.fault(setting, place, f"is empty, since {setting.hashed} is a comment in YAML.",
                       f'Put the colour in quotes: "{setting.hashed}".')  # fmt: skip
        elif found := re.fullmatch(r"#?([0-9A-Fa-f])([0-9A-Fa-f])([0-9A-Fa-f])", text):
            whole = "".join(digit * 2 for digit in found.groups()).upper()
            self.fault(setting, place, f'"{text}" is a short form.', f'Write it in full: "#{whole}".')
        else:
            self.fault(
                setting,
                place,
                f'"{text}" is no colour.',
                'Write six hex digits in quotes, such as "#0E4D5C".',
            )
        return ""

    def colours(self, settings: Mapping[str, Setting]) -> dict[str, str]:
        """Return the colours of the theme that a sheet sets; those that cannot be read are faults."""
        said = self.below(settings, "colours")
        found = {
            COLOURS[name]: colour
            for name, setting in said.items()
            if (colour := self.colour(setting, f"colours, {name}"))
        }
        panel = derived({"lt2": "E8EFF1"}, found).get("lt2", "E8EFF1")
        for name, key, use in _WORDS:
            if key in found:
                # A panel that is not said is made of the accent, so light that it can be read on it.
                tinted = key in _ON_PANELS and not (key == "accent1" and "lt2" not in found)
                grounds = {"white": "FFFFFF", **({"the panel": panel} if tinted else {})}
                self._hold(said[name], f"colours, {name}", found[key], grounds, use)
        return found

    def _hold(self, setting: Setting, place: str, colour: str, grounds: Mapping[str, str], use: str) -> None:
        """Hold a colour of words against the grounds that they stand on."""
        name, ground = min(grounds.items(), key=lambda each: contrast(colour, each[1]))
        if contrast(colour, ground) < LEGIBLE:
            what = f"#{colour} on {name} (#{ground}) has a contrast of {contrast(colour, ground):.1f}; {use} need {LEGIBLE}."
            better = legible(colour, *grounds.values())
            self.fault(setting, place, what, f"The nearest shade that passes is #{better}.")

    def ratings(self, settings: Mapping[str, Setting], colours: Mapping[str, str]) -> dict[str, str]:
        """Return the fills of rated cells, on which the text has to be legible."""
        found: dict[str, str] = {}
        ink = colours.get("dk1", "1F2A30")
        for name, setting in self.below(settings, "ratings").items():
            colour = self.colour(setting, f"ratings, {name}")
            if not colour:
                continue
            found[name] = colour
            if contrast(colour, ink) < LEGIBLE:
                what = f"the text (#{ink}) on #{colour} has a contrast of {contrast(colour, ink):.1f}; cells need {LEGIBLE}."
                self.fault(setting, f"ratings, {name}", what,
                           f"The nearest shade that passes is #{legible(colour, ink)}.")  # fmt: skip
        return found

    def fonts(self, settings: Mapping[str, Setting]) -> tuple[str, str]:
        """Return the fonts of headings and text; "" where the sheet leaves one open."""
        found = {"heading": "", "body": ""}
        for name, setting in self.below(settings, "fonts").items():
            font = " ".join((setting.text or "").split())
            place = f"fonts, {name}"
            if not re.fullmatch(r"[\w .-]{1,60}", font):
                self.fault(
                    setting, place, f'"{font[:60]}" is no name of a font.', "Write it as Word shows it."
                )
                continue
            found[name] = font
            if not is_standard(font):
                wide = "" if is_known(font) else " and its width is not known"
                what = (
                    f"the font {font} does not come with Word{wide}: where it is missing, another stands in."
                )
                self.warn(
                    setting, place, what, "Choose a font that all readers have, or install it for them."
                )
        return found["heading"], found["body"]

    def logo(self, settings: Mapping[str, Setting]) -> Picture | None:
        """Return the logo, sized for a header; None without one."""
        setting = settings.get("logo")
        if setting is None:
            return None
        if not setting.text:
            self.fault(setting, "logo", "is empty.", "Name an image file beside this one.")
            return None
        file = self.path.parent / setting.text
        try:
            with file.open("rb") as stream:
                content = stream.read(_LARGEST + 1)
        except (OSError, ValueError):
            self.fault(setting, "logo", f"{setting.text} cannot be read.",
                       "Name an image file by its path from the folder of this file.")  # fmt: skip
            return None
        return self._sized(setting, content)

    def _sized(self, setting: Setting, content: bytes) -> Picture | None:
        image = image_of(content)
        if len(content) > _LARGEST:
            self.fault(setting, "logo", f"{setting.text} is larger than 2 MB.",
                       "Save it smaller: a thousand pixels are wide enough.")  # fmt: skip
        elif image is None or image.kind == "gif":
            self.fault(setting, "logo", f"{setting.text} is no PNG or JPEG.", "Save the logo as PNG.")
        elif not (0 < image.wide <= _MOST_PIXELS and 0 < image.high <= _MOST_PIXELS):
            what = f"{setting.text} says that it has {image.wide} by {image.high} pixels."
            self.fault(setting, "logo", what, "Save the logo again, about a thousand pixels wide.")
        else:
            scale = min(_HIGH / image.high, _WIDE / image.wide)
            if _EMU_IN_INCH / scale < _SHARP:
                what = f"{setting.text} has {image.wide} by {image.high} pixels, which looks coarse in print."
                self.warn(setting, "logo", what, "Save it with more pixels.")
            size = max(1, round(image.wide * scale)), max(1, round(image.high * scale))
            return Picture(content, image.kind, *size)
        return None
