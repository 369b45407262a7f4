import json
import re
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import TypeAlias

import pytest
from click.testing import CliRunner
from tests.docs.pages import ROOT

from deciban.cli.main import deciban
from deciban.edit.sealing import hash_of

Json: TypeAlias = bool | float | str | list["Json"] | dict[str, "Json"] | None


def opened(name: str) -> str:
    """A seal that was opened, on a position in which nothing is held otherwise."""
    promised = hash_of("5a17", f"position: {name}\n")
    dates = "on: 2024-06-01\nopened: 2024-06-08"
    return f"seal: {name}\nhash: {promised}\n{dates}\nsalt: 5a17\ntext: |\n  position: {name}\n"


PAGE = ROOT / "docs" / "json.md"
_ROW = re.compile(r"^\| `([^`]+)` \|([^|]+)\|([^|]*)\|([^|]+)\|$", re.MULTILINE)
NO_PRIOR = """\
deciban: 1
title: The ink
question: {ask: Forged?, hypotheses: {yes: It was, no: It was not}, prior: none}
questions:
  scribe: {ask: Was he careless?, hypotheses: {yes: He was, no: He was not}, prior: none}
events:
  - {id: ink, text: The ink is late, known: yes, expected: {yes: 60%, no: 0%}}
what_if:
  - {id: astray, text: Nothing of the kind, without: nobody}
test:
  - {of: yes, between: 10..20%}
"""
TWICE = """\
deciban: 1
title: Twice
question: {ask: So?, hypotheses: {yes: It was, no: It was not}, prior: even}
events:
  - {id: seal, text: A late seal, known: yes, expected: {yes: 60%, no: 10%}}
  - {id: seal, text: A late seal, known: yes, expected: {yes: 60%, no: 10%}}
"""
QUOTES = """\
deciban: 1
title: Quotes
question: {ask: So?, hypotheses: {yes: It was, no: It was not}, exhaustive: yes, prior: even}
events:
  - id: seal
    text: A late seal
    known: yes
    expected: {yes: 60%, no: 10%}
    quote: The ledger is gone from it
    in: day.txt
"""
LATER = QUOTES.replace("60%", "50%").replace("A late seal", "A very late seal")
ILL_LAID = """\
deciban:    1
title:  Ill laid out
question: {ask: So?, hypotheses: {yes: It was, no: It was not}, prior: even}
"""
READ_MORE = """\
deciban: 1
title: Read more
question: {ask: So?, hypotheses: {yes: It was, no: It was not}, prior: even, cite: hext1887}
consulted: rowe1902
"""
WORKS = """[
  {"id": "hext1887", "title": "Diary of Miss Hext"}, {"id": "rowe1902", "title": "Inks"},
  {"id": "lind1931", "title": "Seals"}
]"""
DEBATED = """\
deciban: 1
title: Debated
question:
  ask: So?
  hypotheses: {yes: It was, no: It was not, other: Something else}
  prior: {yes: 40%, no: 40%, other: rest}
events:
  - {id: ink, text: The ink is late, known: yes, expected: {yes: 60%, no: 20%, other: 30%}}
  - {id: seal, text: The seal is late, known: yes, expected: {yes: 50%, no: 20%, other: 30%}}
"""
#: What stands beside that case: a change of mind, a veto, an answer that one alone entertains.
BESIDE: Mapping[str, str] = {
    "positions/ann.yaml": """\
position: ann
reads: sha256:0123456789
holds: {events.ink.expected.no: {is: 30%, was: 10%}}
stances: {told-by-a-third-8xq2: accept}
revised: [{address: events.ink.expected.no, from: 20%, to: 30%, on: 2024-07-01}]
""",
    "positions/ben.yaml": "position: ben\nholds: {events.ink.expected.no: {is: 0%}}\n",
    "debate/told-by-a-third-8xq2.yaml": """\
move: hypothesis
id: told-by-a-third-8xq2
author: ann
on: 2024-07-05
target: question
text: He was told by a third.
add: {hypotheses: [{id: told, text: He was told, out_of: other, prior: 10%}]}
""",
    "seals/cat.yaml": f"seal: cat\nhash: {'0' * 64}\non: 2024-07-01\n",
    **{f"seals/{name}.yaml": opened(name) for name in ("ann", "ben")},
}
#: More blocks between two debaters than are told apart.
EVENTS = range(11)
PARTED = (
    """\
deciban: 1
title: Much to differ on
question: {ask: So?, hypotheses: {yes: It was, no: It was not}, exhaustive: yes, prior: even}
sources: {she: {name: She, character: {honest: 60%, guesses: rest}}}
events:
  - {id: fact, text: A fact, expected: {yes: 90%, no: 10%}}
"""
    + "".join(
        f"  - {{id: e{each}, text: An event, known: yes, expected: {{yes: 42%, no: 40%}}, "
        "also_caused_by: {question.yes: 10%}}\n"
        for each in EVENTS
    )
    + "reports: [{id: told, of: fact, by: she}]\n"
    + "unseen: [{id: diary, text: A diary, of: fact, by: she}]\n"
)
PARTING = (
    "position: dan\nholds:\n  sources.she.character.honest: {is: 5%}\n"
    "  events.fact.expected.no: {is: 60%}\n"
    + "".join(
        f"  events.e{each}.expected.yes: {{is: 39%}}\n"
        f"  events.e{each}.also_caused_by.question.yes: {{is: 2%}}\n"
        for each in EVENTS
    )
)
WRITTEN: Mapping[str, str] = {
    "debated": DEBATED,
    "parted": PARTED,
    "unread": DEBATED,
    "no_prior": NO_PRIOR,
    "twice": TWICE,
    "ill_laid": ILL_LAID,
    "read_more": READ_MORE,
    "quotes": QUOTES,
    "later": LATER,
}
REPORTING = ["cases/finance_director", "cases/barbarossa", "no_prior"]
COMMANDS: Mapping[str, list[list[str]]] = {
    "weigh": [["weigh", case] for case in [*REPORTING, "twice"]]
    + [["why", case] for case in [*REPORTING, "twice"]]
    + [["weigh", "cases/barbarossa", "--against", "attack"]],
    "why": [["why", "cases/finance_director", "tarrow"], ["why", "cases/barbarossa", "zhukov"]],
    "matrix": [["why", case, "--matrix"] for case in REPORTING],
    "sensitivity": [["sensitivity", case] for case in REPORTING],
    "bounds": [["bounds", case] for case in REPORTING],
    "seek": [["seek", case] for case in REPORTING],
    "solve": [["solve", "cases/replications/asia/asia.bif", "--given", "smoke=yes"]],
    "whatif": [["whatif", case] for case in REPORTING],
    "diff": [
        ["diff", "quotes", "later"],
        ["diff", "no_prior", "quotes"],
        ["diff", "quotes", "no_prior"],
        ["diff", "quotes", "twice"],
    ],
    "timeline": [["timeline", case] for case in REPORTING],
    "mind": [["mind", case] for case in ["cases/finance_director", "cases/barbarossa"]]
    + [["mind", "cases/barbarossa", "--had", "told_not"]],
    "distrust": [["mind", "cases/barbarossa", "--distrust", "britain"]],
    "debate": [["debate", case] for case in ["debated", "cases/barbarossa", "twice"]],
    "crux": [
        ["crux", "debated", "ann", "ben"],
        ["crux", "parted", "dan", "eve"],
        ["crux", "cases/replications/r_v_adams", "one_in_2_million", "one_in_20_million"],
    ],
    "divides": [["crux", case] for case in ["debated", "cases/replications/r_v_adams", "twice"]],
    "pool": [["pool", case] for case in ["debated", "cases/replications/r_v_adams", "twice"]],
    "position_check": [["position", "check", "debated"]],
    "position_fmt": [["position", "fmt", "unread"]],
    "history": [["position", "history", case] for case in ["debated", "twice"]],
    "cite": [["cite", case] for case in ["cases/barbarossa", "read_more"]],
    "figure": [
        *(["figure", "cases/finance_director", name] for name in ("posterior", "map")),
        ["figure", "twice", "posterior"],
    ],
    "brief": [
        ["brief", "cases/finance_director"],
        ["brief", "twice"],
        ["brief", "cases/barbarossa", "--figures"],
    ],
    "check": [["check", case] for case in [*REPORTING, "twice", "nowhere"]],
    "quotes": [["check", "--quotes", case] for case in ["cases/finance_director", "quotes"]],
    "fmt": [["fmt", "--check", case] for case in ["ill_laid", "nowhere"]],
}
HEADINGS = {
    "weigh": "`deciban weigh`, and `deciban why` without an item",
    "why": "`deciban why CASE ITEM`",
    "matrix": "`deciban why --matrix`",
    "sensitivity": "`deciban sensitivity`",
    "bounds": "`deciban bounds`",
    "seek": "`deciban seek`",
    "solve": "`deciban solve`",
    "whatif": "`deciban whatif`",
    "diff": "`deciban diff`",
    "timeline": "`deciban timeline`",
    "mind": "`deciban mind`",
    "distrust": "`deciban mind --distrust`",
    "debate": "`deciban debate`",
    "crux": "`deciban crux`",
    "divides": "`deciban crux` without names",
    "pool": "`deciban pool`",
    "position_check": "`deciban position check`",
    "position_fmt": "`deciban position fmt`",
    "history": "`deciban position history`",
    "cite": "`deciban cite`",
    "figure": "`deciban figure`",
    "brief": "`deciban brief`",
    "check": "`deciban check`",
    "quotes": "`deciban check --quotes`",
    "fmt": "`deciban fmt`",
}
#: What is not looked into: keys of another program, and parts that are of the form of the whole.
FOREIGN = {"vega_lite", "blocks[].blocks"}
YES_OR_NO = "yes or no"
SHARED = "Problems, in every verb"
KINDS: Mapping[str, type | tuple[type, ...]] = {
    "text": str,
    "number": (int, float),
    "object": dict,
    "list": list,
}


@cache
def _tables() -> Mapping[str, Mapping[str, str]]:
    """The type of every key, by section and by path."""
    sections = re.split(r"^## ", PAGE.read_text(encoding="utf-8"), flags=re.MULTILINE)
    return {
        section.partition("\n")[0]: {
            path: kind.strip() for path, kind, _, _ in _ROW.findall(section)
        }
        for section in sections[1:]
    }


@cache
def _documented(verb: str) -> Mapping[str, str]:
    """What a verb prints: its own keys, the shared ones, and those it has from ``weigh``."""
    own = _tables()[HEADINGS[verb]]
    borrowed = {
        path: kind
        for path, kind in _tables()[HEADINGS["weigh"]].items()
        if path.partition("[]")[0] in own
    }
    return {**borrowed, **own, **_tables()[SHARED]}


@pytest.fixture(scope="module")
def printed(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, list[Json]]:
    """What every verb prints of real cases, of a sound and of a broken small one."""
    folder = tmp_path_factory.mktemp("json")
    (folder / "cases").symlink_to(ROOT / "cases")
    for name, text in WRITTEN.items():
        (folder / name).mkdir()
        (folder / name / "case.yaml").write_text(text, encoding="utf-8")
    for name, text in BESIDE.items():
        file = folder / "debated" / name
        file.parent.mkdir(exist_ok=True)
        file.write_text(text, encoding="utf-8")
    (folder / "parted" / "positions").mkdir()
    for name, text in (("dan", PARTING), ("eve", "")):
        file = folder / "parted" / "positions" / f"{name}.yaml"
        file.write_text(text or f"position: {name}\n", encoding="utf-8")
    (folder / "unread" / "positions").mkdir()
    unsaid = "position: ann\nholds: {events.ink.expected.no: {is: 30%}}\n"
    (folder / "unread" / "positions" / "ann.yaml").write_text(unsaid, encoding="utf-8")
    (folder / "read_more" / "sources.json").write_text(WORKS, encoding="utf-8")
    (folder / "quotes" / "day.txt").write_text("The ledger was gone from it", encoding="utf-8")
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(folder)
        return {verb: [_json(words) for words in lines] for verb, lines in COMMANDS.items()}


def _json(words: list[str]) -> Json:
    result = CliRunner().invoke(deciban, [*words, "--json"])
    assert result.exit_code in (0, 1), result.output
    found: Json = json.loads(result.stdout)
    return found


def _walk(value: Json, known: Mapping[str, str], path: str = "") -> Iterator[tuple[str, Json]]:
    """Every value under the path by which the page would name it."""
    if isinstance(value, dict):
        free = _free(path, known)
        for key, inner in value.items():
            step = free or (f"{path}.{key}" if path else key)
            yield step, inner
            if step not in FOREIGN:
                yield from _walk(inner, known, step)
    elif isinstance(value, list):
        for inner in value:
            yield from _walk(inner, known, f"{path}[]")


def _free(path: str, known: Mapping[str, str]) -> str | None:
    """The path of the names below an object that is keyed by names of the case."""
    return next((each for each in known if re.fullmatch(re.escape(path) + r"\.<\w+>", each)), None)


def _fits(value: Json, kind: str) -> bool:
    if kind.startswith("list of "):
        part = kind.removeprefix("list of ").removesuffix("s")
        return isinstance(value, list) and all(_fits(inner, part) for inner in value)
    if isinstance(value, bool) or kind == YES_OR_NO:
        return isinstance(value, bool) and kind == YES_OR_NO
    wanted, _, null = kind.partition(" or ")
    return isinstance(value, KINDS[wanted]) or (null == "null" and value is None)


@pytest.mark.parametrize("verb", COMMANDS)
def test_every_key_that_is_printed_is_on_the_page(
    verb: str, printed: Mapping[str, list[Json]]
) -> None:
    known = _documented(verb)
    found = {path for data in printed[verb] for path, _ in _walk(data, known)}
    assert found - known.keys() == set()


@pytest.mark.parametrize("verb", COMMANDS)
def test_every_key_on_the_page_is_printed(verb: str, printed: Mapping[str, list[Json]]) -> None:
    known = _documented(verb)
    found = {path for data in printed[verb] for path, _ in _walk(data, known)}
    assert _tables()[HEADINGS[verb]].keys() - found == set()


def test_every_key_of_a_problem_is_printed(printed: Mapping[str, list[Json]]) -> None:
    known = _tables()[SHARED]
    everything = [data for each in printed.values() for data in each]
    found = {path for data in everything for path, _ in _walk(data, known)}
    assert known.keys() - found == set()


@pytest.mark.parametrize("verb", COMMANDS)
def test_every_value_is_of_the_type_that_the_page_says(
    verb: str, printed: Mapping[str, list[Json]]
) -> None:
    known = _documented(verb)
    wrong = {
        (path, str(value), known[path])
        for data in printed[verb]
        for path, value in _walk(data, known)
        if path in known and not _fits(value, known[path])
    }
    assert wrong == set()


def test_an_infinite_weight_is_null(printed: Mapping[str, list[Json]]) -> None:
    weights = [
        value
        for data in printed["weigh"]
        for path, value in _walk(data, _documented("weigh"))
        if path == "items[].weights.<hypothesis>.alone"
    ]
    assert None in weights


def test_the_page_says_what_each_key_means() -> None:
    rows = _ROW.findall(PAGE.read_text(encoding="utf-8"))
    assert len(rows) == sum(line.startswith("| `") for line in _lines(PAGE))
    assert all(meaning.strip() for _, _, _, meaning in rows)


def _lines(page: Path) -> list[str]:
    return page.read_text(encoding="utf-8").splitlines()
