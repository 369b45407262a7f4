"""The programs deciban is measured against, each of which may be missing."""

import importlib
import importlib.util
import logging
import warnings
from functools import cache
from types import ModuleType


@cache
def find(name: str) -> ModuleType | None:
    """A peer's module, or None where it is not installed, which is said once."""
    if importlib.util.find_spec(name) is None:
        print(f"{name} is not installed; the extra `bench` brings it")
        return None
    return submodule(name)


def submodule(name: str) -> ModuleType:
    """A module of a peer that is installed; what it says while it loads is kept off the tables."""
    logging.getLogger("pgmpy").setLevel(logging.ERROR)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return importlib.import_module(name)
