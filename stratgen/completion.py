"""Shell completion: a script for bash, zsh or fish, made from the verbs and their options.

It knows the shells; it is told the verbs.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

SHELLS = ("bash", "zsh", "fish")
_FILES = ("check", "render", "preview", "new", "edit", "style")
"""Verbs that take an answer file."""


def script(shell: str, verbs: Mapping[str, Sequence[str]]) -> str:
    """Return the completion script of a shell; `verbs` gives the options of each verb."""
    return {"bash": _bash, "zsh": _zsh, "fish": _fish}[shell](verbs)


def _cases(verbs: Mapping[str, Sequence[str]]) -> list[str]:
    return [f'    {verb}) options="{" ".join(options)}" ;;' for verb, options in verbs.items()]


def _bash(verbs: Mapping[str, Sequence[str]]) -> str:
    rows = [
        '# stratgen completion for bash: eval "$(stratgen completion bash)"',
        "_stratgen() {",
        '  local word="${COMP_WORDS[COMP_CWORD]}" options=""',
        "  COMPREPLY=()",
        '  if [ "$COMP_CWORD" -eq 1 ]; then',
        f'    COMPREPLY=($(compgen -W "{" ".join(verbs)}" -- "$word"))',
        "    return",
        "  fi",
        '  case "${COMP_WORDS[1]}" in',
        *_cases(verbs),
        "  esac",
        '  case "$word" in',
        '    -*) COMPREPLY=($(compgen -W "$options" -- "$word")) ;;',
        '    *) COMPREPLY=($(compgen -f -- "$word")) ;;',
        "  esac",
        "}",
        "complete -o filenames -F _stratgen stratgen",
    ]
    return "\n".join(rows) + "\n"


def _zsh(verbs: Mapping[str, Sequence[str]]) -> str:
    rows = [
        "#compdef stratgen",
        '# stratgen completion for zsh: eval "$(stratgen completion zsh)"',
        "_stratgen() {",
        "  local options",
        "  if (( CURRENT == 2 )); then",
        f"    compadd {' '.join(verbs)}",
        "    return",
        "  fi",
        '  case "$words[2]" in',
        *_cases(verbs),
        "  esac",
        '  if [[ "$words[CURRENT]" == -* ]]; then compadd -- ${=options}; else _files; fi',
        "}",
        "compdef _stratgen stratgen",
    ]
    return "\n".join(rows) + "\n"


def _fish(verbs: Mapping[str, Sequence[str]]) -> str:
    rows = ["# stratgen completion for fish: stratgen completion fish | source"]
    rows += [f"complete -c stratgen -f -n __fish_use_subcommand -a {verb}" for verb in verbs]
    for verb, options in verbs.items():
        seen = f"-n '__fish_seen_subcommand_from {verb}'"
        rows += [f"complete -c stratgen {seen} -l {option.removeprefix('--')}" for option in options
                 if option.startswith("--")]  # fmt: skip
        if verb in _FILES:
            rows.append(f"complete -c stratgen {seen} -F")
    return "\n".join(rows) + "\n"
