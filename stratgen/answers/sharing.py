"""The answers as they may travel inside a document: what the questions asked, without what stays in the file.

Comments, answers that cannot be read and keys that no question has are left behind, since anybody may have
written anything there.
"""

from __future__ import annotations

from stratgen.answers import dumping
from stratgen.engagement import Engagement

PRIVATE = ("name", "support", "interviewed")
"""What is known of a stakeholder as a person, and never printed (domain 4.6)."""


def shareable(engagement: Engagement) -> str:
    """Return the answers as the text of an answer file, without the names and views of stakeholders."""
    plain = dumping.as_plain(engagement)
    people = plain.get("stakeholders")
    for person in people if isinstance(people, list) else ():
        for name in PRIVATE:
            person.pop(name, None)
    lines = [line for name, part in plain.items() for line in dumping.entry(name, part, 0)]
    return "\n".join([*lines, ""])
