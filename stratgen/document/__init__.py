"""What a document is made of: frozen blocks, inlines and exhibits, and the tree as plain text.

This room knows nothing of strategy, Markdown, Word or style names. Blocks carry roles; a writer alone
decides how a role looks.
"""

from stratgen.document.blocks import (
    Block,
    Callout,
    CalloutRole,
    Document,
    Exhibit,
    FieldTable,
    Heading,
    HeadingKind,
    List,
    PageBreak,
    Paragraph,
    ParagraphRole,
    Quote,
)
from stratgen.document.exhibits import (
    Align,
    Bar,
    Cell,
    Chart,
    Column,
    Content,
    DataTable,
    Gantt,
    Matrix,
    Row,
    Series,
    Tone,
    cell,
)
from stratgen.document.inlines import (
    Emphasis,
    Inline,
    Inlines,
    Link,
    Note,
    Reference,
    Strong,
    Text,
    TextRole,
    plain,
)
from stratgen.document.outline import block_lines, outline

__all__ = [
    "Align", "Bar", "Block", "Callout", "CalloutRole", "Cell", "Chart", "Column", "Content",
    "DataTable", "Document", "Emphasis", "Exhibit", "FieldTable", "Gantt", "Heading",
    "HeadingKind", "Inline", "Inlines", "Link", "List", "Matrix", "Note", "PageBreak",
    "Paragraph", "ParagraphRole", "Quote", "Reference", "Row", "Series", "Strong", "Text",
    "TextRole", "Tone", "block_lines", "cell", "outline", "plain",
]
