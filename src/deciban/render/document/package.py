"""The file that Word reads: parts of XML in a zip, as ECMA-376 has them, the same to the byte."""

import io
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from html import escape
from importlib.resources import files
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

_DECLARED = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_TYPE = "application/vnd.openxmlformats-package"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
#: The first moment a zip can name: files in it bear no other.
_EPOCH = (1980, 1, 1, 0, 0, 0)
_UNIX = 3
_MODE = 0o600 << 16


@dataclass(slots=True)
class Relations:
    """What a part refers to outside itself.

    Attributes:
        listed: kind and target, in the order in which they were met; the number of a relation is
            its place, from one.
    """

    listed: list[tuple[str, str]] = field(default_factory=list)

    def to(self, kind: str, target: str) -> str:
        """Answer the name of a relation, new or known.

        Args:
            kind: what is referred to, such as ``image`` or ``hyperlink``.
            target: its name in the package, or its address.
        """
        pair = (kind, target)
        if pair not in self.listed:
            self.listed.append(pair)
        return f"rId{self.listed.index(pair) + 1}"

    def xml(self) -> str:
        """Answer them as the part that lists them."""
        return _relationships(
            f'<Relationship Id="rId{number}" Type="{_OFFICE}/{kind}" Target="{escape(target)}"'
            f"{_outside(kind)}/>"
            for number, (kind, target) in enumerate(self.listed, 1)
        )


def _outside(kind: str) -> str:
    return ' TargetMode="External"' if kind == "hyperlink" else ""


def _relationships(lines: Iterable[str]) -> str:
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{"".join(lines)}</Relationships>'


@dataclass(frozen=True, slots=True)
class Parts:
    """What a document for Word is made of.

    Attributes:
        main: the parts of its text, by name: ``document``, ``styles``, ``footnotes`` and the like.
        relations: what some of them refer to, by name.
        pictures: PNG files, by name.
        title: what the file says of itself: its title,
        subject: its subject,
        told: how it was made,
        language: and its language.
    """

    main: Mapping[str, str]
    relations: Mapping[str, Relations]
    pictures: Mapping[str, bytes]
    title: str
    subject: str
    told: str
    language: str


def packed(parts: Parts) -> bytes:
    """Answer the file."""
    texts = {
        "[Content_Types].xml": _types(parts),
        "_rels/.rels": _start(),
        "docProps/core.xml": _core(parts),
        **{f"word/{name}.xml": text for name, text in parts.main.items()},
        **{f"word/_rels/{name}.xml.rels": each.xml() for name, each in parts.relations.items()},
    }
    written = {name: f"{_DECLARED}{text}\n".encode() for name, text in texts.items()}
    pictures = {f"word/media/{name}": png for name, png in parts.pictures.items()}
    return _zipped({**written, **pictures})


def packaged(name: str) -> str:
    """Answer a part that is the same in every document."""
    return (files("deciban.render.document") / "word" / f"{name}.xml").read_text(encoding="utf-8")


def _types(parts: Parts) -> str:
    kinds = {name: f"{_WORD}.{name}+xml" for name in parts.main}
    kinds["document"] = f"{_WORD}.document.main+xml"
    defaults = {"rels": f"{_TYPE}.relationships+xml", "xml": "application/xml", "png": "image/png"}
    overrides = {f"/word/{name}.xml": kind for name, kind in kinds.items()}
    overrides["/docProps/core.xml"] = f"{_TYPE}.core-properties+xml"
    lines = [
        *(f'<Default Extension="{end}" ContentType="{kind}"/>' for end, kind in defaults.items()),
        *(
            f'<Override PartName="{name}" ContentType="{kind}"/>'
            for name, kind in overrides.items()
        ),
    ]
    return f'<Types xmlns="{_PACKAGE}/content-types">{"".join(lines)}</Types>'


def _start() -> str:
    core = f"{_PACKAGE}/relationships/metadata/core-properties"
    return _relationships(
        [
            f'<Relationship Id="rId1" Type="{_OFFICE}/officeDocument" Target="word/document.xml"/>',
            f'<Relationship Id="rId2" Type="{core}" Target="docProps/core.xml"/>',
        ]
    )


def _core(parts: Parts) -> str:
    """Answer what the file says of itself; nothing of when it was written, nor by whom."""
    return (
        f'<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties"'
        ' xmlns:dc="http://purl.org/dc/elements/1.1/">'
        f"<dc:title>{escape(parts.title)}</dc:title>"
        f"<dc:subject>{escape(parts.subject)}</dc:subject>"
        f"<dc:description>{escape(parts.told)}</dc:description>"
        f"<dc:language>{escape(parts.language)}</dc:language>"
        "</cp:coreProperties>"
    )


def _zipped(contents: Mapping[str, bytes]) -> bytes:
    buffer = io.BytesIO()
    with ZipFile(buffer, "w") as archive:
        for name, content in contents.items():
            entry = ZipInfo(name, _EPOCH)
            entry.compress_type, entry.create_system, entry.external_attr = (
                ZIP_DEFLATED,
                _UNIX,
                _MODE,
            )
            archive.writestr(entry, content)
    return buffer.getvalue()
