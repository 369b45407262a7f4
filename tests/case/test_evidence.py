from tests.meaning.line import case_text, sound_case

from deciban.case.evidence import Edge, EvidenceMap, map_of

CASE = case_text(
    """
    questions:
      cause: {ask: Was there a flood?, hypotheses: {yes: Yes, no: No}, prior: even}
    sources:
      clerk: {name: The clerk}
      archive: {name: The archive}
    events:
      - {id: policy, text: A policy, expected: {h: 70%, other: 20%}}
      - id: act
        text: An act
        theme: acts
        known: yes
        given: policy
        expected: {yes: 80%, no: 30%}
        also_caused_by: {cause.yes: 40%}
      - {id: apart, text: Apart, expected: {h: 70%, other: 20%}}
    reports:
      - {id: told, of: policy, by: clerk}
      - {id: copied, of: policy, by: archive, relays: told}
      - {id: heard, of: apart, by: clerk, relays: nobody_here}
    silences:
      - {id: gap, of: policy, by: archive, made: 80%}
    unseen:
      - {id: file, text: A file, of: apart, by: archive}
    """
).replace("relays: nobody_here", "relays: archive")


def _map() -> EvidenceMap:
    return map_of(sound_case(CASE))


def _ids(shown: EvidenceMap) -> set[str]:
    return {node.id for node in shown.nodes}


def test_everything_is_on_it_by_its_kind() -> None:
    kinds = {node.key: node.kind for node in _map().nodes}
    assert kinds["event:act"] == "event"
    assert kinds["report:told"] == "report"
    assert kinds["silence:gap"] == "silence"
    assert kinds["unseen:file"] == "unseen"
    assert kinds["source:clerk"] == "source"
    assert kinds["question:cause"] == "question"


def test_every_way_in_which_one_thing_bears_on_another_is_a_line() -> None:
    edges = set(_map().edges)
    assert {
        Edge("given", "question:question", "event:policy"),
        Edge("given", "event:policy", "event:act"),
        Edge("cause", "question:cause", "event:act"),
        Edge("reported", "event:policy", "report:told"),
        Edge("by", "report:told", "source:clerk"),
        Edge("relays", "report:copied", "report:told"),
        Edge("relays", "report:heard", "source:archive"),
        Edge("silent", "event:policy", "silence:gap"),
        Edge("unseen", "event:apart", "unseen:file"),
    } <= edges
    keys = {node.key for node in _map().nodes}
    assert all({edge.start, edge.end} <= keys for edge in edges)


def test_around_a_thing_the_way_does_not_lead_on_through_a_question() -> None:
    shown = _ids(_map().around("policy"))
    assert {"policy", "act", "told", "clerk", "question", "cause"} <= shown
    assert "apart" not in shown
    assert "apart" in _ids(_map().around("question", 1))


def test_a_theme_is_its_events_with_what_they_hang_from() -> None:
    assert _ids(_map().of_theme("acts")) == {"act", "policy", "cause"}


def test_what_is_not_there_has_nothing_around_it() -> None:
    assert _map().around("nobody") == EvidenceMap((), ())
    assert _map().of_theme("nothing") == EvidenceMap((), ())
