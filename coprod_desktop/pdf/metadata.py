"""What the file says about itself: title, language, conformance, attached files.

PDF/UA-1 (ISO 14289-1) wants a title, a language and XMP; PDF/A-3a (ISO 19005-3) wants
an output intent, and lets files travel inside with what they are to the paper.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache
from typing import Any
from xml.sax.saxutils import escape

from reportlab.pdfbase.pdfdoc import (
    XMP,
    NoEncryption,
    PDFDictionary,
    PDFDocument,
    PDFName,
    PDFObject,
    PDFStream,
    PDFString,
    PDFZCompress,
)
from reportlab.pdfgen.canvas import Canvas

from coprod_desktop.bundled import bundled
from coprod_desktop.pdf.blocks import Paper
from coprod_desktop.pdf.layouts import creator_of
from coprod_desktop.pdf.structure import reference

PRODUCER = "Coprod Desktop, ReportLab"

WORDS_FILE = "words.json"
"""The name under which a paper carries its own words."""

BUNDLE_FILE = "fhir.json"
"""The name under which it carries them for other systems."""

_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file that travels inside a PDF."""

    name: str
    mime: str
    content: bytes
    description: str
    relationship: str = "Data"
    """What it is to the pages (ISO 32000-2, 7.11.3): they were made from Data, and an
    Alternative says the same in another way."""


def words_attachment(words_json: str, description: str) -> Attachment:
    """Return a paper's own words as the file that it carries."""
    return Attachment(WORDS_FILE, "application/json", words_json.encode(), description)


def bundle_attachment(bundle: str, description: str) -> Attachment:
    """Return a paper's words for other systems as the file that it carries."""
    content = bundle.encode()
    mime = "application/fhir+json"
    return Attachment(BUNDLE_FILE, mime, content, description, "Alternative")


class _Moment:
    """A time in the shape in which ReportLab asks for it."""

    def __init__(self, at: datetime) -> None:
        at = at.astimezone(UTC)
        self.t = at.timestamp()
        self.lt = at.timetuple()
        self.YMDhms = tuple(self.lt)[:6]
        self.dhh = self.dmm = 0
        self.tzname = "UTC"
        self.pdf = at.strftime("(D:%Y%m%d%H%M%SZ)")
        self.xmp = at.strftime("%Y-%m-%dT%H:%M:%S+00:00")


class _Ended(PDFObject):
    """The bytes of a stream with a line end after them, which is not part of them."""

    def __init__(self, content: bytes) -> None:
        self.content = content

    def __len__(self) -> int:
        return len(self.content)

    def format(self, document: PDFDocument) -> bytes:  # noqa: ARG002 - its interface
        """Return what stands before ``endstream``."""
        return self.content + b"\n"


class _StreamEnds(NoEncryption):
    """Puts the line end before ``endstream`` that PDF/A 6.1.7.1 asks for.

    ReportLab writes none, and this is the one place where it hands every stream out.
    """

    def encode(self, content: bytes | str) -> _Ended:
        """Return a stream's content so that its end stands on a line of its own."""
        if isinstance(content, str):
            content = content.encode("latin-1")
        return _Ended(content)


def finish(
    canvas: Canvas,
    document: PDFDocument,
    paper: Paper,
    attachments: tuple[Attachment, ...],
) -> None:
    """Write everything that is about the file and not on its pages."""
    moment = _Moment(paper.printed_at)
    document.encrypt = _StreamEnds()
    document._timeStamp = moment  # noqa: SLF001 - it offers no other way
    canvas.setTitle(paper.title)
    canvas.setAuthor(paper.author)
    canvas.setSubject("")
    canvas.setCreator(creator_of(paper.layout))
    canvas.setProducer(PRODUCER)
    if not paper.choice.is_usual:
        canvas.setKeywords(paper.choice.told)
    canvas.setViewerPreference("DisplayDocTitle", "true")
    catalog = document.Catalog
    catalog.__NoDefault__ = [*catalog.__NoDefault__, "OutputIntents", "AF"]
    catalog.Metadata = XMP(creator=lambda _: _xmp(paper, moment).encode())
    catalog.Metadata.filters = []
    catalog.OutputIntents = _output_intent(document)
    _attach(document, attachments, moment)
    for attachment in attachments:
        document.updateSignature(attachment.content)


def _output_intent(document: PDFDocument) -> str:
    profile = PDFStream(
        PDFDictionary({"N": 3}), content=_colours(), filters=[PDFZCompress]
    )
    return (
        "[ << /Type /OutputIntent /S /GTS_PDFA1 /OutputConditionIdentifier (sRGB) "
        f"/Info (sRGB) /DestOutputProfile {reference(document, profile)} >> ]"
    )


@cache
def _colours() -> bytes:
    return (bundled("resources") / "colour" / "sRGB.icc").read_bytes()


def _attach(
    document: PDFDocument, attachments: tuple[Attachment, ...], moment: _Moment
) -> None:
    found = []
    for one in sorted(attachments, key=lambda one: one.name):
        stream = PDFStream(
            PDFDictionary(
                {
                    "Type": PDFName("EmbeddedFile"),
                    # PDFName leaves a slash as it is, which would end the name.
                    "Subtype": "/" + one.mime.replace("/", "#2F"),
                    "Params": f"<< /Size {len(one.content)} /ModDate {moment.pdf} >>",
                }
            ),
            content=one.content,
            filters=[PDFZCompress],
        )
        inside = reference(document, stream)
        name = PDFString(one.name)
        spec: dict[str, Any] = {
            "Type": PDFName("Filespec"),
            "F": name,
            "UF": name,
            "Desc": PDFString(one.description),
            "AFRelationship": PDFName(one.relationship),
            "EF": f"<< /F {inside} /UF {inside} >>",
        }
        listed = name.format(document).decode("latin-1")
        found.append((listed, reference(document, PDFDictionary(spec))))
    if found:
        names = " ".join(f"{name} {spec}" for name, spec in found)
        document.Catalog.Names = PDFDictionary(
            {"EmbeddedFiles": f"<< /Names [ {names} ] >>"}
        )
        document.Catalog.AF = f"[ {' '.join(spec for _, spec in found)} ]"


def _xmp(paper: Paper, moment: _Moment) -> str:
    title, author = _xml(paper.title), _xml(paper.author)
    return f"""<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about=""
 xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:xmp="http://ns.adobe.com/xap/1.0/"
 xmlns:pdf="http://ns.adobe.com/pdf/1.3/"
 xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/"
 xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/"
 xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
 xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#"
 xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfuaid:part>1</pdfuaid:part>
<pdfaid:part>3</pdfaid:part>
<pdfaid:conformance>A</pdfaid:conformance>
{_UA_SCHEMA}
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<dc:creator><rdf:Seq><rdf:li>{author}</rdf:li></rdf:Seq></dc:creator>
<dc:language><rdf:Bag><rdf:li>{_xml(paper.language)}</rdf:li></rdf:Bag></dc:language>
<xmp:CreateDate>{moment.xmp}</xmp:CreateDate>
<xmp:ModifyDate>{moment.xmp}</xmp:ModifyDate>
<xmp:CreatorTool>{creator_of(paper.layout)}</xmp:CreatorTool>
<pdf:Producer>{PRODUCER}</pdf:Producer>{_keywords(paper)}
</rdf:Description>
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="w"?>
"""


def _keywords(paper: Paper) -> str:
    told = "" if paper.choice.is_usual else paper.choice.told
    return f"\n<pdf:Keywords>{told}</pdf:Keywords>" if told else ""


_UA_SCHEMA = """<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA identification</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>PDF/UA part</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas>"""


def _xml(text: str) -> str:
    return escape(_NOT_XML.sub("\ufffd", text))
