from stratgen.answers import loads
from stratgen.answers.filling import blank, fill
from stratgen.answers.judging import judge
from stratgen.answers.moving import move

LIST = """\
personas:
  # the many
  - name: Savers  # most of them
    share: 60

  # asked in March
  - name: Traders
    share: 40
terms: unknown
"""


def test_a_blank_file_has_no_faults() -> None:
    """A file in which nothing is answered says so, section by section, and reads without a fault."""
    text = blank({"purpose": "2. Purpose"}, ("Answers.",))
    assert text.startswith("# Answers.\n")
    assert "# 2. Purpose\npurpose: unknown" in text
    assert not loads(text, "blank.yaml").faults


def test_what_has_no_key_is_filled_in_and_nothing_else() -> None:
    """Every question without a key is written as unknown; what may be left out is left out."""
    filled = fill("purpose:\n  driver: achieve  # she said\n", "purpose")
    assert "driver: achieve  # she said" in filled
    assert "  reason: unknown" in filled
    assert "organisation_gain" not in filled
    assert fill(filled, "purpose") == filled


def test_a_moved_item_takes_its_comments_along() -> None:
    """What stands above an item and beside it goes with it; the rest stays letter for letter."""
    moved = move(LIST, ("personas",), 1, 0)
    assert moved.index("# asked in March") < moved.index("Traders") < moved.index("Savers  # most of them")
    assert moved.endswith("terms: unknown\n")
    assert loads(moved, "x").source.tree["personas"][0] == {"name": "Traders", "share": 40}


def test_one_answer_is_judged_by_the_rule_of_its_field() -> None:
    """The message is that of the file, and a good answer has none."""
    assert judge(("personas", 0, "share"), 40) is None
    message = judge(("personas", 0, "share"), 120)
    assert message is not None
    assert message.what == "120 is too large; it has to be at most 100."
