"""Variables that hang from one another in a circle."""

from collections.abc import Mapping, Sequence


def circle_among(parents: Mapping[str, Sequence[str]]) -> tuple[str, ...]:
    """Answer variables each of which hangs from the next, the last from the first; or none.

    Args:
        parents: what each variable hangs from; names that are no key hang from nothing.
    """
    waiting = {name: [each for each in given if each in parents] for name, given in parents.items()}
    ready = [name for name, given in waiting.items() if not given]
    children: dict[str, list[str]] = {name: [] for name in parents}
    for name, given in waiting.items():
        for parent in given:
            children[parent].append(name)
    left = {name: len(given) for name, given in waiting.items()}
    while ready:
        for child in children[ready.pop()]:
            left[child] -= 1
            if left[child] == 0:
                ready.append(child)
    stuck = next((name for name in parents if left[name]), None)
    return () if stuck is None else _walk(stuck, waiting, left)


def _walk(
    start: str, waiting: Mapping[str, Sequence[str]], left: Mapping[str, int]
) -> tuple[str, ...]:
    """From parent to parent, all of which wait for others, until one comes up again."""
    path: dict[str, int] = {}
    name = start
    while name not in path:
        path[name] = len(path)
        name = next(parent for parent in waiting[name] if left[parent])
    return tuple(path)[path[name] :]
