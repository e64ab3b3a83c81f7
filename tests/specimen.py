"""One complete set of answers as plain data: a small British bookseller that breaks no rule.

Complete means: every core question has an answer. Tests change single answers through `builders`.
"""

from __future__ import annotations

from typing import Any

Plain = dict[str, Any]

EVIDENCE = {"period": "2026-08 to 2026-10", "source": "Help desk export", "grade": "A"}
RIGHTS = {"care": "AR", "marketing": "C"}


def engagement_set_up() -> Plain:
    """Return the set-up."""
    return {
        "client": {"legal_name": "Tidewater Books plc", "short_name": "Tidewater"},
        "prepared_by": {"name": "Robin Author", "role": "Lead consultant", "firm": "Quay Advisory"},
        "sponsor": {"name": "Sam Sponsor", "role": "Chief Operating Officer"},
        "pack": {"date": "2026-11-16", "version": "1.0", "status": "for_approval"},
        "classification": "confidential",
        "locale": "en-GB",
        "currency": "GBP",
        "first_quarter_starts": "2027-01-01",
        "sector": "retail",
        "regulators": [],
        "countries": ["GB"],
        "headcount": 640,
        "employee_bodies": [],
        "market": "b2c",
        "brand_promise": "The right book, and a person who has read it.",
        "brand_values": ["Curious", "Plain", "Generous"],
        "business_goals": [
            {"id": "loyalty", "goal": "Keep four in five members through 2027", "horizon": "2027-12-31"}
        ],
        "digital_objectives": ["Answer half of all questions in writing by the end of 2027"],
        "meeting": {
            "body": "Board of Directors",
            "date": "2026-12-03",
            "agenda_item": "7.2",
            "purpose": "decision",
        },
    }


def purpose() -> Plain:
    """Return the purpose."""
    return {
        "reason": "Customers ask us about orders in public and wait for days; we want to answer them there.",
        "driver": "achieve",
        "other_drivers": ["share"],
        "phases": ["ask", "use", "discover"],
        "role": "support",
        "further_roles": ["listen"],
        "relationship": [
            {"before": "We answer when the desk has time", "after": "We answer while it still matters"}
        ],
        "differences": ["fewer_calls", "positive_comments"],
        "customer_gain": "A straight answer from somebody who can act on it, without a call.",
        "service_channel": "create",
        "excellence": "Every question is answered by a named person within the hour.",
        "conversations": [
            {"channel": "facebook", "date": "2026-10-14", "topic": "Parcels left in the rain",
             "sentiment": "negative", "reach": 1800}
        ],
        "communities": {"belong_to_members": True, "shown_by": "We ask before we join a readers' group."},
    }  # fmt: skip


def personas() -> list[Plain]:
    """Return two personas."""
    return [
        {"name": "Weekly readers", "description": "Members who order a book most weeks", "share": 60,
         "need": "To know where the parcel is"},
        {"name": "Gift buyers", "description": "People who buy four times a year, for others", "share": 40,
         "need": "Advice on what to choose"},
    ]  # fmt: skip


def channel(name: str, **changes: Any) -> Plain:
    """Return an active channel that leads unless `changes` say otherwise."""
    base: Plain = {
        "evidence": dict(EVIDENCE),
        "channel": name,
        "status": "active",
        "handle": "@tidewater",
        "owner": "Social Media Manager",
        "access": {"administrators": 3, "multi_factor": True, "shared_password": False},
        "inbound": 900,
        "needing_reply": 320,
        "response_rate": 72,
        "first_response_minutes": 340,
        "inquiries": {"service": 45, "complaint": 25, "pre_sale": 15, "praise": 5, "information": 10,
                      "other": 0},
        "presence": {"Weekly readers": {"ask": 3, "use": 2}, "Gift buyers": {"discover": 2}},
        "litter": {"unanswered": 0, "abandoned": 1, "duplicate": 0, "impostor": 0},
        "feasibility": feasibility(),
    }  # fmt: skip
    return base | changes


def feasibility(**changes: Any) -> Plain:
    """Return a feasibility that lets a channel lead."""
    base: Plain = {
        "complexity": 3,
        "customer_value": 4,
        "organisation_value": 4,
        "interactions": ["answer", "private_message"],
        "skills": 4,
        "tool_support": 3,
        "hours_available": 25,
        "publishing_hours": 4,
        "opportunity": "Solve parcel questions before they become calls",
        "risk": "Addresses posted in public threads",
        "likelihood": 3,
        "impact": 3,
    }
    return base | changes


def channels() -> list[Plain]:
    """Return three channels: one to lead, one to pilot, and a review site."""
    whatsapp = {
        "evidence": dict(EVIDENCE),
        "channel": "whatsapp",
        "status": "none",
        "presence": {"Weekly readers": {"ask": 2}, "Gift buyers": {"ask": 3}},
        "feasibility": feasibility(
            customer_value=5, complexity=4, skills=2, tool_support=1, hours_available=6,
            publishing_hours=6, interactions=["private_message"]
        ),
    }  # fmt: skip
    trustpilot = channel(
        "trustpilot",
        handle="https://reviews.example/tidewater",
        inbound=60,
        needing_reply=40,
        response_rate=80,
        presence={"Gift buyers": {"explore": 2}},
        feasibility=feasibility(
            complexity=2, customer_value=3, organisation_value=3, interactions=["review_reply"],
            hours_available=6, publishing_hours=1, likelihood=2, impact=3
        ),
    )  # fmt: skip
    return [channel("facebook"), whatsapp, trustpilot]


def service() -> Plain:
    """Return today's service."""
    return {
        "evidence": dict(EVIDENCE),
        "journey": [{"actor": "Marketing desk", "action": "Forwards the message to care", "minutes": 120}],
        "rechannelled": 40,
        "handovers": 1.2,
        "wait_minutes": 600,
        "effort": 3,
        "resolved_in_channel": 48,
        "repliers": ["Care desk"],
        "hours": {"mon-fri": "08:00-18:00"},
        "scripting": "sometimes",
    }


def stakeholder(role: str, department: str, influence: int, support: int, candidate: str) -> Plain:
    """Return one stakeholder."""
    return {
        "role": role,
        "department": department,
        "need": "Fewer repeat calls",
        "benefit": "Questions solved in writing do not call again",
        "involvement": "contribute",
        "hours_a_week": 2,
        "requires": "nothing",
        "influence": influence,
        "support": support,
        "interviewed": "2026-10-08",
        "candidate": candidate,
    }


def stakeholders() -> list[Plain]:
    """Return a register with a sponsor, a champion and human resources."""
    return [
        stakeholder("Chief Operating Officer", "executive", 5, 2, "sponsor"),
        stakeholder("Head of Customer Care", "care", 4, 2, "champion"),
        stakeholder("Head of Marketing", "marketing", 4, -1, "contributor"),
        stakeholder("Head of People", "hr", 3, 1, "contributor"),
    ]


def team() -> Plain:
    """Return the team."""
    works = ("listen", "reply", "publish", "approve", "escalate", "report", "train", "secure")
    return {
        "lead": "Social Media Manager",
        "accountable_executive": "Chief Operating Officer",
        "budget_holder": "care",
        "tool_keys_holder": "marketing",
        "full_time_equivalents": 2.5,
        "hours_a_month": 160,
        "shrinkage": 30,
        "responsibilities": {work: dict(RIGHTS) for work in works},
        "executive_part": [
            {"role": "Chief Executive Officer", "activity": "Sits beside the agents for two hours",
             "frequency": "Every month"}
        ],
    }  # fmt: skip


def measure(kpi: str, other: float | None, social: float | None, **changes: Any) -> Plain:
    """Return one measure with its value on other channels and on social."""
    base: Plain = {"evidence": dict(EVIDENCE), "kpi": kpi, "applies": "yes", "owner": "Head of Customer Care"}
    values = {"other_channels": other, "social": social}
    return base | {name: value for name, value in values.items() if value is not None} | changes


def baseline() -> Plain:
    """Return the baseline of six measures."""
    adapted = {"applies": "with_adaptation", "adaptation": "Counted without the customer's own silence"}
    return {
        "measures": [
            measure("AHT", 6.5, 7.5, **adapted),
            measure("FRT", None, 340),
            measure("CSAT", 84, 71),
            measure("VSAT", 60, 44),
            measure("FCR", 71, 58),
            measure("RR", None, 73),
        ]
    }


def maturity() -> Plain:
    """Return the maturity: investment 70, innovation 30, and the nine areas of the test vector."""
    areas = ("people", "customer_strategy", "systems", "measurement", "channel_approach", "expectations",
             "marketing_and_brand", "process", "culture_and_leadership")  # fmt: skip
    levels = (2, 1, 2, 1, 2, 2, 2, 1, 2)
    return {
        "diagnostics": {"content_marketing": False, "watch_more_than_answer": False, "rules_block": False,
                        "ad_hoc_replies": True},
        "investment": {"budget": 3, "people": 3, "tool": 2, "training": 3, "sponsor": 3},
        "innovation": {"in_channel": 1, "empowered": 1, "new_channels": 2, "comparable": 1, "insight": 1},
        "resistance": {"investment": 4, "innovation": 2},
        "areas": {area: {"level": level, "action": "none"} for area, level in zip(areas, levels, strict=True)}
        | {"people": {"level": 2, "action": "underway"}},
        "departures": [
            {"item": item, "reason": "The test vector sets this level, whatever follows"}
            for item in ("SMI-V2", "SMI-V3", "SMI-N1", "SMI-N4", "N2N-3", "N2N-4")
        ],
        "board": {"last_discussed": 2, "view": 2, "information": 1, "loyalty_or_threat": 2, "appetite": 3},
    }  # fmt: skip


def objective(name: str, kpi: str, baseline_value: float, target: float, **changes: Any) -> Plain:
    """Return an objective that passes all six tests."""
    base: Plain = {
        "evidence": dict(EVIDENCE),
        "id": name,
        "sentence": "Customers who ask on social get an answer while it still matters",
        "goal": "loyalty",
        "role": "support",
        "personas": ["Weekly readers"],
        "kpi": kpi,
        "baseline": baseline_value,
        "target": target,
        "due": "Q4",
        "owner": "Head of Customer Care",
        "review": "weekly",
        "shared_on": "2027-01-11",
        "if_it_lags": {"threshold": "Median over 300 minutes", "lasting": "Two weeks running",
                       "action": "The care lead moves one agent for a week"},
        "leading_indicators": ["Share answered in the hour"],
    }  # fmt: skip
    return base | changes


def objectives() -> list[Plain]:
    """Return two objectives, one a role."""
    return [
        objective("answer-fast", "FRT", 340, 60),
        objective("solve-first", "FCR", 58, 72, personas=["Gift buyers"]),
        objective("listen-well", "INS", 10, 40, role="listen", due="Q3"),
    ]
