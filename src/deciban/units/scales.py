"""The published scales of verbal probabilities."""

from collections.abc import Mapping
from types import MappingProxyType

from deciban.units.scale import Scale, Word

_ICD203 = Scale(
    "icd203",
    "Words of the United States intelligence community",
    "Office of the Director of National Intelligence, Intelligence Community Directive 203: "
    "Analytic Standards (2 January 2015), section D.6.e(2)(a)",
    (
        Word("almost no chance", 0.01, 0.05, ("remote", "remote chance")),
        Word("very unlikely", 0.05, 0.20, ("highly improbable",)),
        Word("unlikely", 0.20, 0.45, ("improbable", "improbably")),
        Word("roughly even chance", 0.45, 0.55, ("roughly even odds", "roughly even")),
        Word("likely", 0.55, 0.80, ("probable", "probably")),
        Word("very likely", 0.80, 0.95, ("highly probable",)),
        Word("almost certain", 0.95, 0.99, ("almost certainly", "nearly certain")),
    ),
)

_PHIA = Scale(
    "phia",
    "The British probability yardstick, with gaps between its words on purpose",
    "Professional Head of Intelligence Assessment, Professional Development Framework for "
    "All-Source Intelligence Assessment (January 2019)",
    (
        Word("remote chance", 0.0, 0.05, ("remote",)),
        Word("highly unlikely", 0.10, 0.20),
        Word("unlikely", 0.25, 0.35),
        Word("realistic possibility", 0.40, 0.50, ("realistic probability",)),
        Word("likely", 0.55, 0.75, ("probable", "probably", "likely or probable")),
        Word("highly likely", 0.80, 0.90, ("highly probable",)),
        Word("almost certain", 0.95, 1.0, ("almost certainly",)),
    ),
)

_NATO = Scale(
    "nato",
    "Words of the North Atlantic alliance",
    "NATO, Allied Joint Publication 2.1: Allied Joint Doctrine for Intelligence Procedures, "
    "edition B (2016)",
    (
        Word("highly unlikely", 0.0, 0.10),
        Word("unlikely", 0.10, 0.40),
        Word("even chance", 0.40, 0.60),
        Word("likely", 0.60, 0.90, ("probable", "probably")),
        Word("highly likely", 0.90, 1.0),
    ),
)

_KENT = Scale(
    "kent",
    "Sherman Kent's words of estimative probability",
    "Sherman Kent, 'Words of Estimative Probability', Studies in Intelligence 8/4 (1964) 49-65",
    (
        Word(
            "almost certainly not",
            0.02,
            0.12,
            ("virtually impossible", "almost impossible", "some slight chance", "highly doubtful"),
        ),
        Word("probably not", 0.20, 0.40, ("improbable", "unlikely", "we doubt", "doubtful")),
        Word("chances about even", 0.40, 0.60, ("about even", "chances are about even")),
        Word("probable", 0.63, 0.87, ("probably", "likely", "we believe", "we estimate")),
        Word(
            "almost certain",
            0.87,
            0.99,
            (
                "almost certainly",
                "virtually certain",
                "all but certain",
                "highly probable",
                "highly likely",
            ),
        ),
    ),
)

_IPCC = Scale(
    "ipcc",
    "Likelihood terms of the climate panel, which overlap on purpose",
    "M. D. Mastrandrea and others, Guidance Note for Lead Authors of the IPCC Fifth Assessment "
    "Report on Consistent Treatment of Uncertainties (2010), table 1",
    (
        Word("exceptionally unlikely", 0.0, 0.01),
        Word("extremely unlikely", 0.0, 0.05),
        Word("very unlikely", 0.0, 0.10),
        Word("unlikely", 0.0, 0.33),
        Word("about as likely as not", 0.33, 0.66, ("as likely as not",)),
        Word("more likely than not", 0.50, 1.0),
        Word("likely", 0.66, 1.0),
        Word("very likely", 0.90, 1.0),
        Word("extremely likely", 0.95, 1.0),
        Word("virtually certain", 0.99, 1.0),
    ),
)

# The standard counts whole percentages: its 20 to 39 is read as 20% up to 40%, so that the middle
# of each band is the value the standard itself gives the word.
_STIX = Scale(
    "stix",
    "Words of estimative probability in the STIX exchange format",
    "OASIS, STIX Version 2.1 (10 June 2021), appendix A, words of estimative probability",
    (
        Word("impossible", 0.0, 0.0),
        Word("highly unlikely", 0.0, 0.20, ("almost certainly not",)),
        Word("unlikely", 0.20, 0.40, ("probably not",)),
        Word("even chance", 0.40, 0.60),
        Word("likely", 0.60, 0.80, ("probable", "probably")),
        Word("highly likely", 0.80, 1.0, ("almost certain", "almost certainly")),
        Word("certain", 1.0, 1.0),
    ),
)

SCALES: Mapping[str, Scale] = MappingProxyType(
    {scale.name: scale for scale in (_ICD203, _PHIA, _NATO, _KENT, _IPCC, _STIX)}
)
