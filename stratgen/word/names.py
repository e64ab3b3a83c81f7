"""What Word calls its own styles, in English and elsewhere, and how a role is found under any of them.

Word itself keeps the English name in every file and translates it on screen; other programs write what
they show. It knows names alone, not how a style looks.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from types import MappingProxyType

from stratgen.word.guard import Element
from stratgen.word.style import ROLES, StyleKind

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"

LANGUAGES = ("German", "French", "Spanish", "Dutch", "Italian", "Portuguese", "Swedish", "Polish")

_TABLE = """
Normal             | Standard | - | - | Standaard | Normale | - | - | Normalny
heading #          | Überschrift # | Titre # | Título # | Kop # | Titolo # | Título # | Rubrik # | Nagłówek #
Title              | Titel | Titre | Título | Titel | Titolo | Título | Rubrik | Tytuł
Subtitle           | Untertitel | Sous-titre | Subtítulo | Ondertitel | Sottotitolo | Subtítulo | Underrubrik | Podtytuł
TOC Heading        | Inhaltsverzeichnisüberschrift | En-tête de table des matières | Título de TDC | \
Kop van inhoudsopgave | Titolo sommario | Cabeçalho do Sumário | Innehållsförteckningsrubrik | Nagłówek spisu treści
toc #              | Verzeichnis # | TM # | TDC # | Inhopg # | Sommario # | Sumário # | Innehåll # | Spis treści #
table of figures   | Abbildungsverzeichnis | Table des illustrations | Tabla de ilustraciones | Lijst met afbeeldingen | \
Indice delle figure | Índice de ilustrações | Figurförteckning | Spis ilustracji
Quote              | Zitat | Citation | Cita | Citaat | Citazione | Citação | Citat | Cytat
List Bullet*       | Aufzählungszeichen* | Liste à puces* | Lista con viñetas* | Lijst opsom.teken* | Punto elenco* | \
Commarcadores* | Punktlista* | Lista punktowana*
List Number*       | Listennummer* | Liste à numéros* | Lista con números* | Lijstnummering* | Numero elenco* | \
Numerada* | Numrerad lista* | Lista numerowana*
List Continue*     | Listenfortsetzung* | Liste continue* | Continuar lista* | Lijstvoortzetting* | Elenco continua* | \
Listadecont.* | Listfortsättning* | Lista - kontynuacja*
caption            | Beschriftung | Légende | Descripción | Bijschrift | Didascalia | Legenda | Beskrivning | Legenda
header             | Kopfzeile | En-tête | Encabezado | Koptekst | Intestazione | Cabeçalho | Sidhuvud | Nagłówek
footer             | Fußzeile | Pied de page | Pie de página | Voettekst | Piè di pagina | Rodapé | Sidfot | Stopka
footnote text      | Fußnotentext | Note de bas de page | Texto nota pie | Voetnoottekst | Testo nota a piè di pagina | \
Texto de nota de rodapé | Fotnotstext | Tekst przypisu dolnego
footnote reference | Fußnotenzeichen | Appel note de bas de p. | Ref. de nota al pie | Voetnootmarkering | \
Rimando nota a piè di pagina | Ref. de nota de rodapé | Fotnotsreferens | Odwołanie przypisu dolnego
Hyperlink          | - | Lien hypertexte | Hipervínculo | - | Collegamento ipertestuale | Hiperlink | Hyperlänk | Hiperłącze
Placeholder Text   | Platzhaltertext | Texte de l'espace réservé | Texto de marcador de posición | \
Tekst van tijdelijke aanduiding | Testo segnaposto | Texto de Espaço Reservado | Platshållartext | Tekst zastępczy
"""
"""One built-in style a line, by language; `#` is a level, `*` a level of which the first is not written."""


def _rows() -> Iterable[list[str]]:
    for line in _TABLE.replace("\\\n", "").strip().splitlines():
        cells = [cell.strip() for cell in line.split("|")]
        if "#" in line:
            yield from ([cell.replace("#", str(level)) for cell in cells] for level in range(1, 5))
        elif "*" in line:
            yield from ([cell.replace("*", level) for cell in cells] for level in ("", " 2", " 3"))
        else:
            yield cells


_ROWS = tuple(_rows())

LOCALISED: Mapping[str, tuple[tuple[str, str], ...]] = MappingProxyType(
    {
        cells[0].lower(): tuple(
            (language, name)
            for language, name in zip(LANGUAGES, cells[1:], strict=True)
            if name not in ("-", cells[0])
        )
        for cells in _ROWS
    }
)
"""For the English name of a built-in style (lower case), what it is called in which language."""


def style_id(name: str) -> str:
    """Return the id that Word makes of a style's name: its plain letters, digits and hyphens."""
    return re.sub(r"[^A-Za-z0-9-]", "", name)


def _ids(english: str) -> set[str]:
    return {style_id(name).lower() for name in (english, *(name for _, name in LOCALISED[english.lower()]))}


def adopt(tree: Element) -> dict[str, str]:
    """Give styles that are ours under another name the name of the role; return how each role was found.

    A role is found by its name (whatever the case), by an alias ("Acme Lead,Lead" in Word), by the name
    that a translated Word shows, or by the id of a built-in style, in this order. Roles that are not
    found are left out.
    """
    styles: dict[str, list[Element]] = {}
    for style in tree.iterfind(f"{W}style"):
        styles.setdefault(style.get(f"{W}type", "paragraph"), []).append(style)
    found: dict[tuple[StyleKind, str], str] = {}
    wanted = tuple(dict.fromkeys(ROLES.values()))
    taken: set[Element] = set()
    for search in (_by_name, _by_alias, _by_translation, _by_id):
        for kind, name in wanted:
            if (kind, name) in found:
                continue
            free = [style for style in styles.get(kind, ()) if style not in taken]
            if hit := search(free, name):
                style, how = hit
                found[kind, name] = how
                taken.add(style)
                _rename(style, name)
    return {role: found[key] for role, key in ROLES.items() if key in found}


Hit = tuple[Element, str] | None


def name_of(style: Element) -> str:
    """Return the name of a style as it stands in the file."""
    return _val(style.find(f"{W}name"))


def _by_name(styles: list[Element], name: str) -> Hit:
    return next(((style, "by name") for style in styles if name_of(style).lower() == name.lower()), None)


def _by_alias(styles: list[Element], name: str) -> Hit:
    for style in styles:
        aliases = f"{name_of(style)},{_val(style.find(f'{W}aliases'))}".split(",")
        if len(aliases) > 1 and name.lower() in (alias.strip().lower() for alias in aliases):
            return style, f'as an alias of "{name_of(style)}"'
    return None


def _by_translation(styles: list[Element], name: str) -> Hit:
    for language, translated in LOCALISED.get(name.lower(), ()):
        for style in styles:
            if name_of(style).lower() == translated.lower():
                return style, f'by its {language} name "{name_of(style)}"'
    return None


def _by_id(styles: list[Element], name: str) -> Hit:
    if name.lower() not in LOCALISED:
        return None
    ids = _ids(name)
    for style in styles:
        if style.get(f"{W}styleId", "").lower() in ids and name_of(style).lower() not in _KNOWN:
            return style, f'by its id "{style.get(f"{W}styleId")}" (called "{name_of(style)}")'
    return None


_KNOWN = {
    name.lower()
    for english, others in LOCALISED.items()
    for name in (english, *(translated for _, translated in others))
} | {name.lower() for _, name in ROLES.values()}


def _rename(style: Element, name: str) -> None:
    """Call a style by the name that Word has for it; what it was called stays as an alias."""
    title = style.find(f"{W}name")
    before = _val(title)
    if title is None or before.lower() == name.lower():
        return
    title.set(f"{W}val", name)
    aliases = style.find(f"{W}aliases")
    others = [before, *_val(aliases).split(",")]
    if aliases is None:
        aliases = style.makeelement(f"{W}aliases")
        title.addnext(aliases)
    kept = dict.fromkeys(part.strip() for part in others if part.strip().lower() not in ("", name.lower()))
    aliases.set(f"{W}val", ",".join(kept))
    if name.lower() in LOCALISED and style.get(f"{W}customStyle"):
        del style.attrib[f"{W}customStyle"]


def _val(element: Element | None) -> str:
    return "" if element is None else str(element.get(f"{W}val", ""))
