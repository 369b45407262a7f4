"""What to look for, as data."""

from deciban.findings.seek import Seek, Sought
from deciban.render.json_text import Json, JsonObject, finite


def seek_json(question: str, seek: Seek) -> JsonObject:
    """Answer what every unseen record is worth, as data."""
    return {
        "question": question,
        "leader": seek.leader,
        "entropy": seek.entropy,
        "records": records_json(seek),
        "pairs": [
            {
                "records": [pair.one, pair.other],
                "bits": pair.bits,
                "apart": pair.apart,
                "gain": pair.gain,
            }
            for pair in seek.pairs
        ],
        "pairs_tried": seek.pairs_tried,
    }


def records_json(seek: Seek) -> list[Json]:
    """Answer the unseen records, the most telling first."""
    return [record_json(record) for record in seek.records]


def record_json(record: Sought) -> JsonObject:
    """Answer what one unseen record is worth."""
    return {
        "id": record.id,
        "text": record.text,
        "of": record.of,
        "by": record.by,
        "cost": record.cost,
        "bits": record.bits,
        "share": record.share,
        "range": list(record.bits_range) if record.bits_range else None,
        "decibans": finite(record.decibans),
        "per_cost": None if record.per_cost is None else finite(record.per_cost),
        "turns": record.turns,
        "outcomes": [
            {
                "says": each.says,
                "probability": each.probability,
                "hypotheses": dict(each.answers),
                "moved": finite(each.moved),
                "leader": each.leader,
            }
            for each in record.outcomes
        ],
    }
