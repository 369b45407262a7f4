"""From the text of a case to a tree of nodes, and every mistake of its YAML in one reading."""

from bisect import bisect_right
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace

from deciban.node import Node
from deciban.problem import Problem, Splice
from deciban.read.comments import Comment, find_comments, stands_alone
from deciban.read.mend.invisible import blank_invisible, find_invisible
from deciban.read.mend.lines import Lines
from deciban.read.mend.record import Mend
from deciban.read.mend.stumble import leave_out
from deciban.read.mend.vocabulary import Vocabulary
from deciban.read.mend.working import Working
from deciban.read.tree import Reading, read_tree
from deciban.span import Span

PROSE_KEYS = ("text", "because", "ask", "title", "name", "quote", "note", "cite")
_ROUNDS = 25
_LEFT_OUT = 10
_WORK = 6_000_000  # characters read again after a mistake


@dataclass(frozen=True, slots=True)
class Document:
    """A text and what it says.

    Attributes:
        text: the text as it was given.
        file: its name, as the user wrote it.
        root: the tree, or None where there is nothing in it. A mistake with an evident correction
            is read as corrected; where a field is given twice both entries are kept.
        comments: every comment, in order.
        problems: every mistake, in order; all places are those of ``text``.
    """

    text: str
    file: str
    root: Node | None
    comments: tuple[Comment, ...] = ()
    problems: tuple[Problem, ...] = ()


def parse(
    text: str,
    file: str,
    *,
    prose_keys: Collection[str] = PROSE_KEYS,
    known_keys: Collection[str] = (),
    either_keys: Collection[str] = (),
    top_keys: Collection[str] = (),
    together: Mapping[str, Sequence[Collection[str]]] | None = None,
) -> Document:
    """Reads a text as YAML; never raises, never gives up at the first mistake.

    Args:
        text: the text, decoded.
        file: its name for messages.
        prose_keys: fields that hold sentences.
        known_keys: all other fields that may occur; they make guesses surer. Empty: any.
        either_keys: fields that hold a sentence in one record and something else in another.
        top_keys: fields that may stand at the left margin. Empty: any.
        together: the fields of each record, by the field that holds it, and of all under "".
            None: any may stand beside any.
    """
    vocabulary = Vocabulary.of(prose_keys, known_keys, either_keys, top_keys, together)
    return _Session(text, file, vocabulary).read()


@dataclass(slots=True)
class _Session:
    """One text, being read and corrected until YAML accepts it."""

    text: str
    file: str
    vocabulary: Vocabulary
    working: Working = field(init=False)
    lines: Lines = field(init=False)
    found: list[Problem] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.working = Working(self.text)
        self.lines = Lines(self.text)

    def read(self) -> Document:
        self._correct(find_invisible(self.text))
        self.working.blank(blank_invisible(self.working.text))
        reading = self._corrected_reading()
        comments = tuple(self._comments(reading))
        problems = [*self._with_fixes(), *reading.problems]
        problems += self._cut_prose(reading, comments)
        problems.sort(key=lambda problem: problem.at.start if problem.at else 0)
        return Document(self.text, self.file, reading.root, comments, tuple(problems))

    def _cut_prose(self, reading: Reading, comments: tuple[Comment, ...]) -> Sequence[Problem]:
        if all(comment.own_line for comment in comments):
            return ()
        from deciban.read.mend.number_sign import find_cut_prose  # noqa: PLC0415 (as below)

        return find_cut_prose(self.text, reading.root, comments, self.vocabulary)

    def _corrected_reading(self) -> Reading:
        reading = self._tree()
        left_out, work = 0, _WORK
        for _ in range(_ROUNDS):
            if not (reading.stumbled or reading.odd):
                return reading
            from deciban.read.mend.walk import find_mends  # noqa: PLC0415 (texts are mostly whole)

            mends = find_mends(self.working.text, self.vocabulary)
            if not mends and reading.stumbled and left_out < _LEFT_OUT:
                mends = self._left_out(reading)
                left_out += 1
            work -= len(self.text)
            if not mends or work < 0:
                break
            if (following := self._try(mends, reading)) is None:
                return reading
            reading = following
        return self._given_up(reading)

    def _try(self, mends: Sequence[Mend], before: Reading) -> Reading | None:
        """Reads on with corrections; None where they would make a readable text unreadable."""
        kept = self.working.copy(), list(self.found)
        self._correct(mends)
        reading = self._tree()
        if reading.stumbled and not before.stumbled:
            self.working, self.found = kept
            return None
        return reading

    def _tree(self) -> Reading:
        return read_tree(self.working.text, self._place, self.vocabulary.prose)

    def _left_out(self, reading: Reading) -> list[Mend]:
        mend = leave_out(self.working.text, reading.reached)
        return [mend] if mend else []

    def _given_up(self, reading: Reading) -> Reading:
        if reading.stumbled:
            mend = leave_out(self.working.text, reading.reached)
            hint = "mend the lines above first; nothing below this line has been read"
            at = self._place(mend.start, mend.end) if mend else self._place(0, 0)
            self.found.append(Problem("D110", "from here on nothing can be read", at, hint))
        return reading

    def _correct(self, mends: Sequence[Mend]) -> None:
        if not mends:
            return
        first = len(self.found)
        self.found += [
            Problem(mend.code, mend.message, self._place(mend.start, mend.end), mend.hint)
            for mend in mends
        ]
        self.working.apply(mends, first)

    def _with_fixes(self) -> list[Problem]:
        fixes: dict[int, Splice] = {}
        for cut in self.working.cuts:
            if cut.certain:
                splice = Splice(self.file, cut.start, cut.end, cut.text)
                fixes.update(dict.fromkeys(cut.owners, splice))
        return [
            replace(problem, fix=fixes.get(number))
            for number, problem in enumerate(self.found)
            if problem.code
        ]

    def _place(self, start: int, end: int) -> Span:
        """The span, in the original text, of a stretch of the working text."""
        if self.working.cuts:
            start = self.working.original_start(start)
            end = max(start, self.working.original_end(end))
        starts = self.lines.starts
        line = bisect_right(starts, start)
        return Span(self.file, line, start - starts[line - 1] + 1, start, end)

    def _comments(self, reading: Reading) -> list[Comment]:
        text = self.working.text
        return [
            Comment(text[start:end], self._place(start, end), stands_alone(text, start))
            for start, end in find_comments(text, reading.taken, reading.reached)
        ]
