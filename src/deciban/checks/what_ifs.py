"""Check: a what-if changes something, and adds only what has a name of its own."""

from collections.abc import Iterator

from deciban.case import Case, WhatIf
from deciban.node import Mapping
from deciban.problem import Problem

VERBS = ("set", "without", "add")


def check_what_ifs(case: Case) -> Iterator[Problem]:
    """Report what-ifs without a verb, and added sources that would take another's place."""
    for what_if in case.what_if:
        if not what_if.places.keys() & {*VERBS}:
            hint = "say what to change with `set`, `without` or `add`"
            yield Problem("D801", f"'{what_if.id}' changes nothing", what_if.place("id"), hint)
        yield from _added_sources(case, what_if)


def _added_sources(case: Case, what_if: WhatIf) -> Iterator[Problem]:
    """Added events, reports and silences are held against the rest when the what-if is tried."""
    if not isinstance(what_if.add, Mapping):
        return
    for entry in what_if.add.entries:
        if entry.key.text == "sources" and isinstance(entry.value, Mapping):
            for each in entry.value.entries:
                name = each.key.text
                if name in case.sources:
                    at = case.place(f"sources.{name}")
                    hint = f"it is in line {at.line}; use another name, or change it with `set`"
                    message = f"the name '{name}' is already taken"
                    yield Problem("D401", message, each.key.at, hint, (at,))
