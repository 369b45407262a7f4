"""How it was computed, so that it can be done again and comes out the same."""

from collections.abc import Iterator

from deciban.findings.minds import MindInBrief
from deciban.render.brief.prose import bullets, code, paragraph, prose, section, sentences
from deciban.render.brief.telling import Telling
from deciban.render.brief.words import several
from deciban.render.document.blocks import Block, Prose
from deciban.render.figures import unsigned, within

#: Digits of the hash that are enough to tell two states of a case apart.
SHORT = 12


def computed(telling: Telling) -> Iterator[Block]:
    """Answer which program, which case, which draws, and what is exact."""
    yield section("How it was computed", "computed")
    yield paragraph(
        f"By deciban {telling.version}, from the case in the state that has the hash ",
        code(telling.digest[:SHORT]),
        ". The same version makes the same brief of the same case, to the byte.",
    )
    yield from bullets(each for each in _told(telling) if each)


def _told(telling: Telling) -> Iterator[Prose]:
    exact = all(mind.brief.exact for mind in telling.account.minds)
    but = "" if exact else ", apart from the minds, which are read at draws"
    yield prose(f"Probabilities are exact at the central values of the numbers{but}.")
    yield _ranges(telling)
    yield _over_time(telling)
    yield _shares(telling)
    yield _bounds(telling)
    yield from (_mind(each.brief) for each in telling.account.minds)
    yield prose(
        "The hash is the SHA-256 of the list of the case's files with the SHA-256 of each, as ",
        code("sha256sum"),
        " prints it, in the order of their names: ",
        code(telling.digest),
        ".",
    )


def _ranges(telling: Telling) -> Prose:
    ranges = telling.findings.ranges
    if not ranges.draws:
        return prose("No number has a range, so nothing was drawn.")
    impossible = several(ranges.impossible, "draw")
    verb = "was" if ranges.impossible == 1 else "were"
    return sentences(
        f"Ranges are the middle 90% of {ranges.draws:,} draws from the seed {ranges.seed}, with a "
        f"standard error of {_error(ranges.error)} at their ends.",
        f"In {impossible} the evidence was impossible; these {verb} left out."
        if ranges.impossible
        else "",
        f"The linked questions were answered at {ranges.linked_draws:,} of them."
        if telling.findings.linked
        else "",
    )


def _over_time(telling: Telling) -> Prose:
    """Of fewer draws come the ranges of every moment, and so may print otherwise."""
    draws, all_of_them = telling.account.timeline.draws, telling.findings.ranges.draws
    if not draws or draws >= all_of_them:
        return ()
    return prose(
        f"The ranges of the answers over time come from {draws:,} draws, so their ends may print "
        "otherwise by a little."
    )


def _error(error: float) -> str:
    return within(error).removeprefix("±")


def _shares(telling: Telling) -> Prose:
    weights = telling.findings.weights
    if weights.exact:
        return prose("The shares of the items are exact: every order of the items counts.")
    of = telling.findings.explanation.of
    largest = unsigned(max((item.weights[of].error for item in weights.items), default=0.0))
    error = "a tenth of a deciban" if largest in ("0.0", "0.1") else f"{largest} decibans"
    return prose(
        "The shares of the items are means over a seeded sample of orders, with a standard error "
        f"of {error} at most."
    )


def _bounds(telling: Telling) -> Prose:
    bounds = telling.findings.bounds
    if bounds is None or not bounds.evaluated:
        return ()
    if bounds.exact:
        return prose("The least and the most that each answer can come to are exact.")
    return prose(
        "The least and the most that each answer can come to are the best found in "
        f"{bounds.evaluated:,} trials, and are not proved."
    )


def _mind(mind: MindInBrief) -> Prose:
    name = f"The mind of {mind.name.partition(',')[0]}"
    if mind.exact:
        return prose(f"{name} was read at every one of {mind.columns:,} choices of the numbers.")
    told = f", with a standard error of {_error(mind.error or 0.0)} on the leading answer"
    return prose(
        f"{name} was read at {mind.columns:,} choices of the numbers from the seed {mind.seed}, "
        f"which tell as much as {mind.effective:,.0f} of equal weight{told if mind.error else ''}."
    )
