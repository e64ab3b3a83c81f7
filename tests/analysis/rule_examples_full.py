"""For each rule of the full interview one set of changes that breaks it and one that comes close."""

from __future__ import annotations

from typing import Any

from tests import specimen, specimen_governance
from tests.analysis.rule_examples import Changes, Example
from tests.builders import LEFT_OUT, UNKNOWN


def figure_of(value: float, **changes: Any) -> Changes:
    """Return a figure in its long form, with the evidence of the specimen."""
    return {"value": value, **specimen.EVIDENCE, **changes}


def working(**changes: Any) -> Changes:
    """Return how a benefit of 24 300 follows from 9 000 calls that move (domain 5.12)."""
    base: Changes = {
        "kind": "deflection",
        "contacts_are": "Calls about parcels",
        "contacts_low": 6000,
        "contacts_base": 9000,
        "contacts_high": 12000,
        "cost_before": 5.8,
        "cost_after": 3.1,
    }
    return {name: value for name, value in (base | changes).items() if value is not LEFT_OUT}


def repeats(**changes: Any) -> Changes:
    """Return how a benefit of 21 873.60 follows from repeat contacts that fall away (domain 5.12)."""
    counts = dict.fromkeys(("contacts_low", "contacts_base", "contacts_high"), 50400) | {"cost_before": 3.1}
    better = {
        "kind": "first_contact",
        "resolution_before": 58,
        "resolution_after": 72,
        "cost_after": LEFT_OUT,
    }
    return working(**(counts | better | changes))


def benefit(amounts: tuple[float, float, float], how: Changes) -> Changes:
    """Return a benefit with typed amounts and a working."""
    low, base, high = amounts
    said = {"item": "Calls avoided", "assumption": "Contacts and costs of last year", "source": "Finance"}
    return {**said, "low": low, "base": base, "high": high, "working": how}


MOVED = benefit((16200, 24300, 32400), working())
FALLEN = benefit((21874, 21874, 21874), repeats(contacts_are="Questions about refunds"))


def experience(channel: str, incentive: bool) -> list[Changes]:
    """Return one experience that people pass on."""
    idea = "A first-chapter evening in which a bookseller reads on request"
    return [{"idea": idea, "persona": "Gift buyers", "channel": channel, "cost": 0, "incentive": incentive}]


def mood(positive: float, **changes: Any) -> Changes:
    """Return a mix of moods that makes 100 where 20 are positive."""
    evidence = dict(specimen.EVIDENCE)
    base = {"evidence": evidence, "positive": positive, "neutral": 45, "negative": 35, "method": "manual"}
    return base | changes


def progress(**changes: Any) -> Changes:
    """Return the review of the first quarter."""
    evidence = {"period": "2027-01 to 2027-03", "source": "Help desk export", "grade": "A"}
    base: Changes = {
        "evidence": evidence,
        "as_of": "2027-04-02",
        "actuals": [{"kpi": "FRT", "quarter": "Q1", "value": 262}],
        "deliveries": [{"initiative": "I-02", "status": "done"}],
    }
    return base | changes


def change(**changes: Any) -> Changes:
    """Return the decision to change course at the end of the first quarter."""
    return {"quarter": "Q1", "verdict": "change_course", "day": "2027-04-02"} | changes


SHARES = {"help_share": 40, "conversation_share": 25, "community_share": 15, "brand_story_share": 10}

STORIES: dict[str, Example] = {
    "V34": ({"stories": {"experiences": experience("trustpilot", incentive=True)}},
            {"stories": {"experiences": experience("facebook", incentive=True)}}),
    "V100": ({f"tactics__0__{name}": value for name, value in (SHARES | {"help_share": 43}).items()},
             {f"tactics__0__{name}": value for name, value in (SHARES | {"help_share": 42}).items()}),
    "V101": ({"channels__0__sentiment": mood(20, method="sample")},
             {"channels__0__sentiment": mood(20, method="sample", sample_size=400)}),
    "V102": ({"purpose__leading_topics": [{"topic": "Reading aloud", "evidence": UNKNOWN}]},
             {"purpose__leading_topics": [{"topic": "Reading aloud", "evidence": "Forty evenings a year"}]}),
}  # fmt: skip

MONEY: dict[str, Example] = {
    "V16": ({"board__benefits": [MOVED, benefit((21874, 21874, 21874), repeats())]},
            {"board__benefits": [MOVED, FALLEN]}),
    "V105": ({"board__benefits": [MOVED | {"base": 24600}]}, {"board__benefits": [MOVED | {"base": 24500}]}),
    "V106": ({"board__benefits": [benefit((16200, 24300, 32400), working(cost_after=LEFT_OUT))]},
             {"board__benefits": [benefit((16200, 24300, 32400), working(cost_after=UNKNOWN))]}),
    "V107": ({"initiatives__0__cost": 190000}, {"initiatives__0__cost": 180000}),
}  # fmt: skip

COURSE: dict[str, Example] = {
    "V24": ({"vision__capacity": {"q1": 1, "q2": 2, "q3": 2, "q4": 2}},
            {"vision__capacity": {"q1": 2, "q2": 2, "q3": 2, "q4": UNKNOWN}}),
    "V97": ({"maturity__departures": LEFT_OUT}, {}),
    "V98": ({"objectives__1__operating_target": {"beat": "daily", "sentence": "Every second one", "value": 70}},
            {"objectives__0__operating_target": {"beat": "daily", "sentence": "None over an hour", "value": 60}}),
    "V99": ({"objectives__0__meaningful": 2}, {"objectives__0__meaningful": 3, "objectives__0__achievable": 3}),
    "V103": ({"progress": progress(actuals=[{"kpi": "FRT", "quarter": "Q3", "value": 200}])},
             {"progress": progress(actuals=[{"kpi": "FRT", "quarter": "Q2", "value": 200}])}),
    "V104": ({"vision__declined": [{"id": "I-02", "reason": "Not this year"}]},
             {"vision__declined": [{"id": "I-22", "reason": "Not this year"}]}),
    "V108": ({"objectives__0__baseline": 341},
             {"objectives__0__baseline": 341, "baseline__measures__1__social": UNKNOWN}),
    "V109": ({"progress": progress(deliveries=[])}, {"progress": progress()}),
    "V111": ({"initiatives__3__objective": "answer-fast"},
             {"initiatives__3__objective": "answer-fast", "focus_metrics__q1": "INS"}),
    "V240": ({"initiatives__0__key_result": "Response rate of 80%"},
             {"initiatives__0__key_result": "Response rate of 80%", "focus_metrics__q1": "FCR"}),
    "V112": ({"board__oversight__kpis": ["FRT", "FCR", "CES"]}, {"board__oversight__kpis": ["FRT", "FCR", "INS"]}),
}  # fmt: skip

LINES: dict[str, Example] = {
    "V120": ({"progress": progress()}, {"progress": progress(), "engagement__pack__date": "2027-04-05",
                                        "engagement__meeting__date": "2027-04-22"}),
    "V121": ({"objectives__1__steps": {"q1": 60, "q2": 59}}, {"objectives__1__steps": {"q1": 60, "q3": 60}}),
    "V122": ({"objectives__1__if_it_lags__threshold": "Ten points below the quarter's line"},
             {"objectives__1__if_it_lags__threshold": "Three points below the quarter's line"}),
    "V123": ({"team__fewest_on_shift": 1}, {"team__fewest_on_shift": 1.5}),
    "V124": ({"initiatives__0__objective": "solve-first", "initiatives__0__key_result": "First contact resolution of 60%"},
             {"initiatives__0__objective": "solve-first", "initiatives__0__key_result": "First contact resolution of 62%"}),
    "V161": ({"initiatives__0__objective": "solve-first", "initiatives__0__key_result": "First contact resolution of 63%"},
             {"initiatives__0__objective": "solve-first",
              "initiatives__0__key_result": "First contact resolution of 63% on Facebook"}),
    "V125": ({"team__full_time_equivalents": 0.5, "board__costs__0__posts": 0.5},
             {"team__full_time_equivalents": 0.5, "board__costs__0__posts": 0.5,
              "team__posts_because": "Branches answer until the next budget"}),
    "V126": ({"initiatives__0__channels": ["facebook"]}, {"initiatives__0__channels": ["whatsapp"]}),
}  # fmt: skip

_MARKED = ("coverage", "routing", "crm", "privacy_switch", "languages", "ai", "analytics", "cost", "supplier")
TOOLS = [
    {"name": name, "must_haves": dict.fromkeys(("queues", "reporting", "access", "audit"), True),
     "scores": dict.fromkeys(_MARKED, mark), "cost": 0}
    for name, mark in (("Tool A", 4), ("Tool B", 3))
]  # fmt: skip

BRIEF: dict[str, Example] = {
    "V114": ({"board__costs__0__full_year_amount": LEFT_OUT},
             {"board__costs__0__full_year_amount": LEFT_OUT, "board__costs__0__quarter": "Q1"}),
    "V241": ({"board__costs__0__kind": "people", "board__costs__0__posts": 2, "board__costs__0__pays_for": "I-01",
              "board__costs__0__in_post": "2027-04-06", "board__resolutions__0__releases": True},
             {"board__costs__0__kind": "people", "board__costs__0__posts": 2, "board__costs__0__pays_for": "I-01",
              "board__costs__0__in_post": "2027-05-03", "board__resolutions__0__releases": True}),
    "V115": ({"board__oversight__trigger": "Two focus measures red at a quarter's end"},
             {"board__oversight__trigger": "One of the focus measures red for two quarters"}),
    "V116": ({"engagement__meeting__purpose": "discussion"},
             {"engagement__meeting__purpose": "discussion",
              "board__resolutions__0__text": "Agree that the desk is discussed with the union until May"}),
    "V117": ({"baseline__measures__5__social": 74}, {"baseline__measures__5__social": 73.2}),
    "V118": ({"tools__candidates": TOOLS, "board__budgeted_tool": "Tool B"},
             {"tools__candidates": TOOLS, "board__budgeted_tool": "Tool B",
              "board__budgeted_tool_because": "It is in use on the telephone already"}),
}  # fmt: skip

POLICY_PAPER = {
    "text": "Endorse the employee engagement policy",
    "executive": "Chief People Officer",
    "by": "2027-02-15",
}
TWO_STEPS = [
    {"actor": "Marketing desk", "action": "Forwards the message to care", "minutes": 300},
    {"actor": "Care desk", "action": "Finds the answer and sends it", "minutes": 250},
]

DECISIONS: dict[str, Example] = {
    "V155": ({"board__costs__0__kind": "people"},
             {"board__costs__0__kind": "people", "team__posts_because": "Nights rest on one person"}),
    "V156": ({"service__journey": [TWO_STEPS[0], TWO_STEPS[1] | {"minutes": 200}]}, {"service__journey": TWO_STEPS}),
    "V157": ({"board__resolutions__0__by": "2027-03-15"}, {"board__resolutions__0__by": "2027-01-30"}),
    "V158": ({"board__resolutions__0": POLICY_PAPER}, {"board__resolutions__0": POLICY_PAPER | {"by": "2027-01-29"}}),
    "V159": ({"objectives__0__target": UNKNOWN},
             {"objectives__0__target": UNKNOWN, "board__oversight__kpis": ["INS", "FCR", "CSAT"]}),
}  # fmt: skip

RED = {"kpi": "FRT", "quarter": "Q1", "value": 335}
"""A value that is Red at the end of the first quarter."""
ANSWER = {
    "about": "FRT",
    "action": "One agent moves over",
    "owner": "Head of Customer Care",
    "by": "2027-04-30",
}

LONGER: Changes = {"terms__hours": {"mon-sat": "08:00-18:00"}}

TIMING: dict[str, Example] = {
    "V180": ({"board__costs__1__pays_for": "I-12"}, {"board__costs__0__pays_for": "I-12"}),
    "V181": ({"objectives__0__commitment": "committed", "initiatives__0__end": "2027-03-12"},
             {"objectives__0__commitment": "committed", "initiatives__0__end": "2027-02-26"}),
    "V182": ({"progress": progress(actuals=[RED])}, {"progress": progress(actuals=[RED], responses=[ANSWER])}),
    "V183": ({"progress": progress(decisions=[change()])},
             {"progress": progress(decisions=[change(work="I-12")])}),
    "V184": (LONGER | {"terms__hours_from": "2027-08-12"}, LONGER | {"terms__hours_from": "2027-08-13"}),
}  # fmt: skip

IN_CHANNEL = {"kpi": "ICR", "applies": "yes", "social": 41, "owner": "Head of Customer Care"}

DONE_LATER = {"initiative": "I-12", "status": "done"}

REVIEWED: dict[str, Example] = {
    "V230": ({"terms__hours": {"mon-sun": "08:00-08:00"}}, {"personas__0__hours_expected": {"mon-sun": "18:00-06:00"}}),
    "V231": ({"progress": progress(deliveries=[{"initiative": "I-02", "status": "late"}, DONE_LATER])},
             {"progress": progress(deliveries=[{"initiative": "I-02", "status": "done"}, DONE_LATER])}),
    "V232": ({"progress": progress(released=9_000_000)}, {"progress": progress(released=1_000)}),
}  # fmt: skip

AGREEING: dict[str, Example] = {
    "V200": ({"board__costs__1__pays_for": "I-12", "initiatives__0__cost": 18000},
             {"initiatives__0__cost": 60000, "board__costs__1__pays_for": "I-02"}),
    "V201": ({"baseline__measures__1": IN_CHANNEL}, {"baseline__measures__1": IN_CHANNEL | {"social": 48}}),
}  # fmt: skip

EXAMPLES = STORIES | MONEY | COURSE | LINES | BRIEF | DECISIONS | TIMING | REVIEWED | AGREEING

AGAIN: list[tuple[str, Changes]] = [
    ("V2", {"team__skills": {"writing": 3, "product": 3, "empathy": 3, "channel_fluency": 3, "crisis": 3,
                             "languages": ["English"], "fluent_channels": ["tiktok"]}}),
    ("V2", {"stories": {"experiences": experience("tiktok", incentive=False)}}),
    ("V2", {"tools__candidates": [{"name": "Tool A", "must_haves": {"clairvoyance": True}, "scores": {}, "cost": 0}]}),
    ("V2", {"tools__candidates": [{"name": "Tool A", "must_haves": {}, "scores": {"charm": 5}, "cost": 0}]}),
    ("V2", {"vision__declined": [{"id": "I-99", "reason": "Not this year"}]}),
    ("V2", {"progress": progress(actuals=[{"kpi": "FRTT", "quarter": "Q1", "value": 262}])}),
    ("V2", {"progress": progress(deliveries=[{"initiative": "I-99", "status": "done"}])}),
    ("V2", {"progress": progress(decisions=[change(work="I-99")])}),
    ("V2", {"progress": progress(responses=[ANSWER | {"about": "I-99"}])}),
    ("V2", {"board__costs__0__pays_for": "I-99"}),
    ("V4", {"channels__0__sentiment": mood(17)}),
    ("V13", {"channels__0__sentiment": mood(120)}),
    ("V13", {"baseline__contact_costs": {"evidence": dict(specimen.EVIDENCE), "phone": 0}}),
    ("V13", {"baseline__monthly_contacts": {"evidence": dict(specimen.EVIDENCE), "phone": -1}}),
    ("V13", {"board__silence": {"evidence": dict(specimen.EVIDENCE), "contacts_per_customer": 0, "leave_rate": 3}}),
    ("V13", {"board__silence": {"evidence": dict(specimen.EVIDENCE), "contacts_per_customer": 1, "leave_rate": 130}}),
    ("V13", {"progress": progress(actuals=[{"kpi": "FCR", "quarter": "Q1", "value": 140}])}),
    ("V24", {"initiatives": [specimen_governance.initiative(f"W-{n}", "Q1", effort=5) for n in range(4)]}),
    ("V39", {"progress": progress(actuals=[{"kpi": "FRT", "quarter": "Q1", "value": n} for n in (262, 260)])}),
    ("V39", {"progress": progress(deliveries=[{"initiative": "I-02", "status": "done"}] * 2)}),
    ("V39", {"vision__declined": [{"id": "I-22", "reason": "Not this year"}] * 2}),
    ("V45", {"progress": progress(as_of="2027-03-30")}),
    ("V103", {"progress": progress(as_of="2028-04-01")}),
    ("V119", {"objectives__0__target_90th": 59}),
    ("V119", {"objectives__1__target_90th": 80}),
    ("V160", {"baseline__measures__1__social_90th": 900, "objectives__0__target_90th": 100,
              "terms__promise__question": 100}),
    ("V160", {"terms__promise_until": {"urgent": 15, "complaint": 400, "question": 340, "praise": 900}}),
    ("V170", {"governance__escalation__1__trigger": "A journalist, or somebody in distress"}),
    ("V171", {"governance__escalation__1__second_responder": "Agent on duty"}),
    ("V106", {"board__benefits": [benefit((0, 0, 0), repeats(resolution_after=58))]}),
    ("V106", {"board__benefits": [benefit((0, 0, 0), working(cost_after=5.8))]}),
    ("V108", {"vision__proof_points__0__value": 61}),
    ("V116", {"engagement__meeting__purpose": "information"}),
    ("V118", {"tools__candidates": TOOLS, "board__budgeted_tool": "Tool C"}),
    ("V155", {"board__costs__0__posts": 30}),
    ("V157", {"initiatives__0__cost": 500, "initiatives__0__start": "2027-01-03"}),
    ("V158", {"policy__approver": "Board of Directors"}),
    ("V180", {"board__costs__0__in_post": "2027-06-14"}),
    ("V181", {"objectives__0__commitment": "committed", "initiatives__0__objective": LEFT_OUT,
              "objectives__0__steps": {"q1": 300}}),
    ("V182", {"progress": progress(deliveries=[{"initiative": "I-02", "status": "late"}])}),
]  # fmt: skip
"""Further ways to break a rule: one each, and each breaks it in exactly one place."""
