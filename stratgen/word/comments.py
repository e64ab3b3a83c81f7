"""Comments in the margin: one for each open point where it is printed, for whoever closes it.

They bear the date of the document and the name of its author, never today's or this machine's.
"""

from __future__ import annotations

from stratgen.document import Document
from stratgen.word.job import Job
from stratgen.word.namespaces import HEAD, ROOT
from stratgen.word.text import attribute, run

_MARK = '<w:rPr><w:sz w:val="16"/><w:szCs w:val="16"/></w:rPr>'


def commented(job: Job, runs: str, remark: str) -> str:
    """Return some runs with a comment on them, if comments are wanted and there is something to say."""
    if job.comments is None or not remark:
        return runs
    job.comments.append(remark)
    number = len(job.comments) - 1
    return (
        f'<w:commentRangeStart w:id="{number}"/>{runs}<w:commentRangeEnd w:id="{number}"/>'
        f'<w:r>{_MARK}<w:commentReference w:id="{number}"/></w:r>'
    )


def comments_part(document: Document, remarks: list[str]) -> str:
    """Return the part that holds the comments, in the order in which they are anchored."""
    author = attribute(document.author) or "stratgen"
    initials = "".join(word[0] for word in author.split() if word[0].isalpha())[:3].upper() or "S"
    head = f'w:author="{author}" w:date="{attribute(document.created)}T00:00:00Z" w:initials="{initials}"'
    return (
        f"{HEAD}<w:comments {ROOT}>"
        + "".join(
            f'<w:comment w:id="{number}" {head}><w:p><w:r>{_MARK}<w:annotationRef/></w:r>{run(remark)}</w:p></w:comment>'
            for number, remark in enumerate(remarks)
        )
        + "</w:comments>"
    )
