"""Addresses outside the document that a reader may be led to."""

from __future__ import annotations

import re

_ADDRESS = re.compile(
    r"https?://[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?(?::[0-9]{1,5})?(?:[/?#][A-Za-z0-9/?#\-._~!$&'()*+,;=:@%]*)?"
    r"|mailto:[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]+@[A-Za-z0-9.-]+"
    r"|tel:\+?[0-9-]+"
)
_STRAY = re.compile(r"%(?![0-9A-Fa-f]{2})")


def web_address(address: str) -> str:
    """Return `address` with all but ASCII percent-encoded, or "" if it is no web, mail or phone address.

    Nothing else may become the target of a link: Word calls such a file damaged, and a browser might run it.
    """
    from urllib.parse import quote  # a document without links need not wait for it

    try:
        safe = quote(address.strip(), safe="/?#-._~!$&'()*+,;=:@%")
    except UnicodeEncodeError:
        return ""
    safe = _STRAY.sub("%25", safe)
    return safe if _ADDRESS.fullmatch(safe) and len(safe) <= 2000 else ""
