"""Every problem deciban can report, by code.

D1 the file and its YAML; D2 the shape of records; D3 values (judgements, rows, dates);
D4 references; D5 meaning; D6 smells, which only warn; D7 computing; D8 a case's own tests,
positions and debate; D9 networks written for other programs. Each hundred has its file, and the
meaning of a whole case has one, as have minds, quotations, revisions of git, moves and
seals.
"""

from deciban.problem.code import Code
from deciban.problem.debate import DEBATE
from deciban.problem.exchange import EXCHANGE
from deciban.problem.meaning import MEANING
from deciban.problem.minds import MINDS
from deciban.problem.quotations import QUOTATIONS
from deciban.problem.revision import REVISION
from deciban.problem.seals import SEALS
from deciban.problem.shape import SHAPE
from deciban.problem.text import TEXT
from deciban.problem.values import VALUES

#: Each hundred's file, and those of its parts.
_FILES = (TEXT, SHAPE, VALUES, MEANING, MINDS, QUOTATIONS, REVISION, DEBATE, SEALS, EXCHANGE)

CODES: dict[str, Code] = dict(sorted(item for file in _FILES for item in file.items()))
