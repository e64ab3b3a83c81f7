"""Options that were typed: by number, by label, by the word of the file, or a few of them at once."""

from __future__ import annotations

from dataclasses import replace
from difflib import get_close_matches

from stratgen.wizard.asker import Asker, Command, Option, Prompt
from stratgen.wizard.fitting import fit
from stratgen.wizard.misread import MisreadError
from stratgen.wizard.parsing import lines


def chosen(text: str, options: tuple[Option, ...], free: bool, several: bool) -> tuple[str, ...]:
    """Return the values of the options that were typed; where `free`, other words stand for themselves.

    Raises MisreadError where something typed is no option, or two options are meant by one word.
    """
    parts = lines(text) if several else [text.strip()]
    if not parts and not several:
        raise MisreadError("Choose one of them.")
    return tuple(dict.fromkeys(_one(part, options, free) for part in parts))


def pick(asker: Asker, prompt: Prompt) -> str | Command:
    """Put a prompt until one of its options, or a command, was chosen, and return its value."""
    while True:
        reply = asker.ask(prompt)
        if isinstance(reply, Command):
            return reply
        if isinstance(reply, str):
            try:
                return chosen(reply, prompt.options, free=False, several=False)[0]
            except MisreadError as misread:
                prompt = replace(prompt, error=str(misread))


def _one(part: str, options: tuple[Option, ...], free: bool) -> str:
    word = part.casefold()
    exact = [each.value for each in options if word in (each.value.casefold(), each.label.casefold())]
    if exact:
        return exact[0]
    if word.isdigit() and 1 <= int(word) <= len(options):
        return options[int(word) - 1].value
    begun = _begun(word, options) if len(word) > 1 else []
    if len(begun) == 1 and not free:
        return begun[0]
    if free:
        return part
    if len(begun) > 1:
        names = ", ".join(each.label for each in options if each.value in begun)
        raise MisreadError(f'"{fit(part, 30)}" could mean {names}. Type its number.')
    near = get_close_matches(word, [each.label.casefold() for each in options], 1, 0.6)
    hint = next(
        (f" Did you mean {each.label}?" for each in options if near and each.label.casefold() == near[0]), ""
    )
    raise MisreadError(f'"{fit(part, 30)}" is not one of them.{hint} Type a number from 1 to {len(options)}.')


def _begun(word: str, options: tuple[Option, ...]) -> list[str]:
    """Return the values of the options whose label begins with a word; else those with a word that begins with it."""
    begun = [each.value for each in options if each.label.casefold().startswith(word)]
    inside = [each.value for each in options if f" {word}" in f" {each.label.casefold()}"]
    return begun or (inside if len(word) > 3 else [])
