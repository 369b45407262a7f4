"""Nodes of the text to values, kind by kind. What cannot be read becomes a problem."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import ClassVar, TypeVar

from deciban.case import NEVER, Amount, AmountTree, Tree
from deciban.case.hanging import ELSE
from deciban.case.kinds import (
    Anything,
    Choice,
    Date,
    Dates,
    Flag,
    Identifier,
    Judgements,
    Kind,
    Names,
    Probability,
    Prose,
    Quantities,
    Quantity,
    Reference,
    Texts,
    Words,
)
from deciban.dates import When, read_date
from deciban.node import Mapping as MappingNode
from deciban.node import Node, Scalar, Sequence, describe
from deciban.problem import Problem, Splice
from deciban.read.at_signs import at_signs
from deciban.read.percent_signs import NUMBER, without_percent
from deciban.read.suggest import did_you_mean, listing, visible
from deciban.span import Span
from deciban.units import (
    Judgement,
    Rest,
    doubtful_number,
    read_probability,
    read_share,
    read_weight,
)

_IDENTIFIER = re.compile(r"[a-z][a-z0-9_]*\Z")
_TREE_DEPTH = 6
T = TypeVar("T")


class Unreadable:
    """Stands for a value that could not be read; its problem is already on the list."""


UNREADABLE = Unreadable()


@dataclass
class ValueReader:
    """Reads single values, collecting problems and the places of their parts.

    Attributes:
        scale: the scale that verbal probabilities use.
        text: the whole text, for corrections that quote it as written.
        problems: what was found wrong so far.
        places: where parts of the record being read stand, by dotted path.
    """

    scale: str
    text: str = ""
    problems: list[Problem] = field(default_factory=list)
    places: dict[str, Span] = field(default_factory=dict)

    def value(self, kind: Kind, node: Node, path: str) -> object:
        """Answer the value of ``node`` as ``kind``, or UNREADABLE."""
        if not isinstance(kind, Texts | Names | Judgements | Quantities | Anything):
            self.places[path] = node.at
        reader = self._READERS.get(type(kind))
        if reader is None:
            message = f"{kind} holds records, which RecordReader reads"
            raise TypeError(message)
        return reader(self, kind, node, path)

    def problem(
        self, code: str, message: str, at: Span, hint: str = "", fix: Splice | None = None
    ) -> Unreadable:
        """Note a problem, and answer UNREADABLE so that a reader can return in one breath."""
        self.problems.append(Problem(code, message, at, hint, fix=fix))
        return UNREADABLE

    def entries(self, node: Node, path: str, what: str) -> Iterator[tuple[str, Node]]:
        """Answer the entries of a mapping and note where each key stands."""
        if not isinstance(node, MappingNode):
            hint = "write each as `name: value`"
            self.problem("D201", f"expected {what}, found {describe(node)}", node.at, hint)
            return
        self.places[path] = node.at
        for entry in node.entries:
            self.places[f"{path}.{entry.key.text}"] = entry.key.at
            yield entry.key.text, entry.value

    def scalar(self, node: Node, what: str) -> Scalar | Unreadable:
        """Answer a piece of text that is not empty."""
        if not isinstance(node, Scalar):
            return self._not_one(node, what)
        if not node.text.strip():
            return self.problem(
                "D209",
                f"expected {what}, found nothing",
                node.at,
                "write it, or take the field out",
            )
        return node

    def _not_one(self, node: Node, what: str) -> Unreadable:
        hint = "write one value, without brackets, braces or dashes"
        return self.problem("D201", f"expected {what}, found {describe(node)}", node.at, hint)

    def _prose(self, kind: Kind, node: Node, path: str) -> str | Unreadable:
        if isinstance(node, Scalar):
            found = self.scalar(node, "a sentence")
            if isinstance(found, Unreadable):
                return found
            if isinstance(kind, Prose) and kind.exact:
                return found.text
            prose = " ".join(found.text.split())
            if "@" in prose:
                self.places |= at_signs(path, prose, self.text, node.at)
            return prose
        from deciban.read.mend.quoting import quote_scalar  # noqa: PLC0415 (texts are mostly whole)

        written = self.text[node.at.start : node.at.end]
        name = path.rpartition(".")[2]
        quoted = quote_scalar(written)
        return self.problem(
            "D201",
            f"expected a sentence, found {describe(node)}: YAML reads brackets and braces as lists",
            node.at,
            f"put the sentence in quotes: `{name}: {quoted}`" if written else "use quotes",
            Splice(node.at.file, node.at.start, node.at.end, quoted) if written else None,
        )

    def _identifier(self, _kind: Kind, node: Node, _path: str) -> str | Unreadable:
        found = self.scalar(node, "a name")
        if isinstance(found, Unreadable):
            return found
        if not _IDENTIFIER.match(found.text):
            better = re.sub(r"[^a-z0-9]+", "_", found.text.lower()).strip("_") or "name"
            better = better if better[0].isalpha() else f"n{better}"
            return self.problem(
                "D204",
                f"'{visible(found.text)}' cannot be a name",
                node.at,
                f"use lower-case letters, digits and underscores, such as '{better}'",
            )
        return found.text

    def _reference(self, kind: Kind, node: Node, path: str) -> object:
        several = isinstance(kind, Reference) and kind.several
        if several and isinstance(node, Sequence):
            names = []
            for index, item in enumerate(node.items):
                self.places[f"{path}.{index}"] = item.at
                found = self.scalar(item, "a name")
                if not isinstance(found, Unreadable):
                    names.append(found.text)
            return tuple(names)
        found = self.scalar(node, "a name or a list of names" if several else "a name")
        if isinstance(found, Unreadable):
            return found
        return (found.text,) if several else found.text

    def _choice(self, kind: Kind, node: Node, path: str) -> str | Unreadable:
        options = kind.options if isinstance(kind, Choice) else ()
        found = self.scalar(node, "one of " + listing(options))
        if isinstance(found, Unreadable) or found.text in options:
            return found if isinstance(found, Unreadable) else found.text
        name = path.rpartition(".")[2]
        known = f"it may be {listing(options)}" if len(options) > 1 else f"write {options[0]}"
        return self.problem(
            "D205",
            f"'{found.text}' is not a value of '{name}'",
            node.at,
            did_you_mean(found.text, options, known),
        )

    def _words(self, kind: Kind, node: Node, path: str) -> object:
        if not isinstance(node, Sequence):
            return self.problem(
                "D201",
                f"expected a list of names, found {describe(node)}",
                node.at,
                "write them in brackets: [one, another]",
            )
        words = []
        for index, item in enumerate(node.items):
            self.places[f"{path}.{index}"] = item.at
            word = self._identifier(kind, item, path)
            if not isinstance(word, Unreadable):
                words.append(word)
        return tuple(words)

    def _date(self, _kind: Kind, node: Node, _path: str) -> object:
        return self._judged(node, "a date", read_date)

    def _chance(self, kind: Kind, node: Node, _path: str) -> object:
        shared = isinstance(kind, Probability) and kind.shared
        return self._judged(node, "a probability", self._share if shared else self._probability)

    def _judged(
        self, node: Node, what: str, read: Callable[[str, Span], T | Problem]
    ) -> T | Unreadable:
        if not isinstance(node, Scalar):
            return self._not_one(node, what)
        value = read(node.text, node.at)
        if isinstance(value, Problem):
            self.problems.append(value)
            return UNREADABLE
        if isinstance(value, Judgement) and (doubt := doubtful_number(node.text, node.at)):
            self.problems.append(doubt)
        return value

    def _probability(self, text: str, at: Span) -> Judgement | Problem:
        return read_probability(text, self.scale, at)

    def _share(self, text: str, at: Span) -> Judgement | Rest | Problem:
        return read_share(text, self.scale, at)

    def _dates(self, _kind: Kind, node: Node, path: str) -> object:
        if not isinstance(node, Sequence):
            return self.problem(
                "D201",
                f"expected a list of dates, found {describe(node)}",
                node.at,
                "write them in brackets: [1941-05-15, 1941-06-12, never]",
            )
        dates: list[When | None] = []
        for index, item in enumerate(node.items):
            self.places[f"{path}.{index}"] = item.at
            if isinstance(item, Scalar) and item.text == NEVER:
                dates.append(None)
                continue
            date = self._judged(item, "a date", read_date)
            if not isinstance(date, Unreadable):
                dates.append(date)
        return tuple(dates)

    def _judgements(self, kind: Kind, node: Node, path: str) -> object:
        if not isinstance(kind, Judgements):  # the table of readers pairs them
            raise TypeError(kind)
        self.places[path] = node.at
        if isinstance(node, MappingNode) and not node.entries:
            hint = "write name: value pairs, or take the field out"
            return self.problem("D209", "expected judgements, found nothing", node.at, hint)
        if isinstance(node, Scalar):
            word = node.text.strip().lower()
            if word in kind.words:
                return {ELSE: Rest(node.text, node.at)} if kind.spread else word
            if not kind.bare:
                choices = " or ".join(f"`{word}`" for word in kind.words)
                return self.problem(
                    "D201",
                    f"expected judgements by name, found '{node.text}'",
                    node.at,
                    f"write {choices}, or name: value pairs" if choices else "write name: value",
                )
        return self._tree(node, path, kind.unit, 0)

    def _tree(self, node: Node, path: str, unit: str, depth: int) -> Tree | Unreadable:
        if isinstance(node, Scalar):
            if unit == "weight":
                return self._judged(node, "a weight", read_weight)
            return self._judged(node, "a judgement", self._share)
        if depth > _TREE_DEPTH:
            hint = "no event hangs from so many others at once; take out a level"
            return self.problem("D201", "judgements nested too deeply", node.at, hint)
        branches: dict[str, Tree] = {}
        for name, child in self.entries(node, path, "judgements by name"):
            branch = self._tree(child, f"{path}.{name}", unit, depth + 1)
            if not isinstance(branch, Unreadable):
                branches[name] = branch
        whole = isinstance(node, MappingNode) and len(branches) == len(node.entries)
        return branches if whole else UNREADABLE

    def _quantity(self, kind: Kind, node: Node, path: str) -> object:
        if not isinstance(kind, Quantity):
            raise TypeError(kind)
        if not kind.listed:
            return self._amount(node, kind.low, kind.high, ranged=kind.ranged)
        items = node.items if isinstance(node, Sequence) else (node,)
        if kind.high == 1 and (problem := without_percent(items)):
            self.problems.append(problem)
            return UNREADABLE
        if not items:
            hint = "write at least one number, or take the field out"
            return self.problem("D209", "expected a number, found an empty list", node.at, hint)
        for index, item in enumerate(items):
            self.places[f"{path}.{index}"] = item.at
        amounts = [self._amount(item, kind.low, kind.high, ranged=kind.ranged) for item in items]
        return tuple(amount for amount in amounts if isinstance(amount, Amount))

    def _amount(self, node: Node, low: float, high: float, *, ranged: bool) -> Amount | Unreadable:
        found = self.scalar(node, "a number")
        if isinstance(found, Unreadable):
            return found
        percent = high == 1 and found.text.strip().endswith("%")
        text = found.text.strip().removesuffix("%") if percent else found.text
        ends = [part.strip() for part in text.split("..")]
        allowed = (1, 2) if ranged else (1,)
        if len(ends) not in allowed or not all(NUMBER.match(end) for end in ends):
            shape = "a number, or a range such as 20..90" if ranged else "a number"
            hint = "write it in digits such as 30, without a unit"
            return self.problem("D207", f"'{found.text}' is not {shape}", node.at, hint)
        first, last = float(ends[0]), float(ends[-1])
        if percent:
            first, last = first / 100, last / 100
        if not low <= first <= last <= high:
            return self.problem(
                "D207",
                f"'{found.text}' is not between {low:g} and {high:g}",
                node.at,
                "write the smaller end of a range first"
                if first > last
                else f"write a number from {low:g} to {high:g}",
            )
        return Amount((first + last) / 2, first, last, found.text, node.at)

    def _quantities(self, kind: Kind, node: Node, path: str) -> object:
        if not isinstance(kind, Quantities):
            raise TypeError(kind)
        self.places[path] = node.at
        return self._amounts(kind, node, path, kind.depth + kind.deeper)

    def _amounts(
        self, kind: Quantities, node: Node, path: str, depth: int
    ) -> AmountTree | Unreadable:
        if depth == 0 or (depth == 1 and kind.deeper and isinstance(node, Scalar)):
            return self._amount(node, kind.low, kind.high, ranged=True)
        if isinstance(node, MappingNode) and not node.entries:
            hint = "write name: value pairs, or take the field out"
            return self.problem("D209", "expected numbers by name, found nothing", node.at, hint)
        branches: dict[str, AmountTree] = {}
        for name, child in self.entries(node, path, "numbers by name"):
            branch = self._amounts(kind, child, f"{path}.{name}", depth - 1)
            if not isinstance(branch, Unreadable):
                branches[name] = branch
        return branches if isinstance(node, MappingNode) else UNREADABLE

    def _flag(self, _kind: Kind, node: Node, _path: str) -> bool | Unreadable:
        found = self.scalar(node, "yes or no")
        if isinstance(found, Unreadable):
            return found
        if found.text not in ("yes", "no"):
            hint = "write yes or no"
            return self.problem("D205", f"'{found.text}' is neither yes nor no", node.at, hint)
        return found.text == "yes"

    def _texts(self, kind: Kind, node: Node, path: str) -> object:
        texts = {}
        for name, child in self.entries(node, path, "a name and a sentence each"):
            if not _IDENTIFIER.match(name):
                self._identifier(kind, Scalar(name, self.places[f"{path}.{name}"]), path)
                continue
            prose = self._prose(kind, child, f"{path}.{name}")
            if not isinstance(prose, Unreadable):
                texts[name] = prose
        return texts

    def _names(self, _kind: Kind, node: Node, path: str) -> object:
        names = {}
        for name, child in self.entries(node, path, "name: name pairs"):
            found = self.scalar(child, "a name")
            if not isinstance(found, Unreadable):
                names[name] = found.text
        return names

    def _anything(self, kind: Kind, node: Node, path: str) -> object:
        """Keep a piece as written; a mapping by address keeps each value apart."""
        self.places[path] = node.at
        if not (isinstance(kind, Anything) and kind.keyed):
            return node
        return dict(self.entries(node, path, "address: value pairs"))

    _READERS: ClassVar[Mapping[type, Callable[["ValueReader", Kind, Node, str], object]]] = {
        Prose: _prose,
        Identifier: _identifier,
        Reference: _reference,
        Choice: _choice,
        Words: _words,
        Date: _date,
        Dates: _dates,
        Probability: _chance,
        Judgements: _judgements,
        Quantity: _quantity,
        Quantities: _quantities,
        Flag: _flag,
        Texts: _texts,
        Names: _names,
        Anything: _anything,
    }
