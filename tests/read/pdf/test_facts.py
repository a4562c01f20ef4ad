from pathlib import Path

from pypdf import PdfWriter
from pypdf.generic import DecodedStreamObject, NameObject, TextStringObject

from narrate.model.metadata import Metadata
from narrate.read.pdf.document import load
from read.pdf.typeset import PROSE, pdf

XMP = b"""<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description xmlns:dc="http://purl.org/dc/elements/1.1/">
<dc:title><rdf:Alt><rdf:li>The Harbour Lamp</rdf:li></rdf:Alt></dc:title>
<dc:creator><rdf:Seq><rdf:li>Ada Quill</rdf:li></rdf:Seq></dc:creator>
</rdf:Description></rdf:RDF></x:xmpmeta>"""


def facts(folder: Path, info: dict[str, str], xmp: bytes = b"", language: str = "") -> Metadata:
    writer = PdfWriter()
    writer.append(pdf(folder, PROSE))
    writer.metadata = None
    writer.add_metadata(info)
    if xmp:
        stream = DecodedStreamObject()
        stream.set_data(xmp)
        writer.root_object[NameObject("/Metadata")] = writer._add_object(stream)  # noqa: SLF001 - no other way
    if language:
        writer.root_object[NameObject("/Lang")] = TextStringObject(language)
    writer.write(folder / "told.pdf")
    return load(folder / "told.pdf").metadata


def test_the_information_dictionary_and_the_catalog_are_read(tmp_path: Path) -> None:
    told = facts(tmp_path, {"/Title": "Die Lampe", "/Author": "Ada Quill"}, language="de-AT")
    assert (told.title, told.author, told.language) == ("Die Lampe", "Ada Quill", "de-AT")


def test_a_title_that_is_a_file_s_name_gives_way_to_the_xmp_packet(tmp_path: Path) -> None:
    told = facts(tmp_path, {"/Title": "Microsoft Word - lamp_v3.docx"}, XMP)
    assert (told.title, told.author) == ("The Harbour Lamp", "Ada Quill")


def test_a_broken_packet_tells_nothing(tmp_path: Path) -> None:
    assert facts(tmp_path, {"/Title": "lamp.pdf"}, XMP.replace(b"</rdf:RDF>", b"")).title == ""
