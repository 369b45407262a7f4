"""What several debaters come to together, as data."""

from deciban.debate.pooling import Pool
from deciban.render.json_text import JsonObject, finite


def pool_json(pool: Pool) -> JsonObject:
    """Answer the spread of what debaters hold, and the pools, as data."""
    return {
        "ask": pool.ask,
        "hypotheses": dict(pool.hypotheses),
        "debaters": [
            {
                "name": name,
                "called": pool.called[name],
                "weight": pool.weights[name],
                "hypotheses": dict(pool.held[name]),
                "log_odds": {each: finite(odds) for each, odds in pool.log_odds[name].items()},
            }
            for name in pool.names
        ],
        "spread": {name: list(ends) for name, ends in pool.spread.items()},
        "log_pool": None if pool.log_pool is None else dict(pool.log_pool),
        "linear_pool": dict(pool.linear_pool),
        "median": None if pool.median is None else dict(pool.median),
        "numbers": None if pool.parameters is None else dict(pool.parameters),
        "unlike": list(pool.unlike),
        "vetoes": {name: list(who) for name, who in pool.vetoes.items()},
        "aside": {name: list(who) for name, who in pool.aside.items()},
        "counted": dict(pool.counted),
    }
