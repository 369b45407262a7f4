"""A case in which every text was written by somebody who means harm, or by chance."""

NASTY = (
    "<script>document.title = 'owned'</script>",
    '"><svg onload=alert(1)><a href="javascript:alert(1)">',
    "</text></svg><img src=x onerror=alert(1)> ]]> <![CDATA[ --> &lt; &amp &#60; &copy",
    "=datum.x datum['x'] {signal: 'width'} ${x} {{x}} \\n \\N \\G <b>bold</b>",
    '] } ; digraph { a -> b } // /* \\" <TABLE><TR><TD>x</TD></TR></TABLE>',
    "\u202eright to left\u202c \u200b zero \u0301\u0301 \U0001f600 \u6f22\u5b57",
    "url(http://evil.example/x.png) https://evil.example",
    "A" * 400,
    "word " * 80,
)
CASE = """\
deciban: 1
title: {0}
question:
  ask: {1}
  hypotheses: {{h: {2}, other: {3}}}
  exhaustive: yes
  prior: {{h: 30..60%, other: rest}}
questions:
  linked: {{ask: {4}, hypotheses: {{yes: {5}, no: {6}}}, prior: {{yes: 20..40%, no: rest}}}}
sources:
  he: {{name: {7}, character: {{honest: 50..90%, guesses: rest}}}}
  archive: {{name: {8}}}
events:
  - id: first
    text: {0}
    when: 1941-05-01..1941-06-01
    known: yes
    expected: {{h: 60..80%, other: 20..30%}}
  - {{id: second, text: {1}, when: 1941-06-02, expected: {{h: 70%, other: 20%}}}}
  - {{id: third, text: {2}, given: linked, known: yes, expected: {{yes: 40..50%, no: 20%}}}}
reports:
  - {{id: told, of: second, by: he, text: {3}, made: 1941-06-03, public: 1969}}
  - {{id: copied, of: second, by: archive, relays: told, quote: {4}}}
silences:
  - {{id: gap, of: second, by: archive, made: 60..90%}}
unseen:
  - {{id: file, text: {5}, of: second, by: archive}}
actors:
  him:
    name: {6}
    wonders: {{id: plan, values: [attack, quiet]}}
    prior: {{attack: 20..50%, quiet: rest}}
    trusts:
      embassy: {{honest: 40..90%, guesses: rest, competence: 80%}}
    saw:
      - {{id: warning, on: 1941-04-21, from: embassy, says: attack, text: {7}}}
      - {{id: planes, on: 1941-05-21, expected: {{attack: 80%, quiet: 30..40%}}, text: {8}}}
    chooses:
      - id: order
        on: 1941-06-13
        between: {{alert: {{attack: 80, quiet: 30}}, wait: {{attack: 20, quiet: 70}}}}
        chose: wait
    care: 5
"""


def hostile_case(turn: int = 0) -> str:
    """A case whose texts are all hostile; each turn puts other texts in other places."""
    turned = (NASTY[(place + turn) % len(NASTY)] for place in range(len(NASTY)))
    return CASE.format(*("'{}'".format(text.replace("'", "''")) for text in turned))
