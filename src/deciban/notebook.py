"""deciban in a notebook: weigh a case, and what comes of it shows itself.

``%load_ext deciban.notebook`` tells the notebook how to show a case, its findings, figures and
briefs; so does the first use of a function of this module. In a plain Python session nothing is
changed.
"""

import sys
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from html import escape
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING, Any

from deciban import pipeline
from deciban.case import Case
from deciban.pipeline import Weighing
from deciban.read import read_case
from deciban.render.charts.picture import Picture
from deciban.render.document.blocks import Block, Document

if TYPE_CHECKING:
    from deciban.findings.account import Account
    from deciban.findings.findings import Findings

HTML, PLAIN = "text/html", "text/plain"
_NUMBERS = count(1)


def weigh(case: str | Path) -> "Weighing[Findings]":
    """Answer what a case adds up to; shown as the answers and what carries them.

    Args:
        case: a folder that holds a case, or a case file.
    """
    register()
    return pipeline.weigh(Path(case))


def account(case: str | Path) -> "Weighing[Account]":
    """Answer everything that a brief tells of a case; shown as the brief.

    Args:
        case: a folder that holds a case, or a case file.
    """
    register()
    return pipeline.account(read_case(Path(case)))


def figures(weighing: "Weighing[Account]") -> Mapping[str, Picture]:
    """Answer the figures of a case by name; none where a problem stands in the way.

    Args:
        weighing: what ``account`` answered.
    """
    from deciban.render.brief.figures import brief_pictures  # noqa: PLC0415 (draws only then)

    register()
    if weighing.case is None or weighing.findings is None:
        return {}
    return brief_pictures(weighing.findings, weighing.case)


def load_ipython_extension(shell: Any) -> None:  # noqa: ANN401 (IPython is no dependency)
    """Tell a notebook how to show what is deciban's: ``%load_ext deciban.notebook``."""
    register(shell)


def register(shell: Any = None) -> None:  # noqa: ANN401 (IPython is no dependency)
    """Tell a notebook how to show what is deciban's; where there is no notebook, do nothing.

    Args:
        shell: IPython's shell; the running one by default.
    """
    if shell is None and "IPython" in sys.modules:
        shell = sys.modules["IPython"].get_ipython()
    if shell is None:
        return
    from deciban.findings.findings import Findings  # noqa: PLC0415 (only where it is shown)

    shown: dict[type, tuple[Callable[[Any], str], Callable[[Any], str]]] = {
        Case: (_case, lambda case: case.title),
        Findings: (_findings, lambda findings: f"{findings.title} {findings.ask}"),
        Weighing: (_weighing, _in_brief),
        Picture: (_picture, lambda picture: picture.alt),
        Document: (_document, lambda document: f"{document.title} {document.subtitle}"),
    }
    formatters = shell.display_formatter.formatters
    for kind, (show, tell) in shown.items():
        formatters[HTML].for_type(kind, show)
        formatters[PLAIN].for_type(kind, partial(_print, tell))


def _print(tell: Callable[[Any], str], shown: object, printer: Any, _cycle: bool) -> None:  # noqa: ANN401, FBT001 (IPython calls it so)
    """Print one line where there is no room for more: a record's own text would fill pages."""
    printer.text(tell(shown))


def _in_brief(weighing: "Weighing[Any]") -> str:
    title = "" if weighing.case is None else weighing.case.title
    return "\n".join([title, *map(str, weighing.problems)]).strip()


def _case(case: Case) -> str:
    from deciban.render.shown import shown_case  # noqa: PLC0415 (only where it is shown)

    return _fragment(shown_case(case))


def _findings(findings: "Findings") -> str:
    from deciban.render.shown import shown_findings  # noqa: PLC0415 (as above)

    return _fragment(shown_findings(findings))


def _weighing(weighing: "Weighing[Any]") -> str:
    from deciban.findings.account import Account  # noqa: PLC0415 (as above)
    from deciban.findings.findings import Findings  # noqa: PLC0415 (as above)
    from deciban.render.shown import shown_findings, shown_problems  # noqa: PLC0415 (as above)

    match weighing.findings:
        case Account():
            return _document(pipeline.brief(weighing, short=True))
        case Findings():
            return _fragment(shown_findings(weighing.findings, weighing.problems))
        case _:
            return _fragment(shown_problems(weighing.problems))


def _picture(picture: Picture) -> str:
    from deciban.render.document.blocks import Figure  # noqa: PLC0415 (as above)

    return _fragment([Figure(picture, picture.title)])


def _document(document: Document) -> str:
    """A document in a frame of its own, so that its style stays inside."""
    from deciban.render.document.html import write_html  # noqa: PLC0415 (as above)

    style = "width: 100%; height: 40rem; border: 1px solid #888"
    return (
        f'<iframe sandbox="" title="{escape(document.title)}" style="{style}" '
        f'srcdoc="{escape(write_html(document))}"></iframe>'
    )


def _fragment(blocks: Iterator[Block] | list[Block]) -> str:
    from deciban.render.document.html import write_fragment  # noqa: PLC0415 (as above)

    return write_fragment(blocks, f"shown{next(_NUMBERS)}")
