"""Citations and bibliographies, as a document shows them; imported only where one is made."""

from deciban.render.citing.citer import Citer, plain
from deciban.render.citing.style import AUTHOR_DATE, CHICAGO, STYLES

__all__ = ["AUTHOR_DATE", "CHICAGO", "STYLES", "Citer", "plain"]
