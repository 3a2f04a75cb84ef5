"""What each command takes, asked of the command itself; and completion scripts, which are that written down for a shell."""

from __future__ import annotations

import sys
from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple

from prlint import paths, profile, registry
from prlint.finding import SEVERITIES
from prlint.report import DETAILS, FAIL_ON

if TYPE_CHECKING:
    from collections.abc import Iterable

#: What a value is, by the word that the help has for it. Anything else is not completed.
FILES = frozenset({"PATH", "FILE", "DIR", "OLD", "NEW", "DRAFT", "RELEASES"})


class Taken(NamedTuple):
    """An option or a positional argument (`names` is empty): its values, or that they are files, and what it is for.

    `word` is what the help has for its value, `several` says that there may be
    many; `group` is the heading under which the help has it.
    """

    names: tuple[str, ...]
    values: tuple[str, ...]
    files: bool
    flag: bool
    about: str
    word: str = ""
    several: bool = False
    group: str = ""


class _Asked:
    """Stands in for a parser: a command tells it what it takes."""

    def __init__(self, command: str, taken: list[Taken] | None = None, group: str = "") -> None:
        self.command = command
        self.group = group
        self.taken: list[Taken] = [] if taken is None else taken

    def add_argument(self, *names: str, **given: Any) -> None:
        options = tuple(name for name in names if name.startswith("-"))
        metavar = given.get("metavar") or ""
        word = metavar if isinstance(metavar, str) else metavar[0]
        about = " ".join(str(given.get("help") or "").replace("%%", "%").split())
        values = tuple(map(str, given.get("choices") or ())) or _values(self.command, options, word)
        flag = str(given.get("action", "")).startswith(("store_", "count", "help", "version"))
        if given.get("help") != "==SUPPRESS==":
            files = not values and word in FILES
            several = given.get("nargs") in ("+", "*") or given.get("action") == "append"
            self.taken.append(Taken(options, values, files, flag, about, word, several, self.group))

    def add_argument_group(self, title: str) -> _Asked:
        return _Asked(self.command, self.taken, title)


def taken(command: str) -> list[Taken]:
    """Returns what a command takes, `--help` among it."""
    name = f"prlint.cli.{command.replace('-', '_')}"
    __import__(name)
    asked = _Asked(command)
    sys.modules[name].add_arguments(asked)
    return [*asked.taken, Taken(("--help",), (), files=False, flag=True, about="show what the command takes")]


def _values(command: str, names: tuple[str, ...], word: str) -> tuple[str, ...]:
    """Returns the words that a value can be, for those whose parser checks them itself."""
    if "--format" in names:
        return registry.names("reporters")
    if "--fail-on" in names:
        return FAIL_ON
    if "--color" in names:
        return ("auto", "always", "never")
    if "--only" in names or word == "TYPES":
        return registry.names("extractors")
    if word == "SEVERITY":
        return SEVERITIES
    if "--show" in names:
        return (*SEVERITIES, *DETAILS)
    if word == "RULES":
        return _rules(families=True)
    if word in ("RULE", "NAME") and command == "explain":
        return tuple(sorted({*_rules(families=False), *registry.names("kinds"), *registry.names("extractors")}))
    return ()


@cache
def _rules(*, families: bool) -> tuple[str, ...]:
    from prlint.rulebook import load

    rules = load([], builtin=paths.rules_folder(), cache=profile.cache_folder()).rules
    return tuple(sorted({rule.id for rule in rules} | ({rule.family for rule in rules} if families else set())))


def script(shell: str) -> str:
    """Returns the script for bash, zsh or fish."""
    from prlint.cli.main import commands as names

    commands = {}
    for name in names():
        takes = taken(name)
        commands[name] = (_summary(name), takes)
    return {"bash": _bash, "zsh": _zsh, "fish": _fish}[shell](commands)


def _summary(name: str) -> str:
    return str(sys.modules[f"prlint.cli.{name.replace('-', '_')}"].HELP).split("\n", maxsplit=1)[0]


Commands = dict[str, tuple[str, "list[Taken]"]]


def _quoted(text: str) -> str:
    return "'" + text.replace("'", "'\\''") + "'"


def _options(of: Iterable[Taken]) -> list[str]:
    return [name for one in of for name in one.names]


def _positional(of: Iterable[Taken]) -> Taken:
    return next((one for one in of if not one.names), Taken((), (), files=False, flag=False, about=""))


def _bash(commands: Commands) -> str:
    lines = [
        "# Completion of prlint for bash, made by: prlint completion bash",
        "_prlint() {",
        '    local word="${COMP_WORDS[COMP_CWORD]}" before="${COMP_WORDS[COMP_CWORD-1]}" values="" files=""',
        "    # An option with its value in one word (--format=json) comes as three.",
        '    if [[ $word == "=" ]]; then word=""; elif [[ $before == "=" ]]; then before="${COMP_WORDS[COMP_CWORD-2]}"; fi',
        "    COMPREPLY=()",
        "    if (( COMP_CWORD == 1 )); then",
        f'        COMPREPLY=($(compgen -W "{" ".join([*commands, "--help", "--version"])}" -- "$word"))',
        "        return",
        "    fi",
        '    case "${COMP_WORDS[1]}" in',
    ]
    for name, (_, takes) in commands.items():
        lines += [f"    {name})", '        case "$before" in']
        for one in takes:
            if one.names and not one.flag:
                does = "files=1" if one.files else f'values="{" ".join(one.values)}"'
                lines.append(f"        {'|'.join(one.names)}) {does};;")
        first = _positional(takes)
        does = "files=1" if first.files else f'values="{" ".join(first.values)}"'
        lines += [
            "        *) if [[ $word == -* ]]; then",
            f'               values="{" ".join(_options(takes))}"',
            "           else",
            f"               {does}",
            "           fi;;",
            "        esac;;",
        ]
    lines += [
        "    esac",
        "    if [[ -n $files ]]; then",
        "        compopt -o filenames 2>/dev/null",
        "        local IFS=$'\\n'",
        '        COMPREPLY=($(compgen -f -- "$word"))',
        "    else",
        "        # Of words with commas between them the last one is completed.",
        '        local head=""',
        '        [[ $word == *,* ]] && head="${word%,*},"',
        '        COMPREPLY=($(compgen -P "$head" -W "$values" -- "${word##*,}"))',
        "    fi",
        "}",
        "complete -F _prlint prlint",
        "",
    ]
    return "\n".join(lines)


def _zsh(commands: Commands) -> str:
    def about(text: str) -> str:
        return text.replace("\\", "\\\\").replace("[", "\\[").replace("]", "\\]").replace(":", "\\:")

    def spec(one: Taken) -> list[str]:
        does = "_files" if one.files else f"({' '.join(one.values)})" if one.values else " "
        if not one.names:
            return [_quoted(f"*:{about(one.about)}:{does}")]
        value = "" if one.flag else f":{about(one.about)[:40] or 'value'}:{does}"
        return [_quoted(f"*{name}[{about(one.about)}]{value}") for name in one.names]

    lines = [
        "#compdef prlint",
        "# Completion of prlint for zsh, made by: prlint completion zsh",
        "_prlint() {",
        "    local -a commands",
        "    commands=(",
        *(f"        {_quoted(f'{name}:{about(said)}')}" for name, (said, _) in commands.items()),
        "    )",
        "    if (( CURRENT == 2 )); then",
        "        _describe command commands",
        "        return",
        "    fi",
        "    local command=$words[2]",
        "    shift words",
        "    (( CURRENT-- ))",
        "    case $command in",
    ]
    for name, (_, takes) in commands.items():
        specs = [part for one in takes for part in spec(one)]
        lines += [f"    {name})", "        _arguments \\", *(f"            {part} \\" for part in specs[:-1])]
        lines += [f"            {specs[-1]}", "        ;;"]
    lines += [
        "    esac",
        "}",
        # Read from fpath the file is the function's body; read by `source` it offers the function.
        'if [[ $funcstack[1] == _prlint ]]; then _prlint "$@"; else compdef _prlint prlint; fi',
        "",
    ]
    return "\n".join(lines)


def _fish(commands: Commands) -> str:
    lines = ["# Completion of prlint for fish, made by: prlint completion fish", "complete -c prlint -f"]
    for name, (said, takes) in commands.items():
        lines.append(f"complete -c prlint -n __fish_use_subcommand -a {name} -d {_quoted(said)}")
        when = f"complete -c prlint -n '__fish_seen_subcommand_from {name}'"
        for one in takes:
            value = " -F" if one.files else f" -a {_quoted(' '.join(one.values))}" if one.values else ""
            if not one.names:
                lines += [f"{when}{value}"] if value else []
                continue
            required = "" if one.flag else " -r"
            spelt = " ".join(f"-l {n[2:]}" if n.startswith("--") else f"-s {n[1:]}" for n in one.names)
            lines.append(f"{when} {spelt}{required}{value} -d {_quoted(one.about)}")
    return "\n".join([*lines, ""])
