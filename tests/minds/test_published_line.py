"""Published minds through the whole line, held to the figures that the reference is held to."""

import pytest
from tests.minds.published import (
    BELIEVED,
    CHOSEN,
    FOLDER,
    INFERRED,
    Believed,
    Chosen,
    Inferred,
    published_case,
)
from tests.minds.whole_line import Line, through, time_of

from deciban import pipeline
from deciban.case import Case
from deciban.compile import mind_of, minds_in
from deciban.edit import apply_counterfactual
from deciban.minds import read_mind


def _name(each: Believed | Chosen | Inferred) -> str:
    what = each.choice if isinstance(each, Chosen) else "+".join(each.of)
    return f"{each.case}:{each.actor}:{what}"


def _line(name: str) -> Line:
    return through((FOLDER / f"minds_{name}" / "case.yaml").read_text(encoding="utf-8"))


def _had(case: Case, each: Believed) -> Case:
    """The case as it would have been, where the figure is of that."""
    actor = case.actors[each.actor]
    for had in actor.had:
        if had.id == each.had:
            edited = apply_counterfactual(case, actor, had)
            assert isinstance(edited, Case), edited
            return edited
    assert each.had is None
    return case


@pytest.mark.parametrize("each", BELIEVED, ids=_name)
def test_an_actor_believes_what_was_published(each: Believed) -> None:
    case = _had(_line(each.case).case, each)
    mind = mind_of(case, case.actors[each.actor])
    [*first] = read_mind(mind).path.at(time_of(each.on))[:, 0]  # where all reached him
    held = dict(zip(mind.values, first, strict=True))
    assert sum(held[value] for value in each.of) == pytest.approx(each.probability, abs=each.within)


@pytest.mark.parametrize("each", CHOSEN, ids=_name)
def test_an_actor_chooses_as_was_published(each: Chosen) -> None:
    reading = minds_in(_line(each.case).model)[each.actor].reading
    choice = published_case(each.case)["actors"][each.actor]["chooses"][each.choice]["id"]
    place = [known.id for known in reading.mind.choices].index(choice)
    chosen = reading.taken[place][reading.mind.choices[place].chose]
    assert chosen[0] == pytest.approx(each.probability, abs=each.within)  # where all reached him


@pytest.mark.parametrize("each", INFERRED, ids=_name)
def test_of_belief_and_desire_as_much_is_inferred_as_was_published(each: Inferred) -> None:
    found = _line(each.case).chances if each.what_if is None else _supposed(each)
    assert sum(found[name] for name in each.of) == pytest.approx(each.probability, abs=each.within)


def _supposed(each: Inferred) -> dict[str, float]:
    """What comes of a what-if of the case."""
    weighing = pipeline.weigh(FOLDER / f"minds_{each.case}")
    assert weighing.case is not None
    what_ifs = [what_if for what_if in weighing.case.what_if if what_if.id == each.what_if]
    [supposed], problems = pipeline.suppose(weighing, what_ifs)
    assert problems == ()
    return dict(supposed.probability)
