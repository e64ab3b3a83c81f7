"""Where a pack comes from, as its documents say it: client, date and version, and the answers and tool that made it."""

from __future__ import annotations

from datetime import date

from stratgen import __version__
from stratgen.analysis.wording import Wording, wording_of
from stratgen.answers import Loaded
from stratgen.drafting import Face
from stratgen.engagement import SCHEMA_VERSION, known


def face(loaded: Loaded, status: str, wording: Wording) -> Face:
    """Return what stands on the cover, in the headers and in the properties of every document of a client."""
    mandate = loaded.engagement.engagement
    dated = known(mandate.pack.date)
    return Face(
        client=wording.text(mandate.client.legal_name),
        dated=wording.text(mandate.pack.date),
        created=(dated or date(2000, 1, 1)).isoformat(),
        version=wording.text(mandate.pack.version),
        status=status,
        classification=wording.text(mandate.classification),
        language=wording.locale,
        paper="Letter" if wording.locale == "en-US" else "A4",
        author=wording.text(mandate.prepared_by.firm),
        keywords=("social media strategy", "customer engagement"),
        properties=(
            *((f"stratgen {key.replace('_', ' ')}", value) for key, value in provenance(loaded).items()),
            ("stratgen client", known(mandate.client.legal_name) or ""),
        ),
    )


def provenance(loaded: Loaded) -> dict[str, str]:
    """Return what annex D prints: the tool, the layout and the digest of the answers, the locale, and two commands."""
    return {
        "tool_version": __version__,
        "schema_version": str(SCHEMA_VERSION),
        "answers_hash": loaded.digest,
        "locale": wording_of(loaded.engagement).locale,
        "command": f"stratgen render {loaded.source.name}",
        "check": f"stratgen check {loaded.source.name} --pack FOLDER",
    }
