"""What a network says, as a table and as data.

The numbers of a network are taken as exact, and its answers are compared with published ones; so
they are printed to a hundredth of a per cent, unlike those of a case.
"""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from rich.console import Group, RenderableType
from rich.text import Text

from deciban.findings.network import NetworkAnswer, StateChance, VariableAnswer
from deciban.render.page import HEAD, NAME, QUIET, Screen, cut, grid, heading, stacked

if TYPE_CHECKING:
    from deciban.render.json_text import Json, JsonObject

CHANCE, FROM = 7, 12
SHORTEST_BAR, LONGEST_BAR = 8, 26
LEAST_NAME = 12
_LEAST, _MOST = 0.00005, 0.99995


def chance(probability: float) -> str:
    """Answer a probability to a hundredth of a per cent; what is not certain never seems so."""
    if probability in (0.0, 1.0):
        return f"{probability:.0%}"
    if probability < _LEAST:
        return "<0.01%"
    if probability >= _MOST:
        return ">99.99%"
    return f"{probability:.2%}"


def network_page(answer: NetworkAnswer, remarks: Sequence[str], screen: Screen) -> Group:
    """Answer every variable asked about, state by state.

    Args:
        answer: what the network says.
        remarks: what the reader should know of how the file was read.
        screen: what the terminal can show.
    """
    parts: list[RenderableType] = [*_given(answer), *_tables(answer, screen)]
    parts += [Text(remark, QUIET) for remark in remarks]
    return stacked(parts)


def network_json(answer: NetworkAnswer, remarks: Sequence[str]) -> "JsonObject":
    """Answer the same as data."""
    variables: dict[str, Json] = {
        variable.name: {
            state.state: {"before": state.before, "probability": state.after}
            for state in variable.states
        }
        for variable in answer.variables
    }
    return {
        "given": dict(answer.given),
        "probability_of_given": answer.evidence,
        "log_evidence": answer.log_evidence,
        "variables": variables,
        "remarks": list(remarks),
        "problems": [],
    }


def _given(answer: NetworkAnswer) -> Iterator[Text]:
    if not answer.given:
        yield Text("Nothing is given", HEAD)
        return
    told = ", ".join(f"{name}={state}" for name, state in answer.given.items())
    yield Text(f"Given {told}", HEAD)
    if answer.evidence > 0:
        yield Text(f"which has a probability of {answer.evidence:.4g}", QUIET)
    else:
        yield Text("which is possible, but too unlikely to be written as a number", QUIET)


def _tables(answer: NetworkAnswer, screen: Screen) -> Iterator[RenderableType]:
    columns = _Columns(answer, screen)
    for variable in answer.variables:
        yield Text("")
        told = answer.given.get(variable.name)
        yield heading(cut(variable.name, screen.width - LEAST_NAME), "given" if told else "")
        yield _table(variable, columns, screen)


class _Columns:
    """How many columns each part of a line gets; where the screen is narrow the bars go first."""

    def __init__(self, answer: NetworkAnswer, screen: Screen) -> None:
        widest = max(len(s.state) for variable in answer.variables for s in variable.states)
        self.started = bool(answer.given)
        taken = CHANCE + 1 + (FROM + 1 if self.started else 0)
        self.names = min(widest + 2, screen.width - taken)
        left = screen.width - taken - self.names - 1
        self.bars = min(LONGEST_BAR, left) if left >= SHORTEST_BAR else 0


def _table(variable: VariableAnswer, columns: _Columns, screen: Screen) -> RenderableType:
    rows = grid(
        (columns.names, "left"),
        *([(columns.bars, "left")] if columns.bars else []),
        (CHANCE, "right"),
        *([(FROM, "right")] if columns.started else []),
        (None, "left"),
    )
    for state in variable.states:
        leads = state is variable.likeliest
        rows.add_row(*_cells(state, columns, screen, leads=leads), "")
    return rows


def _cells(state: StateChance, columns: _Columns, screen: Screen, *, leads: bool) -> Iterator[Text]:
    yield Text(f"  {state.state}", f"{HEAD} {NAME}" if leads else NAME)
    if columns.bars:
        yield Text(screen.bar(state.after, columns.bars), NAME if leads else QUIET)
    yield Text(chance(state.after), HEAD if leads else "")
    if columns.started:
        yield Text(f"from {chance(state.before)}", QUIET)
