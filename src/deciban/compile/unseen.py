"""Idiom: a record that nobody has read is what its source would say, and is not observed.

It hangs from the source's character and belief like any report of its own. As long as nobody reads
it, it is summed over and moves nothing; but what it may say can be told beforehand.
"""

from deciban.case import Unseen
from deciban.compile.network import Network
from deciban.compile.report import add_statement


def add_unseen(network: Network, unseen: Unseen) -> None:
    """Add what a record would say, under the record's name."""
    origin = (f"unseen.{unseen.id}", unseen.at)
    add_statement(network, unseen.id, unseen.by, unseen.of, origin)
