"""How debaters' answers moved over time, what moved them, and what they say moved them."""

from collections.abc import Iterator, Sequence

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.text import Text

from deciban.debate.change import Cause, Rounds, Trajectory
from deciban.render.figures import decibans, percent, unsigned
from deciban.render.page import HEAD, NAME, QUIET, Screen, cut, grid, heading, side, stacked

CHANCE, ODDS, EVIDENCE = 6, 8, 12
COLUMNS: tuple[tuple[int | None, str], ...] = (
    (None, "left"),
    (CHANCE, "right"),
    (ODDS, "right"),
    (ODDS, "right"),
    (EVIDENCE, "right"),
    (ODDS, "right"),
)
HEADS = ("", "chance", "decibans", "moved", "new evidence", "judged")
LEGEND = (
    "new evidence: what came with a move that was accepted; judged: numbers and stances "
    "revised. The two add up to what moved, among the answers that both days hold possible."
)


def history_page(found: Sequence[Trajectory], rounds: Rounds | None, screen: Screen) -> Group:
    """Answer how debaters' answers moved, in one table, and what moved them."""
    changed = [each for each in found if len(each.stages) > 1]
    parts: list[RenderableType] = [heading("How minds changed", f"of “{found[0].of}”")]
    rows = grid(*COLUMNS)
    rows.add_row(*(Text(each, QUIET) for each in HEADS))
    for each in found:
        for row in _rows(each):
            rows.add_row(*row)
    parts.append(rows)
    parts.append(Text(LEGEND if changed else "Nobody has put down a change of mind.", QUIET))
    if rounds is not None:
        parts += [Text(""), *_rounds(rounds, found)]
    if changed:
        parts += [Text(""), heading("What moved them", "in decibans")]
    for each in changed:
        parts += _causes(each, screen)
    return stacked(parts)


def _rows(found: Trajectory) -> Iterator[list[Text]]:
    """A debater, his sealed first round, and what he held from each day on."""
    yield [Text(found.called, HEAD)]
    if found.sealed is not None:
        yield [Text("  as sealed"), Text(percent(found.sealed.get(found.of, 0.0)))]
    if found.forged:
        yield [Text("  as sealed"), Text("forged", HEAD)]
    for stage in found.stages:
        chance, odds = (each.get(found.of) for each in (stage.probability, stage.log_odds))
        told = [Text(f"  {stage.on.text if stage.on is not None else 'at first'}")]
        told += [Text("·" if chance is None else percent(chance), HEAD)]
        told += [Text("" if odds is None else decibans(odds))]
        if stage.on is not None:
            told += [_moved(way) for way in (stage.moved, stage.by_evidence, stage.by_himself)]
        yield told


def _moved(way: float) -> Text:
    return Text(decibans(way), side(way) if way else QUIET)


def _causes(found: Trajectory, screen: Screen) -> Iterator[RenderableType]:
    for stage in found.stages:
        if stage.on is not None:
            yield Text(f"{found.called}, {stage.on.text}")
            yield from (line for cause in stage.causes for line in _cause(cause, screen))


def _cause(cause: Cause, screen: Screen) -> Iterator[RenderableType]:
    told = Text.assemble("  ", _moved(cause.share), "  ", (cause.address, NAME))
    yield told.append("  new evidence" if cause.evidence else "", QUIET)
    room = screen.width - ODDS
    if cause.before or cause.after:
        yield _below(cut(f"{cause.before or 'nothing'} → {cause.after or 'nothing'}", room))
    if cause.about:
        yield _below(cut(cause.about, room))
    if cause.credited:
        yield _below(f"put down to: {cause.credited}")


def _below(text: str) -> Padding:
    return Padding(Text(text, QUIET), (0, 0, 0, ODDS))


def _rounds(rounds: Rounds, found: Sequence[Trajectory]) -> Iterator[RenderableType]:
    """Whether sealed first rounds were closer together than what is held now."""
    called = {each.name: each.called for each in found}
    names = ", ".join(called[name] for name in rounds.names)
    yield heading("First round and now", names)
    then, now = unsigned(rounds.sealed_apart), unsigned(rounds.now_apart)
    yield Text(f"As sealed the two furthest apart were {then} dB apart; now they are {now} dB.")
    if rounds.closer:
        evidence, own = unsigned(rounds.by_evidence), unsigned(rounds.by_themselves)
        told = (
            f"New evidence moved them by {evidence} dB in all, and they themselves by {own} dB. To "
            "come together by evidence is persuasion; where there was none, it may be herding."
        )
        yield Text(told, QUIET)
