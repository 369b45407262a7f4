"""Little cases with one man in them, who wonders whether there will be an attack."""

from textwrap import dedent, indent

#: What he is asked: whether he thought it likelier than not, or which he held likeliest.
BANDS = """\
about: he.plan.attack
bands: [0, 50%, 100%]
hypotheses: {calm: He thought it unlikely, alarmed: He thought it likely}
"""
LIKELIEST = """\
about: he.plan
by: most_likely
hypotheses: {attack: They will attack, quiet: They will not}
"""

#: He does not know what to think, and may trust the British more or less.
UNSURE = """\
prior: {attack: 20..80%, quiet: rest}
trusts:
  britain: {honest: 10..90%, guesses: rest, competence: 80%}
saw:
  - {id: warning, on: 1941-04-21, from: britain, says: attack}
"""

#: What he may do about it.
ACT = """\
chooses:
  - id: order
    on: 1941-06-13
    between: {alert: {attack: 80, quiet: 30}, wait: {attack: 20, quiet: 70}}
    chose: wait
    shown_by: order_given
care: 5
"""

#: The event that shows it, disputed by nobody.
SHOWN = """\
events:
  - {id: order_given, text: He waited, known: yes}
"""


def little_case(actor: str, rest: str = "", *, asked: str = BANDS) -> str:
    """A case that asks of his belief on 21 June.

    Args:
        actor: all that is said of him, beyond what he wonders about.
        rest: events, reports, what-ifs.
        asked: what the question asks.
    """
    head = """\
deciban: 1
title: A little mind
question:
  id: belief
  ask: What did he expect?
  as_of: 1941-06-21
"""
    question = head + indent(dedent(asked), "  ") + "  exhaustive: yes\n"
    he = "actors:\n  he:\n    wonders: {id: plan, values: [attack, quiet]}\n"
    return question + he + indent(dedent(actor), "    ") + dedent(rest)


def unasked_case(actor: str, rest: str = "", *, values: str = "attack, quiet") -> str:
    """A case that asks of something else, so that nothing is inferred of him."""
    head = """\
deciban: 1
title: A mind beside the point
question:
  ask: Was it so?
  hypotheses: {h: It was so, other: It was not}
  exhaustive: yes
  prior: even
"""
    he = f"actors:\n  he:\n    wonders: {{id: plan, values: [{values}]}}\n"
    return head + he + indent(dedent(actor), "    ") + dedent(rest)
