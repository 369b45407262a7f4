"""Networks written for other programs, read into models."""

from deciban.exchange.bif import read_bif
from deciban.exchange.network import Network, NetworkVariable, Row, to_model

__all__ = ["Network", "NetworkVariable", "Row", "read_bif", "to_model"]
