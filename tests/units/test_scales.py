import pytest
from hypothesis import given
from hypothesis import strategies as st

from deciban.units import SCALES, Scale, Word

NAMES = sorted(SCALES)


def _word(scale: str, text: str) -> Word:
    word = SCALES[scale].find(text)
    assert word is not None
    return word


def _names(scale: Scale) -> list[str]:
    return [name for word in scale.words for name in word.names]


def test_six_published_scales_are_known_each_with_its_source() -> None:
    assert set(SCALES) == {"icd203", "phia", "nato", "kent", "ipcc", "stix"}
    for name, scale in SCALES.items():
        assert scale.name == name
        assert any(character.isdigit() for character in scale.source), "a source has its year"


@pytest.mark.parametrize(
    ("scale", "text", "low", "high"),
    [
        ("icd203", "very likely", 0.80, 0.95),
        ("icd203", "almost no chance", 0.01, 0.05),
        ("phia", "realistic possibility", 0.40, 0.50),
        ("nato", "even chance", 0.40, 0.60),
        ("kent", "probable", 0.63, 0.87),
        ("ipcc", "virtually certain", 0.99, 1.0),
        ("stix", "unlikely", 0.20, 0.40),
    ],
)
def test_words_stand_for_what_their_scale_publishes(
    scale: str, text: str, low: float, high: float
) -> None:
    word = _word(scale, text)
    assert (word.low, word.high) == (low, high)


@pytest.mark.parametrize(
    ("synonym", "text"),
    [
        ("remote", "almost no chance"),
        ("highly improbable", "very unlikely"),
        ("Probably", "likely"),
        ("NEARLY   certain", "almost certain"),
        (" roughly even odds ", "roughly even chance"),
    ],
)
def test_synonyms_are_found_whatever_their_case_and_spacing(synonym: str, text: str) -> None:
    assert _word("icd203", synonym).text == text


def test_the_same_word_means_different_things_on_different_scales() -> None:
    assert _word("icd203", "likely") != _word("nato", "likely")


@pytest.mark.parametrize("name", NAMES)
def test_no_expression_of_a_scale_has_two_meanings(name: str) -> None:
    names = _names(SCALES[name])
    assert len(names) == len(set(names))
    assert all(one == " ".join(one.lower().split()) for one in names)


@pytest.mark.parametrize("name", NAMES)
def test_words_run_from_the_least_probable_to_the_most(name: str) -> None:
    middles = [word.low + word.high for word in SCALES[name].words]
    assert middles == sorted(middles)
    assert all(0.0 <= word.low <= word.high <= 1.0 for word in SCALES[name].words)


@given(st.sampled_from(NAMES), st.floats(0.0, 1.0))
def test_every_probability_has_the_narrowest_word_that_holds_it(name: str, p: float) -> None:
    scale = SCALES[name]
    chosen = _word(name, scale.word_for(p))
    holding = [word for word in scale.words if word.low <= p <= word.high]
    if not holding:
        distances = [max(word.low - p, p - word.high) for word in scale.words]
        assert max(chosen.low - p, p - chosen.high) <= min(distances) + 1e-9
        return
    assert chosen.low - 1e-9 <= p <= chosen.high + 1e-9
    assert chosen.high - chosen.low <= min(word.high - word.low for word in holding) + 1e-9


@pytest.mark.parametrize("name", [name for name in NAMES if name != "ipcc"])
def test_where_words_do_not_overlap_the_middle_of_a_word_has_that_word(name: str) -> None:
    for word in SCALES[name].words:
        assert SCALES[name].word_for((word.low + word.high) / 2.0) == word.text


def test_a_gap_on_purpose_takes_the_nearer_word() -> None:
    assert SCALES["phia"].word_for(0.77) == "likely"
    assert SCALES["phia"].word_for(0.79) == "highly likely"
    assert SCALES["icd203"].word_for(0.999) == "almost certain"


def test_overlapping_words_give_way_to_the_narrower() -> None:
    assert SCALES["ipcc"].word_for(0.995) == "virtually certain"
    assert SCALES["ipcc"].word_for(0.93) == "very likely"
    assert SCALES["ipcc"].word_for(0.7) == "likely"


def test_what_cannot_be_is_impossible_only_at_nought() -> None:
    assert SCALES["stix"].word_for(0.0) == "impossible"
    assert SCALES["stix"].word_for(0.001) == "highly unlikely"
