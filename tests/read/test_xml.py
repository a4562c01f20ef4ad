import pytest

from narrate.errors import DamagedBook, UnsafeBook
from narrate.read.xml import parse

LAUGHS = (
    b'<!DOCTYPE a [<!ENTITY b "ha"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;">'
    b'<!ENTITY d "&c;&c;&c;&c;&c;&c;&c;&c;">]><a b="&d;">&d;</a>'
)
OUTSIDE = b'<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/hostname">]><a>&b;</a>'


@pytest.mark.parametrize("data", [LAUGHS, OUTSIDE, OUTSIDE.decode().encode("utf-16")])
def test_entities_of_ones_own_are_refused(data: bytes) -> None:
    with pytest.raises(UnsafeBook, match=r"book\.epub, a\.xhtml: this part declares XML entities"):
        parse(data, "book.epub, a.xhtml")


def test_an_outside_dtd_is_not_fetched_and_html_entities_are_known() -> None:
    doctype = b'<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.1//EN" "http://127.0.0.1:9/xhtml11.dtd">'
    assert parse(doctype + b"<p>a&nbsp;b&mdash;&amp;</p>", "a").text == "a\xa0b—&"
    assert parse(b"<p>a&nbsp;b</p>", "a").text == "a\xa0b"


def test_encodings_are_taken_from_the_declaration() -> None:
    data = '<?xml version="1.0" encoding="iso-8859-1"?><p>café</p>'.encode("latin-1")
    assert parse(data, "a").text == "café"


def test_what_is_not_well_formed_is_refused_with_its_place() -> None:
    with pytest.raises(DamagedBook, match=r"b\.fb2: this is no well-formed XML .*line 1"):
        parse(b"<p><b>x</p>", "b.fb2")
