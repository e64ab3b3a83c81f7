"""A whole document into a package: first page, contents, body, sections, and the parts around them."""

from __future__ import annotations

from functools import lru_cache

from stratgen.document import Document
from stratgen.word import headers, properties
from stratgen.word.body import BodyWriter
from stratgen.word.charts import CHART_TYPE, WORKBOOK_TYPE
from stratgen.word.comments import comments_part
from stratgen.word.contents import contents, exhibit_lists
from stratgen.word.cover import write_cover, write_head
from stratgen.word.form_data import PROPS_TYPE, Form, data_names, data_parts
from stratgen.word.job import Job, Relations
from stratgen.word.namespaces import DOCUMENT_TYPE, HEAD, RELATIONS, ROOT, TYPES, R
from stratgen.word.package import Part, archive, pack
from stratgen.word.pagination import UNKNOWN_PAGES, Pagination, is_bound, opening_blocks
from stratgen.word.parts import linked, lists_of_styles
from stratgen.word.sections import Sections, State
from stratgen.word.style import HouseStyle, in_language

_FIXED = (
    ("styles", "styles.xml"), ("numbering", "numbering.xml"), ("settings", "settings.xml"),
    ("fontTable", "fontTable.xml"), ("theme", "theme/theme1.xml"), ("footnotes", "footnotes.xml"),
)  # fmt: skip
_TIED = (
    ("stratgen-bullets", ("bullet-1", "bullet-2", "bullet-3")),
    ("stratgen-table-bullets", ("cell-bullet",)),
)
_SEPARATORS = (
    '<w:footnote w:type="separator" w:id="-1"><w:p><w:pPr><w:spacing w:after="0"/></w:pPr>'
    "<w:r><w:separator/></w:r></w:p></w:footnote>"
    '<w:footnote w:type="continuationSeparator" w:id="0"><w:p><w:pPr><w:spacing w:after="0"/></w:pPr>'
    "<w:r><w:continuationSeparator/></w:r></w:p></w:footnote>"
)


def write(
    document: Document,
    style: HouseStyle,
    pagination: Pagination = UNKNOWN_PAGES,
    comments: bool = False,
) -> bytes:
    """Return the document as a Word file; the same document, style and pagination give the same bytes.

    With `comments` every open point has one in the margin that says who closes it.
    Raise ValueError if the tree is broken: a reference to nothing, a row that does not fill its table.
    Raise KeyError if pages are known, but not those of every heading and exhibit.
    """
    return _Package(document, style, pagination, comments).bytes()


class _Package:
    """The parts of one document in the making."""

    def __init__(self, document: Document, style: HouseStyle, pagination: Pagination, comments: bool) -> None:
        margins = style.margins
        self.document = document
        self.style = style
        self.bound = is_bound(document)
        width = headers.text_width((margins.left, margins.right), document.paper)
        form = Form(f"{document.client}: {document.title}")
        self.job = Job(style, width, document.blocks, pagination, comments, document.language, form)
        self.sections = Sections(self.job, document, self.bound)

    def bytes(self) -> bytes:
        """Return the zip file."""
        body = self._body()
        job = self.job
        fixed = fixed_parts(self.style, self.document.language)
        changing: dict[str, str | bytes] = {
            "[Content_Types].xml": self._types(),
            "word/document.xml": f"{HEAD}<w:document {ROOT}><w:body>{body}</w:body></w:document>",
            "word/_rels/document.xml.rels": self._relations(),
            "word/footnotes.xml": f"{HEAD}<w:footnotes {ROOT}>{_SEPARATORS}{''.join(job.notes)}</w:footnotes>",
            "word/numbering.xml": self._numbering(),
            "docProps/core.xml": properties.core(self.document),
            "docProps/custom.xml": properties.custom(self.document),
            **{f"word/{name}": HEAD + content for name, content in self.sections.files.items()},
        }
        changing |= _chart_parts(job) | data_parts(job.form, self.document.attachment)
        if job.comments:
            changing["word/comments.xml"] = comments_part(self.document, job.comments)
        if job.note_links.targets:
            changing["word/_rels/footnotes.xml.rels"] = relations_xml(_link_relations(job.note_links))
        for name, picture in (("header", self.style.header_picture), ("footer", self.style.footer_picture)):
            if picture:
                target = f"media/{name}.{picture.extension}"
                for file, content in self.sections.files.items():
                    if file.startswith(name) and 'r:embed="logo"' in content:
                        changing[f"word/_rels/{file}.rels"] = relations_xml(
                            [f'Id="logo" Type="{R}/image" Target="{target}"']
                        )
        parts = {part.name: part for part in (*fixed, *(pack(*item) for item in changing.items()))}
        leading = ("[Content_Types].xml", "_rels/.rels", "word/document.xml")
        return archive(
            [parts[name] for name in leading] + [parts[name] for name in sorted(parts.keys() - {*leading})]
        )

    def _body(self) -> str:
        job, document = self.job, self.document
        (write_cover if document.cover else write_head)(job, document)
        front, job.body = job.body, []
        # The page break after a cover belongs to the contents, if there are any. In a pack the first pages
        # follow them on the same page.
        contents_break, job.page_break = (
            job.page_break,
            document.cover and not (self.bound and document.contents),
        )
        job.opened = document.cover or document.contents
        writer = BodyWriter(job, self.bound)
        sections = self.sections
        front_end = ""
        opening = opening_blocks(document)
        place = 0
        for at, block in enumerate(document.blocks):
            if opening and at == opening:
                place = len(job.body)
            following = sections.state_at(block)
            if following != sections.state:
                if job.body:
                    job.end_section(sections.end())
                else:
                    front_end = sections.end()
                job.page_break = False
                sections.begin(following)
            writer.write_block(block)
        writer.end()
        if job.after_table or not job.body:
            # Word wants a paragraph after a table; of one point, it hardly ever asks for a page of its own.
            job.paragraph("table-end", "", line=20)
        end = sections.end()
        sections.begin(State(document.title))
        body, job.body = job.body, front
        if document.contents and (listing := contents(job, writer.entries, contents_break or bool(place))):
            listed = [listing, exhibit_lists(job, job.exhibits)]
            body = [*body[:place], *listed, *body[place:]]
        if front_end:
            job.end_section(front_end)
        return "".join([*job.body, *body, end])

    def _numbering(self) -> str:
        definitions, instances = numbering_parts(self.style, self.bound)
        extra = "".join(self.job.instances)
        return f"{HEAD}<w:numbering {ROOT}>{definitions}{instances}{extra}</w:numbering>"

    def _relations(self) -> str:
        lines = [f'Id="{kind}" Type="{R}/{kind}" Target="{target}"' for kind, target in _FIXED]
        lines += [
            f'Id="{file.removesuffix(".xml")}" Type="{R}/{file[:6]}" Target="{file}"'
            for file in self.sections.files
        ]
        lines += [
            f'Id="chart{number}" Type="{R}/chart" Target="charts/chart{number}.xml"'
            for number, _ in enumerate(self.job.charts, 1)
        ]
        lines += [
            f'Id="data{number}" Type="{R}/customXml" Target="../customXml/item{number}.xml"'
            for number in data_names(self.job.form, self.document.attachment)
        ]
        if self.job.comments:
            lines.append(f'Id="comments" Type="{R}/comments" Target="comments.xml"')
        return relations_xml(lines + _link_relations(self.job.links))

    def _types(self) -> str:
        overrides = [
            ("word/document.xml", f"{DOCUMENT_TYPE}.document.main+xml"),
            ("word/styles.xml", f"{DOCUMENT_TYPE}.styles+xml"),
            ("word/numbering.xml", f"{DOCUMENT_TYPE}.numbering+xml"),
            ("word/settings.xml", f"{DOCUMENT_TYPE}.settings+xml"),
            ("word/fontTable.xml", f"{DOCUMENT_TYPE}.fontTable+xml"),
            ("word/footnotes.xml", f"{DOCUMENT_TYPE}.footnotes+xml"),
            ("word/theme/theme1.xml", "application/vnd.openxmlformats-officedocument.theme+xml"),
            ("docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml"),
            ("docProps/app.xml", "application/vnd.openxmlformats-officedocument.extended-properties+xml"),
            ("docProps/custom.xml", "application/vnd.openxmlformats-officedocument.custom-properties+xml"),
            *((f"word/{file}", f"{DOCUMENT_TYPE}.{file[:6]}+xml") for file in self.sections.files),
            *((f"word/charts/chart{number}.xml", CHART_TYPE) for number, _ in enumerate(self.job.charts, 1)),
        ]
        overrides += [
            (f"customXml/itemProps{number}.xml", PROPS_TYPE)
            for number in data_names(self.job.form, self.document.attachment)
        ]
        if self.job.comments:
            overrides.append(("word/comments.xml", f"{DOCUMENT_TYPE}.comments+xml"))
        pictures = {
            picture.extension for picture in (self.style.header_picture, self.style.footer_picture) if picture
        }
        defaults = [
            ("rels", "application/vnd.openxmlformats-package.relationships+xml"),
            ("xml", "application/xml"),
            *((extension, f"image/{extension}") for extension in sorted(pictures)),
            *([("xlsx", WORKBOOK_TYPE)] if self.job.charts else []),
        ]
        lines = [f'<Default Extension="{key}" ContentType="{kind}"/>' for key, kind in defaults]
        lines += [f'<Override PartName="/{name}" ContentType="{kind}"/>' for name, kind in overrides]
        return f'{HEAD}<Types xmlns="{TYPES}">{"".join(lines)}</Types>'


def relations_xml(lines: list[str]) -> str:
    """Return a relationships part; each line holds the attributes of one relationship."""
    return (
        f'{HEAD}<Relationships xmlns="{RELATIONS}">'
        + "".join(f"<Relationship {line}/>" for line in lines)
        + "</Relationships>"
    )


def _chart_parts(job: Job) -> dict[str, str | bytes]:
    """Return the charts, their workbooks and the relationships between them, numbered in reading order."""
    parts: dict[str, str | bytes] = {}
    for number, (chart, workbook) in enumerate(job.charts, 1):
        target = f"workbook{number}.xlsx"
        parts[f"word/charts/chart{number}.xml"] = chart
        parts[f"word/charts/_rels/chart{number}.xml.rels"] = relations_xml(
            [f'Id="workbook" Type="{R}/package" Target="../embeddings/{target}"']
        )
        parts[f"word/embeddings/{target}"] = workbook
    return parts


def _link_relations(links: Relations) -> list[str]:
    return [
        f'Id="{number}" Type="{R}/hyperlink" Target="{target.replace("&", "&amp;")}" TargetMode="External"'
        for target, number in links.targets.items()
    ]


@lru_cache(maxsize=16)
def fixed_parts(style: HouseStyle, language: str) -> tuple[Part, ...]:
    """Return the parts that do not change from document to document, deflated once per style."""
    package = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"
    top = relations_xml(
        [
            f'Id="document" Type="{R}/officeDocument" Target="word/document.xml"',
            f'Id="core" Type="{package}" Target="docProps/core.xml"',
            f'Id="app" Type="{R}/extended-properties" Target="docProps/app.xml"',
            f'Id="custom" Type="{R}/custom-properties" Target="docProps/custom.xml"',
        ]
    )
    parts = [
        pack("_rels/.rels", top),
        pack("docProps/app.xml", properties.APP),
        pack("word/styles.xml", in_language(style.styles, language)),
        pack("word/settings.xml", in_language(style.settings, language)),
        pack("word/fontTable.xml", style.fonts),
        pack("word/theme/theme1.xml", style.theme),
    ]
    for name, picture in (("header", style.header_picture), ("footer", style.footer_picture)):
        if picture:
            parts.append(pack(f"word/media/{name}.{picture.extension}", picture.content))
    return tuple(parts)


@lru_cache(maxsize=16)
def numbering_parts(style: HouseStyle, bound: bool) -> tuple[str, str]:
    """Return the numbering definitions and their instances as a document needs them.

    The heading styles name one list; in a bound pack that list counts parts on its first level, so the
    two heading lists change places.
    """
    numbering = style.numbering
    sections, parts = numbering.abstract["stratgen-sections"], numbering.abstract["stratgen-parts"]
    swap = {sections: parts, parts: sections} if bound else {}
    headings = [style.ids[f"heading-{level}"] for level in range(1, 5)]
    main = "stratgen-parts" if bound else "stratgen-sections"
    definitions = linked(numbering.definitions, main, headings)
    named = lists_of_styles(style.styles)
    for name, roles in _TIED:
        ids = [style.ids[role] for role in roles]
        # A brand's own bullets keep the list that they have.
        if all(numbering.instances.get(named.get(number, 0)) == numbering.abstract[name] for number in ids):
            definitions = linked(definitions, name, ids)
    instances = "".join(
        f'<w:num w:numId="{number}"><w:abstractNumId w:val="{swap.get(target, target)}"/></w:num>'
        for number, target in sorted(numbering.instances.items())
    )
    return definitions, instances
