"""What LibreOffice writes into a PDF of the clock, taken out: the same document gives the same bytes.

Every replacement is as long as what it replaces, so that the offsets in the file stay true.
"""

from __future__ import annotations

import hashlib
import re

_INFO = re.compile(rb"(/(?:CreationDate|ModDate)\(D:)\d{14}")
_XMP = re.compile(rb"(<xmp:(?:CreateDate|ModifyDate|MetadataDate)>)\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d")
_SUM = re.compile(rb"(/ID\s*\[\s*<)([0-9A-F]{32})(>\s*<)([0-9A-F]{32})|(/DocChecksum\s*/)([0-9A-F]{32})")


def steady(pdf: bytes, day: str) -> bytes:
    """Return a PDF that was made at midnight of `day` (YYYY-MM-DD), and whose checksums say so."""
    plain = day.replace("-", "").encode()
    pdf = _INFO.sub(rb"\g<1>" + plain + b"000000", pdf)
    pdf = _XMP.sub(rb"\g<1>" + day.encode() + b"T00:00:00", pdf)
    blank = _SUM.sub(lambda match: _summed(match, b"0" * 32), pdf)
    digest = hashlib.sha256(blank).hexdigest()[:32].upper().encode()
    return _SUM.sub(lambda match: _summed(match, digest), pdf)


def _summed(match: re.Match[bytes], digest: bytes) -> bytes:
    if match[5]:
        return match[5] + digest
    return match[1] + digest + match[3] + digest
