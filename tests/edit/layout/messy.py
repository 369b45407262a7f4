"""A case written in as many odd ways as YAML allows, with comments wherever they may stand."""

import re
from dataclasses import dataclass, field
from random import Random
from typing import TypeAlias, Union

Data: TypeAlias = Union[str, "list[Data]", "dict[str, Data]"]

_PLAIN = re.compile(r"[A-Za-z0-9](?:[\w .;()'%/-]*[\w.;)'%])?\Z", re.ASCII)
_FOLDABLE = re.compile(r"[\w.;:,#'()-]+( [\w.;:,#'()-]+)*\Z", re.ASCII)


@dataclass
class MessyWriter:
    """Writes data as YAML, choosing at random among the ways there are.

    Attributes:
        random: makes the choices.
        comments: every comment written.
    """

    random: Random
    comments: list[str] = field(default_factory=list)

    def document(self, data: dict[str, Data]) -> str:
        """The text of a file that says ``data``."""
        lines = ["---"] if self._chance(0.1) else []
        lines += [*self._own_lines(0), *self._mapping(data, 0), *self._own_lines(0)]
        return self.random.choice(["\n", "\r\n"]).join([*lines, ""])

    def _value(self, value: Data, prefix: str, indent: int, deeper: int) -> list[str]:
        """The lines of a value behind ``prefix``, which stands at ``indent``."""
        if isinstance(value, str):
            return self._scalar(value, prefix, indent)
        if not value or self._chance(0.3):
            return self._flow_lines(value, prefix, indent)
        unindented = isinstance(value, list) and prefix.endswith(":") and self._chance(0.3)
        inner = indent if unindented else indent + deeper
        write = self._mapping(value, inner) if isinstance(value, dict) else self._list(value, inner)
        return [prefix + self._trailing(), *self._own_lines(inner), *write]

    def _mapping(self, data: dict[str, Data], indent: int) -> list[str]:
        lines: list[str] = []
        for key, value in data.items():
            lines += self._own_lines(indent) if lines else []
            prefix = " " * indent + f"{self._key(key)}:"
            lines += self._value(value, prefix, indent, self.random.randint(1, 4))
        return lines

    def _list(self, items: list[Data], indent: int) -> list[str]:
        lines: list[str] = []
        for item in items:
            lines += self._own_lines(indent) if lines else []
            element = self._value(item, " " * indent + "-", indent, 2)
            if isinstance(item, dict) and element[0].strip() == "-" and self._chance(0.8):
                element = self._joined(element, indent)
            lines += element
        return lines

    def _joined(self, element: list[str], indent: int) -> list[str]:
        """The first field put on the line of its dash, where nothing stands between."""
        first = element[1]
        if not first.strip() or first.lstrip().startswith("#"):
            return element
        return [" " * indent + "- " + first.lstrip(), *element[2:]]

    def _scalar(self, text: str, prefix: str, indent: int) -> list[str]:
        end = self._trailing()
        if not text:
            return [prefix + self.random.choice(["", " ''", ' ""']) + end]
        inner = " " * (indent + self.random.randint(1, 3))
        if "  " not in text and _FOLDABLE.match(text) and self._chance(0.3):
            header = self.random.choice([">-", ">", "|-", "|"])
            words = text.split(" ") if header[0] == ">" else [text]
            exact = {">": ">-", "|": "|-"}.get(header, header)
            return [f"{prefix} {exact}{end}", *(inner + word for word in words)]
        if _PLAIN.match(text) and self._chance(0.7):
            first, *rest = text.split(" ") if self._chance(0.2) and "  " not in text else [text]
            if not rest and self._chance(0.1):
                return [prefix, *self._own_lines(indent), inner + first + end]
            return self._ended([f"{prefix} {first}", *(inner + word for word in rest)], end)
        return [f"{prefix} {self._quoted(text)}{end}"]

    @staticmethod
    def _ended(lines: list[str], end: str) -> list[str]:
        return [*lines[:-1], lines[-1] + end]

    def _flow_lines(self, value: Data, prefix: str, indent: int) -> list[str]:
        if self._chance(0.6) or not value or isinstance(value, str):
            return [f"{prefix} {self._flow(value)}{self._trailing()}"]
        opening, closing = "{}" if isinstance(value, dict) else "[]"
        parts = self._flow_parts(value)
        inner = " " * (indent + self.random.randint(1, 5))
        lines = [f"{prefix} {opening}{self._trailing()}"]
        for number, part in enumerate(parts):
            comma = "," if number + 1 < len(parts) else ""
            lines += self._own_lines(indent + 1)
            lines.append(f"{inner}{part}{comma}{self._trailing()}")
        return [*lines, *self._own_lines(indent + 1), f"{inner}{closing}{self._trailing()}"]

    def _flow(self, value: Data) -> str:
        if isinstance(value, str):
            plain = _PLAIN.match(value) and self._chance(0.7)
            return value if plain else self._quoted(value)
        joined = self.random.choice([", ", ","]).join(self._flow_parts(value))
        return f"{{{joined}}}" if isinstance(value, dict) else f"[{joined}]"

    def _flow_parts(self, value: "list[Data] | dict[str, Data]") -> list[str]:
        if isinstance(value, dict):
            return [f"{self._flow_key(key)}: {self._flow(each)}" for key, each in value.items()]
        return [self._flow(each) for each in value]

    def _key(self, key: str) -> str:
        return key if _PLAIN.match(key) and self._chance(0.9) else self._quoted(key)

    def _flow_key(self, key: str) -> str:
        return self._quoted(key) if " " in key else self._key(key)

    def _quoted(self, text: str) -> str:
        if self._chance(0.5) and text.isprintable() and text.isascii():
            return "'" + text.replace("'", "''") + "'"
        escaped = text.replace("\\", "\\\\").replace('"', '\\"')
        inner = "".join(char if char.isprintable() else f"\\U{ord(char):08x}" for char in escaped)
        return f'"{inner}"'

    def _trailing(self) -> str:
        if not self._chance(0.15):
            return ""
        return self.random.choice(["  ", "    "]) + self._comment() + self.random.choice(["", " "])

    def _own_lines(self, indent: int) -> list[str]:
        """Comments and blank lines; none is indented so deeply that it would be text."""
        lines: list[str] = []
        while self._chance(0.25):
            lead = " " * self.random.randint(0, indent)
            lines.append(lead + self._comment() if self._chance(0.6) else "")
        return lines

    def _comment(self) -> str:
        comment = f"# remark {len(self.comments)}"
        self.comments.append(comment)
        return comment

    def _chance(self, likely: float) -> bool:
        return self.random.random() < likely
