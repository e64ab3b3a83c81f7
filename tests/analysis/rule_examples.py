"""For each rule one set of changes that breaks it and one that comes close: purpose, channels, figures, dates.

The changes are those that `builders.answers` takes; an empty one means the specimen as it is.
"""

from __future__ import annotations

from typing import Any

from tests import specimen
from tests.builders import LEFT_OUT, UNKNOWN

Changes = dict[str, Any]
Example = tuple[Changes, Changes]
"""What breaks the rule, and what comes close but does not."""


def figure(value: float, **changes: Any) -> Changes:
    """Return a figure in its long form."""
    evidence = {"period": "2026-08 to 2026-10", "source": "Help desk export", "grade": "A"}
    return {"value": value, "unit": "%", **evidence, **changes}


def people(*departments: str, candidate: str = "sponsor") -> list[Changes]:
    """Return stakeholders, one a department."""
    return [specimen.stakeholder(f"Head of {each}", each, 4, 1, candidate) for each in departments]


_QUIET = {"complexity": 5, "skills": 1, "tool_support": 1, "customer_value": 1, "organisation_value": 1}
"""A feasibility that makes a channel one to be left, if few write there."""

REFERENCES: dict[str, Example] = {
    "V2": ({"objectives__0__goal": "loyality"}, {"tactics__0__channel": "Facebook page"}),
    "V39": ({"personas__1__name": "Weekly readers"}, {}),
    "V93": (
        {"overrides": [{"rule": "V3", "reason": "We know about it", "by": "Sponsor", "when": "2026-11-12"}]},
        {"overrides": [{"rule": "V23", "reason": "We know about it", "by": "Sponsor", "when": "2026-11-12"}]},
    ),
}

PURPOSE: dict[str, Example] = {
    "V1": ({"personas__0__share": 70}, {"personas__0__share": 65}),
    "V8": ({"purpose__role": "talk", "purpose__further_roles": []},
           {"purpose__role": "talk", "purpose__further_roles": [], "purpose__service_channel": "no"}),
    "V40": ({"purpose__reason": "We wish to be present on all the large networks as soon as possible."},
            {"purpose__reason": "Weekly readers ask about orders on the networks and wait for an answer."}),
    "V41": ({"purpose__driver": "everyone_else"}, {"purpose__driver": UNKNOWN}),
    "V42": ({"purpose__differences": ["more_followers"]},
            {"purpose__differences": ["more_followers", "fewer_calls"]}),
    "V50": ({"stakeholders": people("care", "marketing", "executive")},
            {"stakeholders": people("hr", "care", "executive")}),
    "V51": ({"stakeholders": people("hr", "care", "executive", candidate="champion")}, {}),
    "V52": ({"stakeholders": people("hr", "executive")}, {"stakeholders": people("hr", "care", "executive")}),
    "V94": ({"engagement__brand_promise": "The right book. A person who has read it."},
            {"engagement__brand_promise": "The right book, No. 1 in service, and a person who has read it."}),
    "V96": ({"engagement__sector": "banking"},
            {"engagement__sector": "banking", "engagement__regulators": ["The conduct authority"]}),
}  # fmt: skip

CHANNELS: dict[str, Example] = {
    "V3": ({"channels__0__owner": LEFT_OUT}, {"channels__1__owner": "Social Media Manager"}),
    "V4": ({"channels__0__inquiries__other": 3}, {"channels__0__inquiries__other": 2}),
    "V5": (
        {"channels__0__override": {"state": "retire", "reason": "We leave this network for good"}},
        {"channels__0__override": {"state": "listen", "reason": "We leave this network for good"}},
    ),
    "V6": (
        {"channels__0__presence": {"Weekly readers": {"ask": 3}},
         "channels__1__presence": {"Weekly readers": {"ask": 3}},
         "channels__2__presence": {"Weekly readers": {"explore": 2}}},
        {},
    ),
    "V33": (
        {"purpose__communities__belong_to_members": False,
         "channels__0__feasibility__interactions": ["answer", "community"]},
        {"channels__0__feasibility__interactions": ["answer", "community"]},
    ),
    "V38": ({"terms__hours": {"mon-fri": "07:00-19:00"}},
            {"terms__hours": {"mon-wed": "08:00-18:00", "thu": "08:00-18:00", "fri": "08:00-18:00"}}),
    "V43": ({"channels__0__needing_reply": 901}, {"channels__0__needing_reply": 900}),
    "V44": ({"channels__0__response_rate": 0},
            {"channels__0__response_rate": 0, "channels__0__first_response_minutes": LEFT_OUT}),
    "V119": ({"channels__0__first_response_90th_minutes": 339}, {"channels__0__first_response_90th_minutes": 340}),
    "V49": ({"service__resolved_in_channel": 70}, {"service__resolved_in_channel": 65}),
    "V72": ({"tactics__1__idea": "Parcel  monday: a thread that traces late orders."}, {}),
    "V73": ({"tactics": [{"channel": "facebook", "idea": "Parcel Monday, a thread"}]}, {"tactics": UNKNOWN}),
    "V74": ({"tactics__0__promotion_share": 21}, {"tactics__0__promotion_share": 20}),
    "V78": ({"channels__0__inbound": LEFT_OUT}, {"channels__0__inbound": UNKNOWN}),
    "V71": (
        {"channels": [specimen.channel("Google Plus")]},
        {"channels": [specimen.channel("A network of our own")]},
    ),
    "V89": ({"channels__0__status": "paused", "channels__0__presence": {}},
             {"channels__0__status": "none", "channels__0__presence": {}}),
}  # fmt: skip

FIGURES: dict[str, Example] = {
    "V12": ({"baseline__measures__3__social": 72},
            {"baseline__measures__3__social": figure(72, source="Another survey")}),
    "V13": ({"baseline__measures__2__social": 101}, {"baseline__measures__2__social": 100}),
    "V31": ({"channels__0__inbound": figure(900, period="2023-09 to 2023-10")},
            {"channels__0__inbound": figure(900, period="2023-09 to 2023-11")}),
    "V75": ({"baseline__measures__0__adaptation": LEFT_OUT}, {"baseline__measures__0__adaptation": UNKNOWN}),
    "V76": ({"service__evidence": LEFT_OUT},
            {"service__rechannelled": figure(40, source="A count by hand", grade="C")}),
    "V77": ({"baseline__measures": [specimen.measure("FRT", None, 340)]},
            {"baseline__measures": [specimen.measure("FRT", None, 340)], "purpose__service_channel": "no"}),
}  # fmt: skip

OBJECTIVES: dict[str, Example] = {
    "V7": ({"purpose__further_roles": ["embrace"]}, {"purpose__further_roles": []}),
    "V10": ({"objectives__0__target": 340}, {"objectives__0__target": 339}),
    "V11": ({"objectives__1__target": 90, "objectives__1__due": "Q1"}, {"objectives__1__target": 90}),
    "V14": (
        {"objectives__0__kpi": "TTR", "objectives__0__baseline": 30, "objectives__0__target": 24},
        {"objectives__0__kpi": "TTR", "objectives__0__baseline": 90, "objectives__0__target": 62},
    ),
    "V65": ({"training": []}, {"training": [], "purpose__service_channel": "no"}),
    "V149": ({"training": []}, {"training": [], "purpose__service_channel": "no"}),
    "V66": ({"training__1__modules": ["operating", "voice"]}, {"training__0__modules": ["operating"]}),
    "V67": ({"training__0__target": 54}, {"training__0__target": 55}),
    "V68": ({"training__0__refresh_months": 13}, {"training__0__refresh_months": 12}),
}

DATES: dict[str, Example] = {
    "V45": ({"purpose__conversations__0__date": "2026-11-17"}, {"purpose__conversations__0__date": "2026-11-16"}),
    "V46": ({"engagement__business_goals__0__horizon": "2026-11-16"},
            {"engagement__business_goals__0__horizon": "2026-11-17"}),
    "V47": ({"engagement__first_quarter_starts": "2026-08-01"},
            {"engagement__first_quarter_starts": "2026-09-01"}),
    "V48": ({"policy__effective": "2026-11-15"}, {"policy__effective": "2026-11-16"}),
    "V91": ({"board__resolutions__0__by": "2026-11-15"}, {"board__resolutions__0__by": "2026-11-16"}),
}  # fmt: skip

EXAMPLES = REFERENCES | PURPOSE | CHANNELS | FIGURES | OBJECTIVES | DATES
