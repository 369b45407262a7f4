"""The command ``deciban`` and its verbs.

Exit status: 0 all is well; 1 the case has problems; 2 wrong usage; 130 interrupted.
"""

import gc
import sys

import rich_click as click

from deciban import __version__
from deciban.cli.bounds import bounds
from deciban.cli.brief import brief
from deciban.cli.check import check
from deciban.cli.cite import cite
from deciban.cli.crux import crux
from deciban.cli.debate import debate
from deciban.cli.diff import diff
from deciban.cli.figure import figure
from deciban.cli.fmt import fmt
from deciban.cli.mind import mind
from deciban.cli.move import move
from deciban.cli.new import new
from deciban.cli.pool import pool
from deciban.cli.position import position
from deciban.cli.schema import schema
from deciban.cli.seek import seek
from deciban.cli.sensitivity import sensitivity
from deciban.cli.solve import solve
from deciban.cli.timeline import timeline
from deciban.cli.weigh import weigh
from deciban.cli.whatif import whatif
from deciban.cli.why import why

INTERRUPTED = 130
BROKEN_PIPE = 141
#: A command is over before cyclic garbage could weigh on it; looking for it as often as Python does
#: by itself takes a tenth of a check.
OBJECTS_BETWEEN_COLLECTIONS = 200_000


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="deciban")
def deciban() -> None:
    """Weigh contested questions about what someone knew, believed or intended, and when.

    A case is a folder with a case.yaml. Begin with `deciban new my-case`, then
    `deciban weigh my-case`.
    """


for verb in (
    new,
    check,
    fmt,
    weigh,
    why,
    sensitivity,
    bounds,
    seek,
    whatif,
    diff,
    timeline,
    brief,
    figure,
    cite,
    mind,
    debate,
    move,
    position,
    crux,
    pool,
    solve,
    schema,
):
    deciban.add_command(verb)


def main() -> None:
    """Run the command line; what the terminal cannot show is replaced, never a traceback."""
    gc.set_threshold(OBJECTS_BETWEEN_COLLECTIONS)
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(errors="replace")  # type: ignore[union-attr]  # both are text files
    try:
        status = deciban.main(standalone_mode=False)
    except click.Abort:
        sys.stderr.write("interrupted; nothing was half-written\n")
        sys.exit(INTERRUPTED)
    except click.ClickException as wrong:
        wrong.show()
        sys.exit(wrong.exit_code)
    except BrokenPipeError:
        sys.stderr.close()  # whoever read the output has gone; say nothing more
        sys.exit(BROKEN_PIPE)
    sys.exit(status if isinstance(status, int) else 0)
