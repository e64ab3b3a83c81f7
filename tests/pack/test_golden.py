"""No part of a golden document changes without somebody having seen it."""

from __future__ import annotations

import io
import json
import zipfile

import pytest

from tests import golden


@pytest.mark.parametrize("name", golden.EXAMPLES)
def test_every_part_of_the_golden_documents_is_as_it_was(name: str) -> None:
    """Who changes what a document holds writes the digests anew with `make golden` and reads the diff."""
    was = json.loads(golden.kept(name).read_text("utf-8"))
    now = golden.parts(name)
    changed = [
        f"{document}: {part}"
        for document in sorted({*was, *now})
        for part in sorted({*was.get(document, {}), *now.get(document, {})})
        if was.get(document, {}).get(part) != now.get(document, {}).get(part)
    ]
    assert changed == [], "`make golden` writes these anew"


def test_a_changed_part_is_named_and_no_other() -> None:
    """One other letter in one part gives another digest of that part alone."""
    before, after = io.BytesIO(), io.BytesIO()
    for target, body in ((before, b"<w:t>1</w:t>"), (after, b"<w:t>2</w:t>")):
        with zipfile.ZipFile(target, "w") as package:
            package.writestr("word/document.xml", body)
            package.writestr("word/styles.xml", b"<w:styles/>")
    was, now = golden.digests(before.getvalue()), golden.digests(after.getvalue())
    assert [part for part in was if was[part] != now[part]] == ["word/document.xml"]
