"""Small networks, and what is read from them."""

from pathlib import Path

from deciban.exchange import Network
from deciban.exchange.bif import read_bif_text
from deciban.findings.network import NetworkAnswer, find_network
from deciban.model import Model
from deciban.problem import Problem

#: Rain wets the grass, and so does the sprinkler, which is off when it rains.
GRASS = """\
network grass {
  property author somebody ;
}
variable rain {
  type discrete [ 2 ] { yes, no };
}
variable sprinkler {
  type discrete [ 2 ] { on, off };
}
variable grass {
  type discrete [ 3 ] { wet, damp, dry };
}
probability ( rain ) {
  table 0.2, 0.8;
}
probability ( sprinkler | rain ) {
  (yes) 0.0, 1.0;
  (no) 0.4, 0.6;
}
probability ( grass | rain, sprinkler ) {
  (yes, on) 0.9, 0.1, 0.0;
  (yes, off) 0.7, 0.2, 0.1;
  (no, on) 0.5, 0.3, 0.2;
  (no, off) 0.0, 0.1, 0.9;
}
"""
REPOSITORY = Path(__file__).parents[2]
ASIA = REPOSITORY / "cases" / "replications" / "asia" / "asia.bif"


def network_of(text: str) -> Network:
    """The network of a text without mistakes."""
    read = read_bif_text(text, "net.bif")
    assert isinstance(read, Network), [str(problem) for problem in read]
    return read


def problems_of(text: str) -> tuple[Problem, ...]:
    """What is wrong with a text."""
    read = read_bif_text(text, "net.bif")
    assert not isinstance(read, Network)
    return read


def told(text: str) -> list[str]:
    """What is wrong with a text: line, column and code of each problem."""
    return [f"{p.at.line}:{p.at.column} {p.code}" if p.at else p.code for p in problems_of(text)]


def with_line(old: str, new: str, text: str = GRASS) -> str:
    """A text with one place changed, which must be there once."""
    assert text.count(old) == 1, old
    return text.replace(old, new)


def answered(model: Model, given: dict[str, str], *about: str) -> NetworkAnswer:
    """What a network says of possible evidence."""
    answer = find_network(model, given, about)
    assert isinstance(answer, NetworkAnswer), str(answer)
    return answer
