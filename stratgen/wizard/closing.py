"""The end of a section: each warning is mended, or accepted with a reason that is kept. And suggestions."""

from __future__ import annotations

from collections.abc import Iterator

from stratgen.analysis.findings import RuleFinding
from stratgen.analysis.keypaths import path_parts
from stratgen.engagement import Override
from stratgen.wizard import mending, offering, suggestions, touches
from stratgen.wizard.asker import Command, Option, Prompt
from stratgen.wizard.book import Put
from stratgen.wizard.choosing import pick
from stratgen.wizard.flow import Interview, Turn
from stratgen.wizard.kinds import Kind
from stratgen.wizard.misread import MisreadError
from stratgen.wizard.parsing import day
from stratgen.wizard.plan import Question, of_record
from stratgen.wizard.sections import Section


def settle(interview: Interview, section: Section | None) -> None:
    """Go through what does not add up in a section: to mend, to accept with a reason, or to leave.

    Without a section it goes through the errors of all, and leaves the warnings to their sections.
    """
    left: set[tuple[str, str]] = set()
    while True:
        findings = interview.book.findings
        found = (*findings.errors, *findings.warnings) if section else findings.errors
        here = [
            each
            for each in found
            if (section is None or section.holds(path_parts(each.path)))
            and (each.rule, each.path) not in left
        ]
        if not here:
            return
        alike = [each for each in here if each.rule == here[0].rule]
        left.add((here[0].rule, here[0].path))
        word = _one(interview, here[0], len(here), len(alike))
        if word == "all":
            left |= {(each.rule, each.path) for each in alike}
        if word is Command.MENU:
            return


def _one(interview: Interview, finding: RuleFinding, count: int, alike: int) -> str | Command:
    """Ask what becomes of one finding, do it, and return what was chosen."""
    options = [Option("mend", "Mend it now"), Option("leave", "Leave it for later")]
    if alike > 1:
        options.append(Option("all", f"Leave all {alike} of this kind for later"))
    if finding.severity == "warning":
        options.insert(1, Option("accept", "Accept it, with a reason that prints in annex B"))
    place = touches.place(path_parts(finding.path), interview.book.engagement)
    kind = "Warning" if finding.severity == "warning" else "Does not add up"
    word = pick(
        interview.asker,
        Prompt("one", path_parts(finding.path), f"{kind}, {count} left here", place,
               (f"{finding.what[:1].upper()}{finding.what[1:]} {finding.mend} [{finding.rule}]",), "mend", tuple(options), commands=(Command.MENU,))
    )  # fmt: skip
    if word == "mend":
        _mend(interview, finding)
    elif word == "accept":
        accept(interview, finding)
    return word


def _mend(interview: Interview, finding: RuleFinding) -> None:
    """Ask again what a finding is about: one answer, a list, or the questions of a group."""
    question = mending.question_of(finding, interview.book)
    if question is None:
        interview.asker.say("It spans several answers; open them from the review.", "quiet")
        return
    if question.kind is not Kind.GATE or question.record is None:
        interview.put(question, touches.place(question.path, interview.book.engagement))
        return
    model, path = question.record, question.path

    def those() -> Iterator[Question]:
        return of_record(model, path, interview.book.engagement, True, interview.opened)

    interview.walk(those, next(those()).path)


def accept(interview: Interview, finding: RuleFinding) -> bool:
    """Ask why a warning is accepted, by whom and when, and keep it in the file; False where somebody went back."""
    given = {"rule": finding.rule, "about": finding.path}
    names = ("reason", "by", "when")
    place = len(interview.book.engagement.overrides)
    index, error = 0, ""
    while index < len(names):
        name = names[index]
        part = Override.model_fields[name]
        reply = interview.asker.ask(
            Prompt("line", ("overrides", place, name), f"Accepting {finding.rule}", part.title or "",
                   (f"{part.description} For example: {(part.examples or [''])[0]}",), given.get(name, ""),
                   commands=(Command.BACK,), error=error)
        )  # fmt: skip
        error = ""
        if reply is Command.BACK:
            if index == 0:
                return False
            index -= 1
            continue
        said = str(reply).strip()
        try:
            given[name] = day(said) if name == "when" else said
        except MisreadError as misread:
            error = str(misread)
            continue
        if name == "reason" and len(said) < 10:
            error = "A reason of at least ten letters is needed; it prints in annex B."
            continue
        if name == "by" and len(said) < 2:
            error = "Name a role."
            continue
        index += 1
    record = {**given, "answer": finding.fingerprint}
    return interview.commit([Put(("overrides", place), record)])


def suggest(interview: Interview) -> None:
    """Go through what the catalogues suggest, list by list."""
    for path in suggestions.LISTS:
        if offering.left(interview, path) and offering.offer(interview, path) is Turn.MENU:
            return
    interview.asker.say("That is all that follows from the answers so far.", "quiet")
