"""What stands inside a mind is not left out of a case, but set to what it would have been."""

from dataclasses import dataclass

from deciban.case import Case, Sight, Trust
from deciban.case.mind_parts import mind_parts_of


@dataclass(frozen=True, slots=True)
class Instead:
    """What to set where a part of a mind was to be left out.

    Attributes:
        what: what the name stands for, as the beginning of a sentence.
        address: what to set; empty where something else is to be done.
        value: to what.
        other: what else is to be done.
    """

    what: str
    address: str = ""
    value: str = ""
    other: str = ""

    @property
    def as_option(self) -> str:
        """What to do, as the command line has it."""
        setting = f"{self.address}={self.value}"
        setting = f"'{setting}'" if " " in setting else setting
        return self.other or f"to take it away, write --set {setting}"

    @property
    def as_line(self) -> str:
        """What to do, as a what-if in a case has it."""
        return self.other or f"to take it away, write `set: {{{self.address}: {self.value}}}`"


def instead_of_leaving_out(case: Case, name: str) -> Instead | None:
    """Answer what to do about a name inside a mind; None where no mind has it."""
    part = next((each for each in mind_parts_of(case) if each.name == name), None)
    if part is None:
        return None
    whose = part.actor.id
    match part.record:
        case Sight(copies=str(first)):
            other = f"it repeats '{first}' and adds nothing; take away that one"
            return Instead(f"'{name}' is a copy, and stays in the case", other=other)
        case Sight():
            kind = "message to" if part.record.source else "sign that was seen by"
            what = f"'{name}' is a {kind} '{whose}', and stays in the case"
            return Instead(what, f"{part.address}.reached_him", "0%")
        case Trust():
            what = f"'{name}' is a source in the mind of '{whose}', and stays in the case"
            return Instead(what, part.address, "{guesses: 100%}")
        case _ if part.name == whose:
            other = "leave out a choice by name, or set what was thought or seen"
            return Instead(f"'{name}' is an actor, and stays in the case", other=other)
        case _:
            other = f"`deciban mind CASE {whose} --had {name}` tells what it comes to"
            return Instead(f"'{name}' is a counterfactual of '{whose}', and no item", other=other)
