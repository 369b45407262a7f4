"""``deciban crux``: where two debaters part, or what divides all of them."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import rich_click as click

from deciban.cli.terminal import (
    PROBLEMS,
    console,
    json_option,
    screen,
    show,
    show_problems,
    working,
)

if TYPE_CHECKING:
    from deciban.debate.crux import Crux, Divides
    from deciban.debate.debaters import Debater
    from deciban.problem import Problem
    from deciban.read import Reading
    from deciban.render.json_text import JsonObject

PAIR = 2
WITHIN = 1.0
Say = Callable[[str], None]


@click.command()
@click.argument("case", type=click.Path(path_type=Path), default=Path())
@click.argument("names", nargs=-1, metavar="[A B]")
@click.option("--of", metavar="HYPOTHESIS", help="Tell of this answer, one that all entertain.")
@click.option(
    "--within",
    type=click.FloatRange(0.0, 1000.0),
    default=WITHIN,
    show_default=True,
    metavar="DECIBANS",
    help="How small a gap counts as agreement.",
)
@click.option(
    "--threshold",
    metavar="PROBABILITY",
    help="Where an answer changes sides: 95%, or a word; else where another answer leads.",
)
@json_option
@click.pass_context
def crux(
    context: click.Context,
    case: Path,
    names: tuple[str, ...],
    of: str | None,
    within: float,
    threshold: str | None,
    *,
    as_json: bool,
) -> None:
    """Say on which judgements two debaters differ enough to matter.

    Settle these, and A and B agree; the others do not matter. Without A and B: what divides all
    debaters, and on what each two of them part. In the folder of the case the names alone will do:
    `deciban crux A B`.
    """
    from deciban.cli.debaters import NOBODY, case_and_names, known  # noqa: PLC0415 (as below)
    from deciban.read import read_case  # noqa: PLC0415 (--help must not wait for it)

    case, names = case_and_names(case, names)
    _two(names)
    with working("weighing every position") as say:
        reading = read_case(case)
        whom = known(reading, names, "A B")
        crossed = _threshold(reading, threshold, whom)
        debaters, problems = _debaters(reading, whom)
        found = _found(reading, debaters, whom, _Asked(of, within, crossed), say)
    errors = [problem for problem in problems if problem.is_error]
    if as_json:
        _print_data(found, problems)
    elif found is not None:
        _print(reading, debaters, found)
    elif not errors:
        click.echo(NOBODY if not debaters else f"{debaters[0].name} is alone in this debate")
    if not as_json:
        show_problems(errors)
    if errors:
        context.exit(PROBLEMS)


class _Asked:
    """What is asked of the debaters.

    Attributes:
        of: the answer told of; None where that is left open.
        within: how small a gap counts as agreement.
        threshold: where an answer changes sides; None where that is left open.
    """

    def __init__(self, of: str | None, within: float, threshold: float | None) -> None:
        self.of, self.within, self.threshold = of, within, threshold


def _two(names: Sequence[str]) -> None:
    """Refuse what is neither two debaters nor all of them."""
    if len(names) not in (0, PAIR):
        message = f"two debaters have cruxes, not {len(names)}; name two, or none for all"
        raise click.UsageError(message)
    if names and names[0] == names[1]:
        message = f"'{names[0]}' is one debater; name two"
        raise click.UsageError(message)


def _debaters(
    reading: "Reading", names: tuple[str, ...]
) -> "tuple[tuple[Debater, ...], tuple[Problem, ...]]":
    from deciban import pipeline  # noqa: PLC0415 (--help must not wait for it)

    return pipeline.debaters(reading, names)


def _threshold(reading: "Reading", written: str | None, names: tuple[str, ...]) -> float | None:
    """The probability at which an answer changes sides; what is none is wrong usage."""
    from deciban.problem import Problem  # noqa: PLC0415 (as above)
    from deciban.units import read_probability  # noqa: PLC0415 (as above)

    if written is None:
        return None
    hint = "--threshold"
    if not names:
        message = "a threshold is for two debaters; name them"
        raise click.BadParameter(message, param_hint=hint)
    scale = reading.case.words if reading.case is not None else "icd203"
    read = read_probability(written, scale)
    if isinstance(read, Problem):
        message = f"{read.message}; {read.hint}"
        raise click.BadParameter(message, param_hint=hint)
    if not 0.0 < read.central < 1.0:
        message = "nobody gets as far as certainty; write a probability between, such as 95%"
        raise click.BadParameter(message, param_hint=hint)
    return read.central


def _found(
    reading: "Reading",
    debaters: "Sequence[Debater]",
    names: tuple[str, ...],
    asked: _Asked,
    say: Say,
) -> "Crux | Divides | None":
    """Where two part, or what divides all; None where there are not enough of them."""
    from deciban.debate.cruxes import find_crux, find_divides  # noqa: PLC0415 (as above)

    if reading.case is None or len(debaters) < PAIR:
        return None
    _known_answer(debaters, asked.of)
    found: Crux | Divides
    if names:
        found = find_crux(
            reading.case,
            debaters[0],
            debaters[1],
            of=asked.of,
            within=asked.within,
            threshold=asked.threshold,
            told=lambda done: say(f"{done:,} mixtures weighed"),
        )
    else:
        found = find_divides(reading.case, debaters, of=asked.of, within=asked.within, told=say)
    if asked.of is not None and found.of not in (asked.of, ""):
        message = f"not everybody entertains '{asked.of}', so its odds cannot be compared"
        raise click.BadParameter(message, param_hint="--of")
    return found


def _known_answer(debaters: "Sequence[Debater]", of: str | None) -> None:
    """Refuse an answer that nobody has."""
    from deciban.read.suggest import did_you_mean, listing  # noqa: PLC0415 (as above)

    answers = dict.fromkeys(each.id for debater in debaters for each in debater.held.answers)
    if of is not None and of not in answers:
        hint = did_you_mean(of, answers, f"the answers are {listing(answers)}")
        message = f"the question has no answer '{of}'; {hint}"
        raise click.BadParameter(message, param_hint="--of")


def _print_data(found: "Crux | Divides | None", problems: "Sequence[Problem]") -> None:
    from deciban.debate.crux import Crux  # noqa: PLC0415 (as above)
    from deciban.render.crux_json import crux_json, divides_json  # noqa: PLC0415 (only as data)
    from deciban.render.json_text import problems_json, to_text  # noqa: PLC0415 (as above)

    told: JsonObject = {}
    if found is not None:
        told = crux_json(found) if isinstance(found, Crux) else divides_json(found)
    click.echo(to_text({**told, "problems": problems_json(problems)}), nl=False)


def _print(reading: "Reading", debaters: "Sequence[Debater]", found: "Crux | Divides") -> None:
    from deciban.debate.crux import Crux  # noqa: PLC0415 (as above)
    from deciban.render.crux import crux_page  # noqa: PLC0415 (only for people)
    from deciban.render.divides import divides_page  # noqa: PLC0415 (as above)

    if isinstance(found, Crux):
        show(crux_page(found, screen(console())))
    elif reading.case is not None:
        called = {each.name: each.called for each in debaters}
        show(divides_page(found, reading.case.question.ask, called, screen(console())))
