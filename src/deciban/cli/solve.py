"""``deciban solve``: what a network that was written for another program says."""

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import rich_click as click
from click.shell_completion import CompletionItem

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
    from deciban.exchange import Network
    from deciban.problem import Problem

States = Mapping[str, tuple[str, ...]]


def complete_variable(
    context: click.Context, _parameter: click.Parameter, beginning: str
) -> list[CompletionItem]:
    """Answer the variables of the network that begin like this, for the shell."""
    return _beginning(_states_for_shell(context), beginning)


def complete_given(
    context: click.Context, _parameter: click.Parameter, beginning: str
) -> list[CompletionItem]:
    """Answer ``variable=state`` for all that begin like this, for the shell."""
    states = _states_for_shell(context)
    pairs = [f"{name}={state}" for name, of in states.items() for state in of]
    return _beginning(pairs, beginning)


@click.command()
@click.argument("network", type=click.Path(path_type=Path))
@click.option(
    "--given",
    "givens",
    multiple=True,
    metavar="VARIABLE=STATE",
    shell_complete=complete_given,
    help="What is known; repeat it, or part several by commas.",
)
@click.option(
    "--about",
    "abouts",
    multiple=True,
    metavar="VARIABLE",
    shell_complete=complete_variable,
    help="Answer for this variable; repeat it for others.  [default: all of them]",
)
@json_option
@click.pass_context
def solve(
    context: click.Context,
    network: Path,
    givens: tuple[str, ...],
    abouts: tuple[str, ...],
    *,
    as_json: bool,
) -> None:
    """Answer how likely everything in a Bayesian network is, given what is known.

    NETWORK is a file in the interchange format, whose name mostly ends in .bif.
    """
    from deciban.exchange import read_bif, to_model  # noqa: PLC0415 (--help must not wait for it)
    from deciban.findings.network import NetworkAnswer, find_network  # noqa: PLC0415 (as above)

    if network.is_dir() or network.suffix in {".yaml", ".yml"}:
        message = f"{network} is a case and no network; `deciban weigh {network}` weighs it"
        raise click.BadParameter(message, param_hint="NETWORK")
    with working("reading"):
        read = read_bif(network)
    if isinstance(read, tuple):
        _stop(context, read, as_json=as_json)
        return
    given = _evidence(read.states, givens)
    about = _asked(read.states, abouts)
    with working("solving"):
        answer = find_network(to_model(read), given, about)
    if not isinstance(answer, NetworkAnswer):
        _stop(context, [answer], as_json=as_json)
        return
    from deciban.render.json_text import to_text  # noqa: PLC0415 (as above)
    from deciban.render.network import network_json, network_page  # noqa: PLC0415 (as above)

    if as_json:
        click.echo(to_text(network_json(answer, _remarks(read))), nl=False)
    else:
        show(network_page(answer, _remarks(read), screen(console())))


def _stop(context: click.Context, problems: "Sequence[Problem]", *, as_json: bool) -> None:
    """Print what is wrong with a network, and say so by the exit status."""
    from deciban.render.json_text import problems_json, to_text  # noqa: PLC0415 (as above)

    if as_json:
        click.echo(to_text({"problems": problems_json(problems)}), nl=False)
    else:
        show_problems(problems)
    context.exit(PROBLEMS)


def _remarks(network: "Network") -> tuple[str, ...]:
    if not network.scaled:
        return ()
    return (f"rows that do not add up to exactly 1 were scaled: {network.scaled}",)


def _evidence(states: States, givens: Iterable[str]) -> Mapping[str, str]:
    """What ``--given`` says; what the network does not have is wrong usage."""
    evidence: dict[str, str] = {}
    for text in givens:
        for name, state in _pairs(states, text):
            if evidence.setdefault(name, state) != state:
                message = f"'{name}' cannot be both {evidence[name]} and {state}"
                raise click.BadParameter(message, param_hint="--given")
    return evidence


def _pairs(states: States, text: str) -> Iterable[tuple[str, str]]:
    """Names and states in a text; a comma or an equals sign may belong to a name."""
    whole = _pair(states, text)
    if whole is not None:
        return [whole]
    return [_pair(states, part) or _wrong(states, part) for part in text.split(",")]


def _pair(states: States, text: str) -> tuple[str, str] | None:
    """The variable and its state that a text names, if it names any."""
    for place, letter in enumerate(text):
        name, state = text[:place].strip(), text[place + 1 :].strip()
        if letter == "=" and state in states.get(name, ()):
            return name, state
    return None


def _wrong(states: States, text: str) -> tuple[str, str]:
    """Say what is wrong with a pair.

    Raises:
        BadParameter: always.
    """
    from deciban.read.suggest import did_you_mean, listing  # noqa: PLC0415 (only where needed)

    name, equals, state = (part.strip() for part in text.partition("="))
    if not equals:
        message = f"'{text}' is no VARIABLE=STATE"
    elif name not in states:
        hint = did_you_mean(name, states, f"it has {listing(states)}")
        message = f"there is no '{name}' in this network; {hint}"
    else:
        hint = did_you_mean(state, states[name], f"it has {listing(states[name])}")
        message = f"'{name}' has no state '{state}'; {hint}"
    raise click.BadParameter(message, param_hint="--given")


def _asked(states: States, abouts: Iterable[str]) -> tuple[str, ...]:
    """What ``--about`` names, each once; what the network does not have is wrong usage."""
    from deciban.read.suggest import did_you_mean, listing  # noqa: PLC0415 (only where needed)

    asked: dict[str, None] = {}
    for text in abouts:
        for name in [text] if text in states else [part.strip() for part in text.split(",")]:
            if name not in states:
                hint = did_you_mean(name, states, f"it has {listing(states)}")
                message = f"there is no '{name}' in this network; {hint}"
                raise click.BadParameter(message, param_hint="--about")
            asked[name] = None
    return tuple(asked)


def _states_for_shell(context: click.Context) -> States:
    from deciban.exchange import read_bif  # noqa: PLC0415 (only when a shell asks)

    path = context.params.get("network")
    read = read_bif(path) if path is not None else ()
    return {} if isinstance(read, tuple) else read.states


def _beginning(names: Iterable[str], beginning: str) -> list[CompletionItem]:
    return [CompletionItem(name) for name in names if name.startswith(beginning)]
