"""What sets off each risk and each initiative of the library (domain 12), and what does not."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from stratgen.analysis import analyze
from stratgen.analysis.triggers import TRIGGERS, triggered_initiatives, triggered_risks
from stratgen.catalogue import Catalogue, load, packaged
from stratgen.engagement import Engagement
from tests.builders import LEFT_OUT, UNKNOWN, an_engagement, paths, with_holes
from tests.specimen import channel, feasibility

Changes = dict[str, Any]

ALWAYS = {"RSK-04", "I-06", "I-30"}
"""What every engagement has."""

HOST = feasibility(interactions=["community"])
IDLE = channel("discord", status="none", presence={"Weekly readers": {"ask": 1}})
NO_LITTER = {"unanswered": 3, "abandoned": 0, "duplicate": 0, "impostor": 0}
COMPLAINTS = {"service": 34, "complaint": 41, "pre_sale": 10, "praise": 5, "information": 10, "other": 0}
HALF = {"service": 35, "complaint": 40, "pre_sale": 10, "praise": 5, "information": 10, "other": 0}
AXIS = ("in_channel", "empowered", "new_channels", "comparable", "insight")
LOW = {"maturity__investment": dict.fromkeys(("budget", "people", "tool", "training", "sponsor"), 1)}
HIGH = {"maturity__innovation": dict.fromkeys(AXIS, 3)}
NOT_AGREED = {
    f"alignment__{name}__agreed": False
    for name in ("shared_calendar", "handover_rule", "joint_kpi", "meeting")
}
LITTLE_PURPOSE: Changes = {"purpose__driver": "unclear"}
TRAINED: Changes = {"training__0__trained_today": 80, "training__1__trained_today": 95}
SOV = {
    "evidence": {"period": "2026-09", "source": "Listening tool", "grade": "B"},
    "kpi": "SOV",
    "applies": "yes",
}
RIVALS = [{"name": "Harbour Books", "behaviour": "Answers within a day", "quality": 3}]
NO_INSIGHT_GAP: Changes = {"maturity__innovation__insight": 2}

CASES: dict[str, tuple[Changes, str, Changes]] = {
    "RSK-01": ({"channels__0__response_rate": 69.5}, "only 69.5% of messages on Facebook", {"channels__0__response_rate": 70}),
    "RSK-02": ({"service__scripting": "mostly"}, "mostly scripted", {"service__scripting": "sometimes"}),
    "RSK-03": ({"engagement__regulators": ["Ofcom"]}, "Ofcom watches", {"engagement__regulators": []}),
    "RSK-05": ({}, "is not in force yet", {"policy__effective": "2026-11-16"}),
    "RSK-06": ({"policy__confidential__0__example": "Pay and shifts of colleagues"}, "reaches too far", {}),
    "RSK-07": ({"channels__0__access__multi_factor": False}, "is off on Facebook", {}),
    "RSK-08": ({"policy__accounts__leavers_removed_hours": 25}, "for 25 hours", {"policy__accounts__leavers_removed_hours": 24}),
    "RSK-09": ({}, "on Trustpilot", {"channels__2__status": "paused"}),
    "RSK-10": ({"team__full_time_equivalents": 0.5}, "more people are needed", {}),
    "RSK-11": (LITTLE_PURPOSE, "the main driver", {}),
    "RSK-12": ({"team__executive_part": []}, "no executive", {}),
    "RSK-13": ({}, "Facebook carries 94%", {"channels__0__inbound": 60, "channels__0__needing_reply": 40}),
    "RSK-14": ({"tools__capabilities__response_time": False}, "first-response times", {}),
    "RSK-15": ({"channels__0__inquiries": COMPLAINTS}, "on Facebook", {"channels__0__inquiries": HALF}),
    "RSK-16": ({"policy__ai__use": "allowed"}, "AI may be used", {"policy__ai__use": "prohibited"}),
    "RSK-17": (NOT_AGREED, "agree on 2 of 6", {"alignment__meeting__agreed": False}),
    "RSK-18": ({"engagement__countries": ["AU"]}, "claims on Trustpilot", {"engagement__countries": ["GB"]}),
    "RSK-31": ({"personas__0__need": "An answer when the damp comes back"}, "speak of damp", {}),
    "RSK-32": ({"engagement__sector": "utilities"}, "in utilities a fault", {"engagement__sector": "banking"}),
    "I-01": ({"purpose__driver": "everyone_else"}, "the purpose scores", {}),
    "I-02": (LOW, "an Observer", {}),
    "I-03": ({"service__evidence__grade": "C"}, "of grade C", {"service__evidence__grade": "B"}),
    "I-04": ({"stakeholders__1__candidate": "contributor"}, "no champion", {}),
    "I-05": ({"baseline__measures__3__social": LEFT_OUT}, "VSAT has no value", {"baseline__measures__3": {
        "evidence": SOV["evidence"], "kpi": "VSAT", "applies": "no"}}),
    "I-07": ({"policy__effective": "2025-11-15"}, "due for its review", {"policy__effective": "2025-11-16"}),
    "I-08": ({"terms__moderation": UNKNOWN}, "terms of engagement", {}),
    "I-09": ({"channels__0__access__shared_password": True}, "shared on Facebook", {}),
    "I-10": ({"channels__2__litter": NO_LITTER, "channels__0__litter": NO_LITTER, "channels__2__status": "dormant"},
             "Trustpilot lies dormant", {"channels__0__litter": NO_LITTER, "channels__2__litter": NO_LITTER}),
    "I-11": ({**TRAINED, "training__1__trained_today": 79}, "79% of", TRAINED),
    "I-12": ({"tools__capabilities__queues": False}, "one-to-one queues",
             {"tools__capabilities__queues": False, "purpose__service_channel": "no"}),
    "I-13": ({}, "WhatsApp Business should be piloted", {"channels__1": IDLE}),
    "I-14": ({}, "Facebook should lead", {"channels__0__feasibility__customer_value": 1, "channels__0__feasibility__organisation_value": 1}),
    "I-15": ({"baseline__measures__4__social": 69}, "only 69% of matters", {"baseline__measures__4__social": 70}),
    "I-16": (NOT_AGREED, "agree on 2 of 6", {}),
    "I-17": ({**NO_INSIGHT_GAP, "baseline__measures__0": SOV | {"social": 49}, "purpose__competitors": RIVALS},
             "49%, under an equal share among 2",
             {**NO_INSIGHT_GAP, "baseline__measures__0": SOV | {"social": 50}, "purpose__competitors": RIVALS}),
    "I-18": ({"governance__escalation__2__backup": UNKNOWN}, "escalation", {}),
    "I-19": ({f"maturity__board__{name}": 1 for name in ("last_discussed", "view", "appetite")}, "stands at 30 of 100", {}),
    "I-20": ({}, "a Conservative", HIGH),
    "I-21": (LOW | HIGH, "a Contender", LOW),
    "I-22": (HIGH, "a Leader", {}),
    "I-23": ({"policy__advocacy": "voluntary_programme"}, "programme", {"policy__advocacy": "voluntary"}),
    "I-24": ({"channels__0__feasibility": HOST}, "a community of yours (Facebook)", {"channels__1": IDLE}),
    "I-25": ({"channels__2__status": "paused"}, "on Trustpilot", {"channels__2__channel": "instagram"}),
    "I-26": ({"policy__accessibility": "house"}, "house standard", {"policy__accessibility": "wcag_2_1_aa"}),
    "I-27": ({}, "AI may be used", {"policy__ai__use": "prohibited"}),
    "I-28": ({}, "1 practice must stop", {"legacy_practices": UNKNOWN}),
    "I-29": ({"channels__0__override": {"state": "retire", "reason": "Nobody of ours is there any more"}},
             "Facebook should be retired", {}),
}  # fmt: skip
"""For each entry: answers that set it off, words of its reason, and answers that do not."""


def reasons(engagement: Engagement, catalogue: Catalogue | None = None) -> dict[str, str]:
    """Return the reason of every entry that the answers set off, by id."""
    findings = analyze(engagement, catalogue)
    risks = triggered_risks(engagement, findings, findings.catalogue)
    work = triggered_initiatives(engagement, findings, findings.catalogue)
    return {each.entry.id: each.reason for each in risks} | {each.entry.id: each.reason for each in work}


def test_every_entry_of_both_libraries_is_tried() -> None:
    """The eighteen risks of the reference, two more of our own, and thirty initiatives; nothing else."""
    assert CASES.keys() | ALWAYS == packaged().risks.keys() | packaged().initiatives.keys()
    assert not CASES.keys() & ALWAYS


def test_the_catalogue_names_every_trigger_and_no_other() -> None:
    """A workspace may use each name in an entry of its own, and reads in words what it stands for."""
    assert packaged().triggers.keys() == TRIGGERS.keys()
    risks = {each.trigger for each in packaged().risks.values()}
    assert risks | {each.trigger for each in packaged().initiatives.values()} == TRIGGERS.keys()


@pytest.mark.parametrize("name", CASES)
def test_what_the_answers_show_sets_it_off(name: str) -> None:
    """With a reason that names the client's own answer."""
    changes, words, _ = CASES[name]
    found = reasons(an_engagement(**changes))
    assert name in found
    assert words in found[name]


@pytest.mark.parametrize("name", CASES)
def test_answers_on_the_other_side_of_the_line_do_not(name: str) -> None:
    """One answer that differs, up to the threshold itself."""
    _, _, changes = CASES[name]
    assert name not in reasons(an_engagement(**changes))


@pytest.mark.parametrize("name", sorted(ALWAYS))
def test_three_of_them_always_hold(name: str) -> None:
    """In a complete set of answers and in an empty one."""
    assert reasons(an_engagement())[name]
    assert reasons(with_holes(paths()))[name]


def test_a_hole_gives_no_reason_before_the_audit_has_begun() -> None:
    """An interview that has hardly started is not told that everything is missing."""
    assert reasons(with_holes(paths())).keys() == ALWAYS


def test_what_every_programme_needs_is_missing_where_the_audit_has_begun() -> None:
    """A hole in terms, levels, policy, baseline or accessibility then calls for the work that fills it."""
    names = (
        "terms__hours",
        "governance__escalation",
        "policy__effective",
        "policy__accessibility",
        "baseline__measures",
    )
    found = reasons(an_engagement(**dict.fromkeys(names, UNKNOWN)))
    assert {"I-05", "I-07", "I-08", "I-18", "I-26", "RSK-05"} <= found.keys()
    assert found["I-05"] == "AHT has no value on social yet"
    assert found["RSK-05"] == "no employee policy is in force"


def test_what_is_set_off_comes_in_the_order_of_the_library() -> None:
    """Each once, and the same answers give the same words."""
    engagement = an_engagement()
    findings = analyze(engagement)
    for found, library in (
        ([each.entry.id for each in triggered_risks(engagement, findings, packaged())], packaged().risks),
        (
            [each.entry.id for each in triggered_initiatives(engagement, findings, packaged())],
            packaged().initiatives,
        ),
    ):
        assert found == [key for key in library if key in found]
        assert len(found) > 3
    assert reasons(engagement) == reasons(an_engagement())


def test_every_reason_can_follow_the_word_because() -> None:
    """No capital of a sentence, no full stop, no hole in the words."""
    for changes, _, _ in CASES.values():
        for reason in reasons(an_engagement(**changes)).values():
            assert reason == reason.strip()
            assert not reason.endswith(".")
            assert "None" not in reason
            assert "Unknown" not in reason


def test_a_workspace_s_own_entry_is_set_off_by_a_trigger_that_it_names(tmp_path: Path) -> None:
    """And a retired one is not."""
    (tmp_path / "initiatives.toml").write_text(
        'as_of = 2027-01-04\nsource = "The client"\n[I-28]\nretired = true\n[OWN-1]\ntitle = "Readers\' council"\n'
        'quarter = "Q2"\ndeliverable = "A council"\nkey_result = "It has met"\ndone_when = "Minutes are there"\n'
        'effort = 2\ntrigger = "review_channel"\nneeds = ["I-25"]\n',
        "utf-8",
    )
    found = reasons(an_engagement(), load(tmp_path))
    assert found["OWN-1"] == "customers review you on Trustpilot"
    assert list(found)[-1] == "OWN-1"
    assert "I-28" not in found


def test_a_channel_of_the_workspace_counts_as_what_its_entry_says(tmp_path: Path) -> None:
    """A forum of the trade that the catalogue did not know is a community once it is added."""
    (tmp_path / "channels.toml").write_text(
        'as_of = 2027-01-04\nsource = "The client"\n[board]\nname = "Village board"\ntype = "community"\n'
        'phases = ["ask"]\ncare = "Look on Fridays."\nhosted = true\n',
        "utf-8",
    )
    engagement = an_engagement(channels__0__channel="village board")
    assert "I-24" not in reasons(engagement)
    assert (
        reasons(engagement, load(tmp_path))["I-24"] == "people meet in a community of yours (Village board)"
    )


@pytest.mark.parametrize("status", ["unofficial", "active"])
def test_groups_of_members_are_not_a_community_of_ours(status: str) -> None:
    """Who listens in groups that members run is no host there; who runs a group of its own says so."""
    theirs = channel("fb_groups", status=status, presence={"Weekly readers": {"ask": 1}},
                     feasibility=feasibility(interactions=["listen", "answer"]))  # fmt: skip
    assert "I-24" not in reasons(an_engagement(channels__1=theirs))
    ours = theirs | {"status": "active", "feasibility": HOST}
    assert "I-24" in reasons(an_engagement(channels__1=ours))


def test_a_channel_on_which_people_are_answered_today_is_not_tried_as_new() -> None:
    """Unless somebody set it so by hand."""
    running = {"channels__1__status": "active", "channels__1__response_rate": 60,
               "channels__1__evidence": SOV["evidence"]}  # fmt: skip
    by_hand = {"channels__1__override": {"state": "pilot", "reason": "A new team takes it over"}}
    found = {each.key: each for each in analyze(an_engagement(**running)).channels.findings}
    assert "I-13" not in reasons(an_engagement(**running)), found
    assert "I-13" in reasons(an_engagement(**running, **by_hand))
