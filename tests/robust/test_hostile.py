"""What nobody would write, but somebody may send: answered or named, never a crash or a hang."""

from pathlib import Path

import pytest
from tests.meaning.line import case_text
from tests.robust.hostile import no_longer_than, survived

from deciban import pipeline

ITEM = "events: [{id: e, text: E, known: yes, expected: {h: 60%, other: 20%}}]\n"


@pytest.mark.parametrize(
    "text",
    [
        "[" * 100_000,
        "{" * 100_000,
        "- " * 50_000,
        case_text("note: " + "[" * 100_000),
        case_text("note: " + "'" * 9_999),
        case_text("? " * 20_000),
        "a: &a [x, x]\n" + "".join(f"b{n}: &b{n} [*a, *b{n - 1}]\n" for n in range(1, 60)),
        "&a [*a]",
        "!!python/object/apply:os.system ['true']",
        "",
        "\n \n",
        "\x01\x02\x03",
        "%YAML 9.9\n---\n",
        "---\n---\n",
        "true",
        "- a\n- b\n",
        "deciban: 1\nquestion: [[[[]]]]\nevents: {}\n",
    ],
    ids=lambda text: repr(text[:20]),
)
def test_a_text_that_is_no_case_is_named_as_such(text: str) -> None:
    assert survived(text).findings is None


@pytest.mark.parametrize(
    "name", ["__class__", "__init__", "None", "-1", "1e999", "a b", "../up", "''"]
)
def test_what_cannot_be_a_name_is_a_problem(name: str) -> None:
    assert survived(case_text(ITEM.replace("id: e", f"id: {name}"))).findings is None


@pytest.mark.parametrize("name", ["at", "places", "self", "id", "items", "mro", "copy", "true"])
def test_a_name_that_python_uses_is_a_name_like_any_other(name: str) -> None:
    weighing = survived(case_text(ITEM.replace("id: e", f"id: {name}")))
    assert weighing.findings is not None
    assert weighing.findings.weights.items[0].id == name


@pytest.mark.parametrize(
    "number",
    [
        "1e999",
        "1e-400",
        "9" * 400,
        "9" * 100_000,
        "nan",
        "inf",
        "-1",
        "101%",
        "0x10",
        "1_0",
        "1:1e400",
        "1/0",
        "1 in 0",
        "0:0",
        "60..",
        "..60%",
        "60..40%",
        "50% (60..70%)",
        "\u0665\u0660%",
        "\u00bd",
    ],
    ids=lambda number: number[:12],
)
def test_what_is_no_probability_is_a_problem(number: str) -> None:
    body = ITEM.replace("h: 60%", f'h: "{number}"')
    weighing = survived(case_text(body))
    assert weighing.findings is None or all(
        0.0 <= answer.probability <= 1.0 for answer in weighing.findings.posterior.answers
    )


def test_a_number_far_beyond_any_judgement_still_gives_numbers() -> None:
    body = ITEM.replace("h: 60%", "h: 1/" + "9" * 30)
    weighing = survived(case_text(body))
    assert weighing.findings is not None
    assert weighing.findings.posterior.answers[0].log_odds == pytest.approx(-293.0, abs=0.1)


@pytest.mark.parametrize("weight", ["1e6 dB", "x1e300", "x-2", "x0", "-5000 dB", "nan dB"])
def test_what_is_no_weight_is_a_problem(weight: str) -> None:
    body = f"events: [{{id: e, text: E, known: yes, weight: {{h: {weight}}}}}]"
    assert survived(case_text(body)).findings is None


def test_merge_keys_are_not_part_of_the_language() -> None:
    body = ITEM.replace("[{", "\n  - &e {").replace("}]", "}") + "  - <<: *e\n    id: other_e\n"
    assert survived(case_text(body)).findings is None


@pytest.mark.parametrize("mark", ["\u200b", "\ufeff", "\u2060", "\x07", "\u0000"])
def test_invisible_characters_in_a_key_are_named(mark: str) -> None:
    text = case_text(ITEM).replace("known:", f"kno{mark}wn:")
    problems = survived(text).problems
    assert [problem for problem in problems if problem.is_error]


def known_events(number: int) -> str:
    """So many lines of known events, c0 and on."""
    return "".join(f"  - {{id: c{n}, text: C, known: yes, expected: 50%}}\n" for n in range(number))


def causes(number: int) -> str:
    """One event with so many rival causes."""
    known = "".join(
        f"  - {{id: c{n}, text: C, known: yes, expected: 50%}}\n" for n in range(number)
    )
    rivals = ", ".join(f"c{n}.yes: 10%" for n in range(number))
    effect = (
        "  - id: e\n    text: E\n    known: yes\n    expected: {h: 10%, other: 20%}\n"
        f"    also_caused_by: {{{rivals}}}\n"
    )
    return case_text("events:\n" + known + effect)


@pytest.mark.parametrize("number", [6, 12, 20, 300])
def test_however_many_rival_causes_there_is_an_answer_or_a_problem(number: int) -> None:
    survived(causes(number))


def test_six_rival_causes_are_weighed() -> None:
    assert survived(causes(6)).findings is not None


@pytest.mark.parametrize("depth", [6, 12, 40])
def test_however_many_things_an_event_hangs_from_there_is_an_answer_or_a_problem(
    depth: int,
) -> None:
    known = known_events(depth)
    names = ", ".join(f"c{n}" for n in range(depth))
    tree = "{else: " * depth + "10%" + "}" * depth
    event = f"  - {{id: e, text: E, known: yes, given: [{names}], expected: {tree}}}\n"
    survived(case_text("events:\n" + known + event))


def test_everything_entangled_with_everything_is_refused_by_name() -> None:
    hidden = "".join(
        f"  - {{id: h{n}, text: H, expected: {{h: 60%, other: 40%}}}}\n" for n in range(36)
    )
    table = "{yes: {yes: 90%, no: 20%}, no: {yes: 30%, no: 10%}}"
    pairs = "".join(
        f"  - {{id: p{n}_{m}, text: P, known: yes, given: [h{n}, h{m}], expected: {table}}}\n"
        for n in range(36)
        for m in range(n)
    )
    weighing = survived(case_text("events:\n" + hidden + pairs), seconds=120)
    assert weighing.findings is None
    assert [each.code for each in weighing.problems if each.is_error] == ["D702"]


@pytest.mark.parametrize(
    "content",
    [b"", b"\x00\x01\x02", b"\xff\xfe" + "deciban: 1".encode("utf-16-le"), b"\x80abc", bytes(256)],
)
def test_a_file_that_is_no_text_is_named_as_such(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "case.yaml").write_bytes(content)
    weighing = pipeline.weigh(tmp_path)
    assert weighing.findings is None
    assert weighing.problems


def test_fifty_megabytes_are_not_read(tmp_path: Path) -> None:
    with (tmp_path / "case.yaml").open("wb") as file:
        file.truncate(50_000_000)
    with no_longer_than(5):
        (problem,) = pipeline.weigh(tmp_path).problems
    assert problem.code == "D104"


def test_a_very_long_name_is_a_name() -> None:
    assert survived(case_text(ITEM.replace("id: e", f"id: {'x' * 5000}"))).findings is not None


def test_four_megabytes_of_prose_are_read(tmp_path: Path) -> None:
    (tmp_path / "case.yaml").write_text(case_text(ITEM + "note: >-\n" + "  A line.\n" * 400_000))
    with no_longer_than(60):
        assert pipeline.weigh(tmp_path).findings is not None


def test_a_folder_named_like_a_case_is_no_case(tmp_path: Path) -> None:
    (tmp_path / "case.yaml").mkdir()
    (problem,) = pipeline.weigh(tmp_path).problems
    assert problem.is_error
    (other,) = pipeline.weigh(tmp_path / "case.yaml").problems
    assert other.is_error


def test_a_link_that_leads_to_itself_is_no_case(tmp_path: Path) -> None:
    (tmp_path / "case.yaml").symlink_to(tmp_path / "case.yaml")
    assert pipeline.weigh(tmp_path).problems
    loop = tmp_path / "loop"
    loop.symlink_to(loop)
    assert pipeline.weigh(loop).problems


@pytest.mark.parametrize("name", ["positions", "debate"])
def test_other_files_of_the_folder_may_be_anything(tmp_path: Path, name: str) -> None:
    (tmp_path / "case.yaml").write_text(case_text(ITEM))
    folder = tmp_path / name
    folder.mkdir()
    (folder / "a.yaml").write_bytes(b"\x00")
    (folder / "b.yaml").mkdir()
    (folder / "c.yaml").symlink_to(folder / "c.yaml")
    (folder / "d.yaml").write_text("[" * 1000)
    (folder / "e.yaml").write_text("")
    checked = pipeline.check(tmp_path)
    assert len({problem.at.file for problem in checked.problems if problem.at}) >= 3
    assert pipeline.weigh(tmp_path).sound


@pytest.mark.parametrize(
    "content", ["", "{}", "[1, 2]", "[[", '[{"id": 7}]', "[" * 100_000, "null"]
)
def test_a_bibliography_may_be_anything(tmp_path: Path, content: str) -> None:
    (tmp_path / "case.yaml").write_text(case_text(ITEM))
    (tmp_path / "sources.json").write_text(content)
    pipeline.weigh(tmp_path)
