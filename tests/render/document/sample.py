"""A document with every part there is, long enough to fill pages. All of it is invented."""

from deciban.render.charts.picture import Picture
from deciban.render.document.blocks import (
    Block,
    Bullets,
    Callout,
    Column,
    Document,
    Figure,
    Fold,
    Footnote,
    Heading,
    Link,
    Paragraph,
    Run,
    Table,
)

ADDRESS = "https://archive.example.org/registers/1912?folio=14&side=verso"
ALT = "He knew: 68%, within 49 to 83%. He did not: 32%, within 17 to 51%."

BARS = """<svg xmlns="http://www.w3.org/2000/svg" width="620" height="150" viewBox="0 0 620 150">
<defs><clipPath id="clip1"><rect width="620" height="150"/></clipPath></defs>
<g clip-path="url(#clip1)" font-family="Helvetica, Arial, sans-serif" font-size="13">
<rect width="620" height="150" fill="white"/>
<text x="120" y="48" text-anchor="end">He knew</text>
<rect x="130" y="30" width="306" height="26" fill="#4a4a4a"/>
<line x1="350" x2="504" y1="64" y2="64" stroke="#4a4a4a" stroke-width="2"/>
<text x="446" y="48">68%</text>
<text x="120" y="108" text-anchor="end">He did not</text>
<rect x="130" y="90" width="144" height="26" fill="#b0b0b0"/>
<line x1="206" x2="360" y1="124" y2="124" stroke="#4a4a4a" stroke-width="2"/>
<text x="284" y="108">32%</text>
</g>
</svg>"""


def bars(name: str = "posterior") -> Picture:
    """A picture that is drawn already."""
    return Picture(name=name, title="How likely", alt=ALT, drawn=BARS)


def charted() -> Picture:
    """A picture that is drawn from a specification."""
    values = [
        {"item": item, "dB": weight}
        for item, weight in (("Told on Monday", 6.1), ("Ordered copies", 4.4), ("Slept", -2.7))
    ]
    return Picture(
        name="weights",
        title="What each item weighs",
        alt="Told on Monday 6.1 dB, ordered copies 4.4 dB, slept -2.7 dB.",
        spec={
            "$schema": "https://vega.github.io/schema/vega-lite/v6.json",
            "data": {"values": values},
            "width": 420,
            "height": 120,
            "mark": {"type": "bar", "color": "#555555"},
            "encoding": {
                "x": {"field": "dB", "type": "quantitative"},
                "y": {"field": "item", "type": "nominal", "sort": None, "title": None},
            },
        },
    )


def _words(text: str) -> Paragraph:
    return Paragraph((Run(text),))


def _bottom_line() -> Callout:
    return Callout(
        (
            Paragraph(
                (
                    Run("The treasurer probably knew that the ledger was gone", "strong"),
                    Run(" (68%, within 49 to 83%). What carries it is the clerk's own word, "),
                    Run("told on the Monday", "emphasis"),
                    Run(
                        ", and an order for copies that nobody who slept soundly would have given."
                    ),
                    Footnote(
                        (
                            Run("Minutes of the guild", "emphasis"),
                            Run(", 5 March 1912, fol. 14v; "),
                            Link("the register online", ADDRESS),
                            Run("."),
                        )
                    ),
                )
            ),
            _words(
                "Confidence is low: two of the three items that carry it go back to one man, and a"
                " single number, how honest the clerk is, would turn the answer round."
            ),
        )
    )


def _answers() -> Table:
    return Table(
        columns=(
            Column("Answer", share=3),
            Column("Before", "right"),
            Column("Probability", "right"),
            Column("Range", "right"),
            Column("In words"),
        ),
        rows=(
            (
                (Run("He knew that it was gone"),),
                (Run("50%"),),
                (Run("68%", "strong"),),
                (Run("49..83%"),),
                (Run("likely"),),
            ),
            (
                (Run("He did not know"), Footnote((Run("As the defence has it."),))),
                (Run("50%"),),
                (Run("32%"),),
                (Run("17..51%"),),
                (Run("unlikely"),),
            ),
        ),
        caption="Each answer before and after the evidence, with the range that the numbers allow",
    )


_BECAUSES = (
    "Whoever knew had to hear it from somebody, and the clerk was the first to see.",
    "Copies cost money, and an audit was due in autumn: a careful man might have ordered them.",
    "The porter had his own reasons to put the treasurer in the room, and says so in his letter.",
    "A ledger of this weight is not mislaid: it stood chained, and the chain was found whole.",
)


def _numbers(count: int) -> Table:
    rows = tuple(
        (
            (Run(f"events.item_{place}.expected.knew", "code"),),
            (Run(f"{(place * 37) % 90 + 5}%"),),
            (
                Run(_BECAUSES[place % len(_BECAUSES)]),
                *(
                    (Footnote((Run(f"Letter-book {place}, p. {place * 3 + 1}."),)),)
                    if place % 5 == 0
                    else ()
                ),
            ),
        )
        for place in range(1, count + 1)
    )
    return Table(
        columns=(Column("Number"), Column("Value", "right"), Column("Because", share=1)),
        rows=rows,
        caption="Every number of the case, and why it is what it is",
    )


def _body() -> tuple[Block, ...]:
    return (
        _bottom_line(),
        Heading(1, "How likely each answer is", "answers"),
        _words(
            "The question is asked of a man who kept his counsel, from records of which a third is"
            " lost. Nothing below is more precise than the judgements behind it, and each of them"
            " stands, with its reason, in the appendix."
        ),
        _answers(),
        Figure(
            bars(),
            "How likely each answer is. The bar is the central answer; the line under it is where"
            " nine in ten of ten thousand draws end, and says how far the judgements let it move.",
        ),
        Heading(1, "What carries it, and what stands against it", "carries"),
        Paragraph(
            (
                Run("Weights are in decibans: 10 dB are ten to one. See "),
                Link("the appendix", "#numbers"),
                Run(" for what they rest on."),
            )
        ),
        Bullets(
            (
                (
                    Run("Told on the Monday, +6.1 dB.", "strong"),
                    Run(" The clerk says that he told him, and names the hour."),
                    Footnote((Run("Deposition of the clerk, 12 March 1912, p. 3."),)),
                ),
                (Run("Ordered copies, +4.4 dB.", "strong"), Run(" Undisputed.")),
                (
                    Run("Slept that night, \u22122.7 dB.", "strong"),
                    Run(" His landlady, who had no reason to lie. "),
                    Run("Not checked against the almanac.", "quiet"),
                ),
            )
        ),
        Figure(charted(), "What each item weighs, last in."),
        Heading(2, "What they share", "shared"),
        _words("The first two hang from one policy of thrift, and count together as one."),
        Heading(1, "What would settle it", "settle"),
        Bullets(
            (
                (Run("The bank's daybook for March, if it survives."),),
                (Run("A second hand in the minutes: "), Run("fol. 14v", "code"), Run(".")),
            ),
            ordered=True,
        ),
        Heading(1, "Appendix: the numbers", "numbers"),
        _words("Folded away on a page, and printed in full on paper."),
        Fold("Numbers of the events (24)", (_numbers(24),)),
        Fold(
            "Sources, and what each is trusted with",
            (
                Heading(2, "The clerk", "clerk"),
                _words("Honest 60 to 80%; otherwise he pushes his line, that he had told him."),
                Heading(2, "The landlady", "landlady"),
                _words("Honest 80 to 95%."),
            ),
        ),
        Heading(1, "How it was computed", "computed"),
        Table(
            columns=(Column(""), Column("")),
            rows=(
                ((Run("Version"),), (Run("0.1.0", "code"),)),
                ((Run("Case"),), (Run("sha256:9f2b1c44", "code"),)),
                ((Run("Seed"),), (Run("1"),)),
            ),
        ),
    )


SAMPLE = Document(
    title="The missing ledger",
    subtitle="Did the treasurer know that the ledger was gone?",
    dateline="A brief on the case of the guild's ledger, as of 5 March 1912",
    blocks=_body(),
    about={"version": "0.1.0", "case": "9f2b1c44", "seed": "1"},
)
