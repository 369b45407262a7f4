from deciban.findings.drawing.moves import find_moves, find_stage_moves
from deciban.findings.minding.beliefs import Belief
from deciban.findings.minding.spread import Spread
from deciban.findings.timing.stage import Stage


def _belief(at: int | None, held: float, *came: str) -> Belief:
    now = {"attack": Spread(held, held, held)}
    return Belief(at, "" if at is None else str(at), came, (), now, now)


def _stage(at: int, chance: float, moved: float, *came: str, heard: tuple[str, ...] = ()) -> Stage:
    return Stage(
        at=at,
        on=str(at),
        came=came,
        probability={"h": chance},
        ranges={},
        leader="h",
        words={},
        moved={"h": moved},
        heard=heard,
        by_item={},
        by_mind={},
    )


BELIEFS = (
    _belief(None, 0.10),
    _belief(1, 0.105, "whisper"),
    _belief(2, 0.40, "warning"),
    _belief(3, 0.40),
    _belief(4, 0.30, "warning turns out"),
)


def test_the_furthest_moves_are_told_in_order_of_time() -> None:
    moves = find_moves(BELIEFS, "attack", 2)
    assert [(move.at, move.came, move.before, move.after) for move in moves] == [
        (2, ("warning",), 0.105, 0.40),
        (4, ("warning turns out",), 0.40, 0.30),
    ]


def test_a_move_that_nobody_would_feel_is_none() -> None:
    assert [move.at for move in find_moves(BELIEFS, "attack", 9)] == [2, 4]


def test_an_answer_moves_in_decibans_and_not_in_points() -> None:
    stages = (
        _stage(0, 0.5, 0.0),
        _stage(1, 0.7, 3.7, "seal"),
        _stage(2, 0.990, 16.3, "ink"),
        _stage(3, 0.999, 10.0, "hand"),
    )
    moves = find_stage_moves(stages, "h", 2)
    assert [(move.came, move.decibans) for move in moves] == [(("ink",), 16.3), (("hand",), 10.0)]


def test_where_no_item_came_what_reached_a_mind_is_told() -> None:
    stages = (_stage(0, 0.5, 0.0), _stage(1, 0.7, 3.7, heard=("warning",)))
    assert find_stage_moves(stages, "h", 1)[0].came == ("warning",)
