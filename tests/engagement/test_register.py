"""The register of questions against the models, and what the building stones of an answer promise."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Annotated, Any

import pytest
from pydantic import TypeAdapter, ValidationError

from stratgen.engagement import Engagement, Evidence, Figure, Grade, Override, Period, Unknown, known, records
from stratgen.engagement.answer import Record, days_of, weekly_hours
from tests.builders import an_engagement, answers


def ids(prefix: str, *numbers: int) -> set[str]:
    return {f"{prefix}-{number:02d}" for number in numbers}


CORE = {
    *ids("ENG", *range(1, 11), *range(12, 16)),
    *ids("PUR", *range(1, 8), 9, 11, 13, 16),
    *ids("PER", 1, 2, 3),
    *ids("CHN", 1, 2, 3, 5, 6, 9, 11),
    *ids("CHF", *range(1, 7)),
    *ids("SCX", *range(1, 6)),
    *ids("STK", *range(1, 7)),
    *ids("NEU", 1),
    *ids("TEAM", 1, 2, 4, 5),
    *ids("KPI", 1, 2, 3),
    *(f"SMI-D{number}" for number in range(1, 5)),
    *(f"SMI-{axis}{number}" for axis in "VN" for number in range(1, 6)),
    "SMI-R",
    *(f"N2N-{number}" for number in range(1, 10)),
    *ids("BRD", 1, 2, 3),
    *ids("OBJ", 1, 2, 3, 5, 7, 8),
    *ids("TAC", 1),
    *ids("TOOL", 1, 2),
    *ids("TON", 1, 2, 3),
    *ids("TERM", 1, 2, 3),
    *ids("CRE", 1, 2, 3),
    *ids("ESC", 1),
    *ids("APR", 1),
    *ids("TRN", 1, 2, 3),
    *ids("POL", *range(1, 13), 14, 15, 17),
    "RSK",
    *ids("BOA", *range(1, 6), 7, 8),
    *ids("VIS", *range(1, 10)),
    *ids("SIGN", 1),
}
"""Every question of the core interview."""

FULL = {
    *ids("ENG", 11),
    *ids("PUR", 8, 10, 12, 14, 15),
    *ids("PER", 4, 5, 6),
    *ids("CHN", 4, 7, 8, 10),
    *ids("CHF", 7),
    *ids("SCX", 6),
    *ids("NEU", 2, 3),
    *ids("TEAM", 3, 6, 7),
    *ids("KPI", 4, 5),
    *ids("BRD", 4, 5),
    *ids("OBJ", 4, 6),
    *ids("TAC", 2, 3, 4),
    *ids("TOOL", 3, 4),
    *ids("TON", 4, 5),
    *ids("TERM", *range(4, 11)),
    *ids("ESC", 2, 3, 4, 5),
    *ids("TRN", 4),
    *ids("POL", 13, 16, *range(18, 23)),
    *ids("BOA", 6, 9, 10),
    *ids("VIS", 10),
    *ids("ACT", 1),
}
"""The questions of the full interview, and the review mode."""

AREA = "N2N"
"""The two questions that each of the nine areas asks; the area itself has the id."""


def models(parent: type[Record] = Record) -> Iterator[type[Record]]:
    for model in parent.__subclasses__():
        if model.__module__.startswith("stratgen."):
            yield model
            yield from models(model)


def name_of(model: type[Record]) -> str:
    return model.__name__


MODELS: list[type[Record]] = sorted(set(models()), key=name_of)


def refs(part: Any) -> Iterator[str]:
    if isinstance(part, dict):
        if isinstance(part.get("ref"), str):
            yield part["ref"]
        part = [each for name, each in part.items() if name != "examples"]
    if isinstance(part, list):
        for each in part:
            yield from refs(each)


def is_section(field: Any) -> bool:
    """Tell whether a field holds one record, which is no question of its own."""
    classes = [each for each in (field.annotation, *getattr(field.annotation, "__args__", ()))
               if isinstance(each, type)]  # fmt: skip
    wholes = (Figure, Evidence, Period)
    return any(issubclass(each, Record) and not issubclass(each, wholes) for each in classes)


def test_every_core_question_stands_in_the_models() -> None:
    """No question of the register is lost on the way to the answer file."""
    assert sorted(CORE - set(refs(Engagement.model_json_schema()))) == []


def test_every_full_question_stands_in_the_models() -> None:
    """The full interview asks all of the register."""
    assert sorted(FULL - set(refs(Engagement.model_json_schema()))) == []


def test_no_question_stands_outside_the_register() -> None:
    """A question has an id of the register, so that a document can be traced to it."""
    assert sorted(set(refs(Engagement.model_json_schema())) - CORE - FULL - {AREA}) == []


@pytest.mark.parametrize("model", MODELS, ids=name_of)
def test_every_question_has_its_words(model: type[Record]) -> None:
    """Title, help and an example; they are what the interview, the schema and the messages say."""
    for name, field in model.model_fields.items():
        assert field.title, name
        if is_section(field):
            continue
        assert field.description, name
        assert field.examples, name


@pytest.mark.parametrize("model", MODELS, ids=name_of)
def test_every_question_has_an_id(model: type[Record]) -> None:
    """Only what is not asked has none: the parts of a figure, overrides and the layout's version."""
    if model in (Period, Figure, Override):
        return
    for name, field in model.model_fields.items():
        extra = field.json_schema_extra
        asked = not is_section(field) and name not in ("schema_version", "overrides")
        assert not asked or (isinstance(extra, dict) and extra.get("ref")), name


@pytest.mark.parametrize("model", MODELS, ids=name_of)
def test_every_example_is_an_answer(model: type[Record]) -> None:
    """What a question shows as an example is well-formed; an empty list stands for records."""
    for field in model.model_fields.values():
        if is_section(field) or field.examples == [[]]:
            continue
        annotated: Any = field.annotation
        for each in field.metadata:
            annotated = Annotated[annotated, each]
        for example in field.examples or ():
            TypeAdapter(annotated).validate_python(example)


def test_a_bare_number_inherits_the_evidence_of_its_record() -> None:
    """Period, source and grade are said once; the unit is the question's own."""
    channel = records(an_engagement().channels)[0]
    rate = known(channel.response_rate)
    assert rate is not None
    assert channel.evidence is not None
    assert (rate.period, rate.source, rate.grade) == (
        channel.evidence.period, channel.evidence.source, channel.evidence.grade
    )  # fmt: skip
    assert rate.unit == "%"


def test_a_figure_may_differ_from_its_record() -> None:
    """Beside a figure stands only what differs."""
    engagement = an_engagement(channels__0__inbound={"value": 12, "grade": "D"})
    channel = records(engagement.channels)[0]
    inbound = known(channel.inbound)
    assert inbound is not None
    assert inbound.grade is Grade.D
    assert channel.evidence is not None
    assert inbound.source == channel.evidence.source


def test_evidence_is_handed_down_through_groups() -> None:
    """A section's evidence reaches the figures of its records that have none of their own."""
    plain = answers()
    plain["baseline"]["evidence"] = {"period": "2026-05", "source": "A section's source", "grade": "C"}
    for measure in plain["baseline"]["measures"]:
        measure.pop("evidence", None)
    measure = records(Engagement.model_validate(plain).baseline.measures)[0]
    social = known(measure.social) or known(measure.other_channels)
    assert social is not None
    assert social.source == "A section's source"


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("2026-07 to 2026-09", date(2026, 7, 1), date(2026, 9, 30)),
        ("2026-02", date(2026, 2, 1), date(2026, 2, 28)),
        ("2028-02", date(2028, 2, 1), date(2028, 2, 29)),
        ("2026-07-05 / 2026-07-09", date(2026, 7, 5), date(2026, 7, 9)),
        ("2026-07-05", date(2026, 7, 5), date(2026, 7, 5)),
    ],
)
def test_a_period_is_read_as_people_write_it(text: str, start: date, end: date) -> None:
    """Months and days, one or two of them; the last day of a month is known."""
    period = Period.model_validate(text)
    assert (period.start, period.end) == (start, end)


@pytest.mark.parametrize("text", ["last summer", "2026-13", "2026-09 to 2026-07", "2026-02-30", "", "2026"])
def test_a_period_that_is_none_is_refused(text: str) -> None:
    """A wrong month, a wrong day, or an end before the start."""
    with pytest.raises(ValidationError):
        Period.model_validate(text)


@pytest.mark.parametrize("value", [float("inf"), float("nan"), "nan", "inf", True, "many", [1]])
def test_a_figure_is_a_real_number(value: object) -> None:
    """Infinity, no number, and yes are not figures."""
    with pytest.raises(ValidationError):
        Figure.model_validate(value)


def test_an_unknown_is_empty_and_false() -> None:
    """A loop over it does nothing and a condition on it fails, but it is not None."""
    unknown = Unknown.model_validate(
        {"unknown": "not measured", "owner": "Head of Insight", "due": "2027-01-31"}
    )
    assert list(unknown) == []
    assert not unknown
    assert known(unknown) is None
    assert records(unknown) == ()
    assert unknown.due == date(2027, 1, 31)
    assert Unknown.model_validate("unknown") == Unknown()


def test_hours_of_cover_are_counted() -> None:
    """A span of days may run over the weekend; hours are counted to the minute."""
    assert days_of("fri-mon") == ("fri", "sat", "sun", "mon")
    assert weekly_hours({"mon-fri": "07:00-19:00", "sat": "09:00-12:30"}) == 63.5
    assert weekly_hours({"mon-sun": "00:00-24:00"}) == 168


def test_hours_that_end_before_they_begin_run_past_midnight() -> None:
    """05:00 to 01:00 is twenty hours; hours that end when they begin are none."""
    assert weekly_hours({"mon-sun": "05:00-01:00"}) == 140
    assert weekly_hours({"sat": "18:00-00:00"}) == 6
    assert weekly_hours({"sat": "18:00-18:00"}) == 0


def test_answers_are_frozen() -> None:
    """Nothing changes an engagement once it is read."""
    engagement = an_engagement()
    with pytest.raises(ValidationError):
        engagement.engagement.headcount = 3  # type: ignore[misc]


def test_the_schema_bounds_lists_by_their_items() -> None:
    """An editor that reads the schema tells how many items a list may have, not how long a text it may be."""
    wrong = [path for path, part in _parts(Engagement.model_json_schema())
             if part.get("type") == "array" and {"maxLength", "minLength"} & set(part)]  # fmt: skip
    assert wrong == []


def _parts(node: Any, path: str = "") -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield every object of a schema with where it stands."""
    if isinstance(node, dict):
        yield path, node
        for key, each in node.items():
            yield from _parts(each, f"{path}/{key}")
    elif isinstance(node, list):
        for position, each in enumerate(node):
            yield from _parts(each, f"{path}/{position}")
