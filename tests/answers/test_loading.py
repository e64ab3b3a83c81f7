"""Whatever a file says, it gives an Engagement: what does not fit is a hole, and a fault with its line."""

from __future__ import annotations

import json
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from stratgen.answers import Loaded, loads, schema
from stratgen.answers.nodes import resolved
from stratgen.engagement import Engagement, Unknown, known, records
from stratgen.engagement.answer import REASON_MALFORMED, REASON_NOT_ANSWERED
from tests.builders import LEFT_OUT, answers

FILE = "answers/acme.yaml"


def text_of(tree: Any) -> str:
    return yaml.safe_dump(tree, sort_keys=False, allow_unicode=True)


GOOD = text_of(answers())


def loaded(**changes: Any) -> Loaded:
    return loads(text_of(answers(**changes)), FILE)


def messages(**changes: Any) -> list[str]:
    return [str(fault).partition(": ")[2] for fault in loaded(**changes).faults]


def line_with(text: str, words: str) -> int:
    return next(number for number, line in enumerate(text.splitlines(), 1) if words in line)


def test_a_complete_file_has_no_faults_and_says_what_the_models_say() -> None:
    """Reading a file and handing its plain data to the models come to the same."""
    assert loads(GOOD, FILE).faults == ()
    assert loads(GOOD, FILE).engagement == Engagement.model_validate(answers())


@pytest.mark.parametrize(
    "path", sorted((Path(__file__).parents[2] / "answers").glob("*.yaml")), ids=lambda p: p.name
)
def test_the_shipped_examples_have_no_faults(path: Path) -> None:
    """The files that we ship are examples in this too."""
    assert loads(path.read_text("utf-8"), path.name).faults == ()


def test_five_mistakes_give_five_messages_in_one_run() -> None:
    """All faults at once, in the order of the file, each with its line, its place and its mend."""
    text = (
        GOOD.replace("short_name:", "shrt_name:", 1)
        .replace("date: '2026-11-16'", "date: 16 November", 1)
        .replace("driver: achieve", "driver: acheive", 1)
        .replace("headcount: 640", "headcount: about 640", 1)
        .replace("quarter: Q2", "quarter: Q5 2026", 1)
    )
    found = loads(text, FILE)
    said = [str(fault) for fault in found.faults]
    assert said == [
        f"{FILE}:{line_with(text, 'shrt_name')}: Engagement, client, shrt name: no question under"
        ' "client" has the key "shrt_name". Did you mean "short_name"?',
        f"{FILE}:{line_with(text, '16 November')}: Engagement, pack, date: "
        '"16 November" is not a date. Write it like 2027-01-31.',
        f"{FILE}:{line_with(text, 'about 640')}: Engagement, headcount: "
        '"about 640" is not a number. Write the bare number, without sign, space or unit.',
        f"{FILE}:{line_with(text, 'acheive')}: Purpose, driver: "
        '"acheive" is not one of the choices. Did you mean "achieve"? Choose from: '
        "say, achieve, share, everyone_else, unclear.",
        said[4],
    ]
    assert f":{line_with(text, 'Q5 2026')}: " in said[4]
    assert '"Q5 2026" is not one of the choices.' in said[4]
    assert isinstance(found.engagement.engagement.pack.date, Unknown)


MISTAKES: dict[str, tuple[dict[str, Any], str]] = {
    "too short": (
        {"purpose__reason": "Because"},
        'Purpose, reason: "Because" has 7 of the 40 characters it needs.',
    ),
    "too long": (
        {"engagement__client__short_name": "x" * 41},
        "Engagement, client, short name: the text has 41 characters; at most 40 are allowed. Shorten it by 1.",
    ),
    "several lines": (
        {"engagement__client__short_name": "Tide\nwater"},
        'Engagement, client, short name: "Tide water" runs over several lines. Write it in one line.',
    ),
    "a number as text": (
        {"engagement__pack__version": 1.0},
        'Engagement, pack, version: 1.0 is read as a number, and text is expected. Put it in quotes: "1.0"',
    ),
    "a yes as text": (
        {"engagement__client__short_name": True},
        "Engagement, client, short name: true is read as a yes or no, and text is expected."
        ' Put it in quotes: "true"',
    ),
    "a yes as number": (
        {"engagement__headcount": True},
        "Engagement, headcount: true is a yes or no; another answer is expected. Write it like: 3200",
    ),
    "no whole number": (
        {"engagement__headcount": 3.5},
        "Engagement, headcount: 3.5 is not a whole number. Write it like: 3200",
    ),
    "too small": (
        {"engagement__headcount": 0},
        "Engagement, headcount: 0 is too small; it has to be more than 0. Write it like: 3200",
    ),
    "too large": (
        {"team__shrinkage": 130},
        "Team, shrinkage: 130 is too large; it has to be at most 100. Write it like: 30",
    ),
    "not yes or no": (
        {"tools__capabilities__queues": "perhaps"},
        'Tools, capabilities, queues: "perhaps" is neither yes nor no. Write yes or no.',
    ),
    "no such day": (
        {"engagement__pack__date": "2026-02-30"},
        'Engagement, pack, date: "2026-02-30" is not a day of the calendar. Write it like 2027-01-31.',
    ),
    "not the first": (
        {"engagement__first_quarter_starts": "2027-01-02"},
        'Engagement, first quarter starts: "2027-01-02" is not the first day of a month. Write it like 2027-01-01.',
    ),
    "pattern": (
        {"engagement__currency": "pounds"},
        'Engagement, currency: "pounds" is not written as it should be. The three-letter ISO 4217 code.'
        " Write it like: ZAR",
    ),
    "one for a list": (
        {"engagement__countries": "NO"},
        'Engagement, countries: "NO" stands where a list is expected. Write it like: [NO]',
    ),
    "twice": (
        {"engagement__countries": ["GB", "GB"]},
        "Engagement, countries: GB stands there twice.",
    ),
    "too few": (
        {"engagement__brand_values": ["Plain"]},
        "Engagement, brand values: there is 1 item; at least 3 are needed. Add what is missing, or write unknown.",
    ),
    "wrong key of a list": (
        {"service__hours": {"mon-frid": "08:00-16:00"}},
        'Service, hours, mon-frid: "mon-frid" is not a key that can stand here. Write it like:'
        ' {mon-fri: "08:00-16:30"}',
    ),
    "empty": (
        {"engagement__client__legal_name": " "},
        'Engagement, client, legal name: "What is the client\'s legal name?" has no answer. Write unknown,'
        " or an answer like: Karoo Savings Bank Limited",
    ),
    "control character": (
        {"engagement__client__legal_name": "a\x07b"},
        "Engagement, client, legal name: a control character (U+0007) stands in the text. Take it away.",
    ),
    "infinity": (
        {"engagement__headcount": float("inf")},
        "Engagement, headcount: infinity is not an answer. Write a number.",
    ),
    "text for a record": (
        {"engagement__client": "Tidewater"},
        'Engagement, client: "Tidewater" stands where keys with answers are expected. Write `key: answer` lines.',
    ),
    "record for a list": (
        {"personas": {"name": "Readers"}},
        "Personas: one record stands where a list is expected. Put a dash before its first key.",
    ),
    "wrong date in an unknown": (
        {"engagement__headcount": {"unknown": "not counted", "due": "soon"}},
        'Engagement, headcount, due: "soon" is not a date. Write it like 2027-01-31.',
    ),
    "period": (
        {"channels__0__evidence__period": "last summer"},
        'Channels 1 (facebook), evidence, period: "last summer" is not a period. Write it like 2026-07 to'
        " 2026-09, or 2026-09-01 to 2026-09-28.",
    ),
    "part of evidence missing": (
        {"channels__0__evidence": {"period": "2026-09", "grade": "A"}},
        'Channels 1 (facebook), evidence, source: "Where do the figures come from?" has no answer. Write it'
        " like: Contact centre platform export",
    ),
    "figure": (
        {"channels__0__response_rate": "most"},
        'Channels 1 (facebook), response rate: "most" is not a number. Write the bare number, or value, unit,'
        " period, source and grade.",
    ),
    "wrong key in a figure": (
        {"channels__0__response_rate": {"value": 3, "sorce": "x"}},
        'Channels 1 (facebook), response rate, sorce: "sorce" is not a key that can stand here. Did you mean'
        ' "source"?',
    ),
    "version": (
        {"schema_version": 2},
        "Schema version: 2 is not a version that this stratgen reads. Write schema_version: 1",
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", MISTAKES)
def test_a_mistake_gives_one_message_in_plain_words(name: str) -> None:
    """What is wrong, then how to mend it; no word of the library that found it."""
    changes, expected = MISTAKES[name]
    said = messages(**changes)
    assert len(said) == 1, said
    assert said[0].startswith(expected)
    assert said[0] == expected or expected.endswith("it needs.")
    assert not any(word in said[0] for word in ("pydantic", "input", "validat", "str ", "tuple", "dict"))


def test_a_malformed_answer_is_a_hole_and_the_rest_stays() -> None:
    """One wrong answer costs one answer."""
    engagement = loaded(engagement__headcount="many").engagement
    assert engagement.engagement.headcount == Unknown(reason=REASON_MALFORMED)
    sound = Engagement.model_validate(answers(engagement__headcount={"unknown": REASON_MALFORMED}))
    assert engagement == sound


def test_an_answer_that_is_not_there_is_a_hole() -> None:
    """A key without a value and a key that is missing both count as not answered."""
    for text in (GOOD.replace("headcount: 640", "headcount:"), GOOD.replace("  headcount: 640\n", "")):
        found = loads(text, FILE)
        assert found.engagement.engagement.headcount == Unknown(reason=REASON_NOT_ANSWERED)
        assert [fault.what for fault in found.faults] == ['"How many people work there?" has no answer.']


def test_a_missing_key_points_at_the_record_that_lacks_it() -> None:
    """The line is that of the record, because there is no better one."""
    tree = answers()
    del tree["personas"][1]["need"]
    text = text_of(tree)
    (fault,) = loads(text, FILE).faults
    assert fault.line == line_with(text, tree["personas"][1]["name"])
    assert fault.place == f"Personas 2 ({tree['personas'][1]['name']}), need"


def test_a_question_that_need_not_apply_may_be_left_out() -> None:
    """What does not apply is no hole and no fault."""
    assert messages(channels__0__litter=None, channels__0__handle=LEFT_OUT) == []


def test_a_record_may_be_unknown_as_a_whole() -> None:
    """Reason, owner and date go to every answer below it."""
    why = {"unknown": "HR is asked", "owner": "Chief People Officer", "due": "2026-12-01"}
    team = loaded(team=why).engagement.team
    hole = Unknown.model_validate(why)
    assert loaded(team=why).faults == ()
    assert team.lead == team.full_time_equivalents == team.responsibilities.reply == hole
    assert team.agencies is None


@pytest.mark.parametrize("odd", ["\x07", "\x7f", "\x9f", "\uffff", "\x1b"])
def test_a_control_character_costs_one_answer(odd: str) -> None:
    """It is named with its number; the rest of the file is read."""
    text = GOOD.replace("short_name: Tidewater", f"short_name: Tide{odd}water")
    found = loads(text, FILE)
    assert [str(fault) for fault in found.faults] == [
        f"{FILE}:{line_with(GOOD, 'short_name')}: Engagement, client, short name: a control character"
        f" (U+{ord(odd):04X}) stands in the text. Take it away."
    ]
    assert found.engagement.engagement.headcount == 640


def test_unknown_is_understood_in_any_case() -> None:
    """A consultant may begin it with a capital letter."""
    assert loaded(engagement__headcount="Unknown").engagement.engagement.headcount == Unknown()


def test_a_record_that_is_none_is_dropped_and_the_others_keep_their_lines() -> None:
    """Later records move up in the engagement, and still know their lines in the file."""
    tree = answers()
    tree["personas"].insert(0, "Readers")
    text = text_of(tree)
    found = loads(text, FILE)
    assert [fault.place for fault in found.faults] == ["Personas 1"]
    names = [known(each.name) for each in records(found.engagement.personas)]
    assert names == [each["name"] for each in answers()["personas"]]
    assert found.source.line_of("personas[0].name") == line_with(text, str(names[0]))
    assert found.source.place(("personas", 0, "share")) == f"Personas 2 ({names[0]}), share"


def test_a_list_that_is_too_long_keeps_what_fits() -> None:
    """The records over the limit are named and left aside."""
    tree = answers()
    tree["personas"] = [dict(tree["personas"][0], name=f"Persona {number}") for number in range(8)]
    found = loads(text_of(tree), FILE)
    assert len(records(found.engagement.personas)) == 6
    assert [fault.what for fault in found.faults] == [
        "there are 8 items; at most 6 are allowed, and the first 6 are read."
    ]


def test_wrong_evidence_is_dropped_and_the_figures_stay() -> None:
    """The number counts, its source does not."""
    found = loaded(channels__0__evidence__grade="E")
    channel = records(found.engagement.channels)[0]
    assert channel.evidence is None
    assert known(channel.response_rate) is not None
    assert [fault.place.rpartition(", ")[2] for fault in found.faults] == ["grade"]


def test_a_wrong_override_is_dropped_and_the_good_ones_stay() -> None:
    """Every part of it that is wrong is named."""
    good = {"rule": "V23", "reason": "Kept free for the move", "by": "Sponsor", "when": "2026-11-12"}
    bad = {"rule": "V24", "reason": "short", "by": "Sponsor", "when": "soon"}
    found = loaded(overrides=["x", bad, good, {**good, "rule": "V25"}])
    assert [each.rule for each in found.engagement.overrides] == ["V23", "V25"]
    assert [fault.place for fault in found.faults] == [
        "Overrides 1", "Overrides 2 (V24), reason", "Overrides 2 (V24), when"
    ]  # fmt: skip
    assert found.source.place(("overrides", 0)) == "Overrides 3 (V23)"


def test_a_file_with_nothing_but_a_version_is_all_holes() -> None:
    """Each section that is missing is named once, and the engagement can be followed everywhere."""
    found = loads("schema_version: 1\n", FILE)
    assert len(found.faults) == sum(field.is_required() for field in Engagement.model_fields.values()) - 1
    assert isinstance(found.engagement.board.oversight.rhythm, Unknown)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("NO", "NO"), ("yes", "yes"), ("off", "off"), ("y", "y"), ("12:30", "12:30"), ("2027-01-31", "2027-01-31"),
        ("1_000", "1_000"), ("010", 10), ("0o10", 8), ("0x1F", 31), ("0b1", "0b1"), ("true", True), ("False", False),
        ("null", None), ("~", None), ("", None), ("1e3", 1000.0), (".5", 0.5), ("5.", 5.0), ("-0", 0),
        ("1.2.3", "1.2.3"), ("+44 20", "+44 20"), ("=", "="), ("<<", "<<"), ("9" * 5000, "9" * 5000),
        ("1e999", float("inf")), (".inf", float("inf")),
    ],
)  # fmt: skip
def test_scalars_mean_what_yaml_1_2_says(text: str, value: object) -> None:
    """Only true and false are yes or no; a country, a time and a day are text."""
    assert repr(resolved(text)) == repr(value)


def test_norway_stays_a_country() -> None:
    """The classic of YAML 1.1."""
    text = GOOD.replace("  countries:\n  - GB\n", "  countries: [NO, ZA]\n")
    assert loads(text, FILE).engagement.engagement.countries == ("NO", "ZA")


def test_yes_and_no_answer_a_yes_or_no() -> None:
    """People write yes and no; both are words in YAML 1.2, and answers here."""
    assert loaded(terms__moderation_log="yes").engagement.terms.moderation_log is True
    assert loaded(terms__moderation_log="No").engagement.terms.moderation_log is False


def test_the_hash_is_that_of_the_answers() -> None:
    """Comments, quoting and layout make no difference; an answer does."""
    base = loads(GOOD, "one.yaml").digest
    assert loads("# hello\n" + GOOD.replace("640", "640   # counted"), "two.yaml").digest == base
    assert loads(GOOD.replace("640", "641"), "one.yaml").digest != base
    assert loads(GOOD.replace("640", "'640'"), "one.yaml").digest != base


def nodes(here: Any, way: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    parts = here.items() if isinstance(here, dict) else enumerate(here) if isinstance(here, list) else ()
    return [each for step, part in parts for each in ((*way, step), *nodes(part, (*way, step)))]


PLACES = nodes(answers())
JUNK: st.SearchStrategy[Any] = st.sampled_from(
    [None, True, 3, -1, 2.5, "", "unknown", "x", "x\ny", "2027-01-31", "y" * 900, [], {}, ["a", 1, None], [[]],
     {"a": 1}, {"unknown": "why"}, {"unknown": 3, "x": []}, {"unknown": "why", "due": "2027"}, {"value": "x"},
     {"value": 1, "grade": "Z"}, [{"name": 1}], "2026-13 to 2026-99", float("nan"), 10**400, {"": ""}]
)  # fmt: skip
CHANGES = st.lists(
    st.tuples(st.sampled_from(PLACES), st.sampled_from(["delete", "replace", "extra", "repeat"]), JUNK),
    min_size=1,
    max_size=8,
)


def spoilt(changes: list[tuple[tuple[Any, ...], str, Any]]) -> Any:
    tree: Any = deepcopy(answers())
    for path, how, junk in changes:
        here: Any = tree
        try:
            for step in path[:-1]:
                here = here[step]
            if how == "delete":
                del here[path[-1]]
            elif how == "replace":
                here[path[-1]] = deepcopy(junk)
            elif how == "repeat" and isinstance(here, list):
                here.extend(deepcopy(here) * 4)
            elif isinstance(here[path[-1]], dict):
                here[path[-1]]["extra key"] = deepcopy(junk)
        except (KeyError, IndexError, TypeError):
            continue
    return tree


@given(CHANGES)
@settings(max_examples=80, deadline=None)
def test_any_mapping_gives_an_engagement(changes: list[tuple[tuple[Any, ...], str, Any]]) -> None:
    """However a file is spoilt, it is read; what is wrong is said with a line of the file, sorted."""
    text = json.dumps(spoilt(changes), indent=1)
    if text.lstrip()[:1] != "{":
        return
    found = loads(text, FILE)
    assert isinstance(found.engagement, Engagement)
    assert list(found.faults) == sorted(found.faults)
    for fault in found.faults:
        assert 1 <= fault.line <= text.count("\n") + 1
        assert fault.what
        assert not any(word in str(fault) for word in ("Traceback", "pydantic", "errors.", "NoneType"))


@given(
    st.recursive(JUNK, lambda inner: st.dictionaries(st.sampled_from([*Engagement.model_fields, "x"]), inner))
)
@settings(max_examples=40, deadline=None)
def test_any_tree_at_all_gives_an_engagement(tree: Any) -> None:
    """Even a file with nothing right in it."""
    if isinstance(tree, dict):
        assert isinstance(loads(json.dumps(tree), FILE).engagement, Engagement)


def test_the_schema_describes_every_key_of_the_models() -> None:
    """It names itself, resolves in itself, lets every answer be unknown, and completes yes and no."""
    drawn = schema()
    kinds = drawn["$defs"]
    said = json.dumps(drawn)
    assert set(drawn["properties"]) == set(Engagement.model_fields)
    assert drawn["$id"] == "urn:stratgen:answers:1"
    assert all(f'"{name}"' in said for name in kinds)
    assert {ref for ref in said.split('"#/$defs/')[1:] if ref.partition('"')[0] not in kinds} == set()
    assert '"oneOf"' not in said
    assert "(?i" not in said
    assert {"$ref": "#/$defs/Unknown"} in drawn["properties"]["purpose"]["anyOf"]
    assert kinds["Access"]["properties"]["multi_factor"]["anyOf"][0] == {"enum": [True, False, "yes", "no"]}
    assert kinds["Figure"]["anyOf"][0] == {"type": "number"}
