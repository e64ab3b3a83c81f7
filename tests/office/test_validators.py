"""Two more validators, on every document of both examples as a client gets it."""

from __future__ import annotations

import ooxml_integrity
import pytest
from openxml_audit import OpenXmlValidator  # type: ignore[import-untyped]

from tests.office.conftest import Paper

pytestmark = pytest.mark.office


def test_two_independent_validators_find_nothing(papers: dict[str, dict[str, Paper]]) -> None:
    """ooxml-integrity and openxml-audit are silent."""
    validator = OpenXmlValidator()
    for documents in papers.values():
        for name, paper in documents.items():
            assert ooxml_integrity.check(paper.docx) == [], name
            errors = [str(error) for error in validator.validate(paper.docx).errors]
            assert errors == [], f"{name}: {errors[:3]}"
