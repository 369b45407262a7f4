"""deciban: weigh contested questions about what someone knew, believed or intended."""

__version__ = "0.1.0"
