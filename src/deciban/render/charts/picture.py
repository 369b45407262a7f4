"""A picture, before it is SVG, PNG, PDF or a page."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Picture:
    """What can be shown.

    Attributes:
        name: what it is called on the command line and in file names, such as ``posterior``.
        title: what it shows, in a few words.
        alt: what it says, for those who cannot see it: the figures and not the shapes.
        spec: a Vega-Lite specification; empty where the picture is drawn otherwise.
        drawn: the picture as SVG, where it is not drawn from ``spec``.
    """

    name: str
    title: str
    alt: str
    spec: Mapping[str, object] = field(default_factory=dict)
    drawn: str = ""
