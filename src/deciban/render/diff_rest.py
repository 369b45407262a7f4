"""What parts two cases beside their numbers: words, what stands aside, linked questions."""

from collections.abc import Iterator, Sequence

from rich.console import RenderableType
from rich.padding import Padding
from rich.text import Text

from deciban.edit.difference import Difference, Kind
from deciban.findings.diff import Diff
from deciban.findings.posterior import Posterior
from deciban.render.figures import counted, percent, within
from deciban.render.page import NAME, QUIET, heading

GAP = Text("")
ASIDE = "what-ifs, tests, unseen records, works, positions: none enters the answer"


def rest_part(diff: Diff) -> Iterator[RenderableType]:
    """Answer what differs and moves nothing, the linked questions, and how exact it all is."""
    along = "each says nothing by itself; what hangs from it is weighed above"
    yield from _section("Come and gone", along, _by_place(diff.along))
    yield from words_part(diff.words)
    yield from _section("Beside the answer", ASIDE, _by_place(diff.aside))
    yield from _linked(diff)
    yield Text(_exactness(diff), QUIET)


def words_part(found: Sequence[Difference]) -> Iterator[RenderableType]:
    """Answer what was only worded otherwise, record by record."""
    records: dict[str, list[str]] = {}
    for each in found:
        record, _, key = each.address.rpartition(".")
        records.setdefault(record, []).append(key)
    lines = [
        Text.assemble((record, NAME), "  " if record else "", ", ".join(keys))
        for record, keys in records.items()
    ]
    yield from _section("Only worded otherwise", "it moves no number", lines)


def _by_place(found: Sequence[Difference]) -> list[Text]:
    """What came, went or changed, by where it stands: a line for each."""
    places: dict[str, dict[str, list[str]]] = {}
    for each in found:
        place, _, name = each.address.partition(".")
        places.setdefault(place, {}).setdefault(_what(each), []).append(name)
    return [
        Text.assemble((place, NAME), "  ", "; ".join(_listed(*told) for told in kinds.items()))
        for place, kinds in places.items()
    ]


def _listed(what: str, names: Sequence[str]) -> str:
    """Names under what befell them; a test has none but its place in the list."""
    named = [name for name in names if name and not name.isdecimal()]
    return f"{what}: {', '.join(named)}" if named else what


def _what(each: Difference) -> str:
    """Whether something came, went or changed."""
    if each.kind in (Kind.ADDED, Kind.REMOVED):
        return "added" if each.kind is Kind.ADDED else "taken away"
    return "added" if not each.before else "taken away" if not each.after else "changed"


def _section(title: str, remark: str, lines: Sequence[Text]) -> Iterator[RenderableType]:
    if lines:
        yield heading(title, remark)
        yield from (Padding(line, (0, 0, 0, 2)) for line in lines)
        yield GAP


def _linked(diff: Diff) -> Iterator[RenderableType]:
    """The linked questions of which an answer reads otherwise than before."""
    before = {each.question: each for each in diff.before.linked}
    moved = [each for each in diff.after.linked if _said(each) != _said(before.get(each.question))]
    lines = [
        Text.assemble((each.question, NAME), f"  {_way(before.get(each.question), each)}")
        for each in moved
    ]
    yield from _section("Linked questions", "those whose answers moved", lines)


def _said(posterior: Posterior | None) -> dict[str, str]:
    if posterior is None:
        return {}
    return {each.id: percent(each.probability) for each in posterior.answers}


def _way(before: Posterior | None, after: Posterior) -> str:
    was, now = _said(before), _said(after)
    moved = {name: told for name, told in now.items() if was.get(name) != told}
    ways = [
        f"{name} {was[name]} → {told}" if name in was else f"{name} {told}"
        for name, told in moved.items()
    ]
    return " · ".join(ways)


def _exactness(diff: Diff) -> str:
    told = ["at the central values"]
    if diff.changes and diff.of:
        shares = "count every order of the changes" if diff.exact else "are sampled"
        told.append(f"shares {shares}")
    drawn = [each.ranges for each in (diff.before, diff.after) if each.ranges.draws]
    if drawn:
        error = max(each.error for each in drawn)
        told.append(f"90% ranges from {drawn[0].draws:,} draws, ends {within(error)}")
    for mind in diff.after.minds:
        error_told = f", {within(mind.error)}" if mind.error else ""
        told.append(f"{mind.actor} read at {mind.columns:,} columns{error_told}")
    told.append(f"{counted(diff.untouched, 'judgement')} untouched")
    return "; ".join(told)
