"""A book of our own that has, all at once, what real EPUBs are awkward in."""

from read.epub.epubs import Epub, entry, nav, xhtml

ENGLISH = 'xml:lang="en"'
FACTS = """
<dc:identifier>urn:isbn:9783161484100</dc:identifier>
<dc:title id="t">The Keeper of Bells</dc:title><meta refines="#t" property="title-type">main</meta>
<dc:title id="s">A Romance</dc:title><meta refines="#s" property="title-type">subtitle</meta>
<dc:creator id="a">Ada Quill</dc:creator><meta refines="#a" property="role">aut</meta>
<dc:language>en</dc:language><dc:date>1903</dc:date><dc:publisher>Bell Press</dc:publisher>
"""
NAV = nav(
    entry("cover.xhtml", "Cover")
    + entry("title.xhtml", "The Keeper of Bells")
    + entry("imprint.xhtml", "Copyright")
    + entry("text/preface.xhtml", "Preface")
    + entry(
        "text/part1.xhtml",
        "Part One: Brass",
        entry("text/one.xhtml", "I. The Tower", entry("text/one.xhtml#noon", "Noon"))
        + entry("text/two.xhtml#two", "II. The Rope"),
    )
    + "<li><span>Part Two: Iron</span><ol>"
    + entry("text/two.xhtml#three", "III. The Fall")
    + "</ol></li>"
    + entry("text/afterword.xhtml", "Afterword")
    + entry("notes.xhtml", "Notes")
    + entry("index.xhtml", "Index"),
    '<nav epub:type="landmarks" hidden=""><ol><li><a epub:type="bodymatter" href="text/one.xhtml">Go</a></li>'
    "</ol></nav>",
)
COVER = xhtml(
    '<svg xmlns="http://www.w3.org/2000/svg"><title>Cover</title><image href="cover.jpg"/></svg>', ENGLISH
)
TITLE = xhtml("<p>The Keeper of Bells</p><p>A Romance</p><p>by</p><p>Ada Quill</p>", ENGLISH)
IMPRINT = xhtml("<p>Copyright © 1903 Ada Quill.<br/>All rights reserved.<br/>ISBN 9783161484100</p>", ENGLISH)
CONTENTS = xhtml(
    '<h2>What Is Here</h2><p><a href="text/one.xhtml">The Tower</a></p>'
    '<p><a href="text/two.xhtml">The Rope</a></p>'
    '<p><a href="text/two.xhtml#three">The Fall</a></p><p><a href="text/afterword.xhtml">Afterword</a></p>',
    ENGLISH,
)
PREFACE = xhtml("<h2>Preface</h2><p>Bells do not lie.</p>", ENGLISH)
PART = xhtml(
    '<section epub:type="part"><h1>Part One<br/>Brass</h1><blockquote>Ring, then.</blockquote></section>',
    ENGLISH,
)
ONE = xhtml(
    '<section epub:type="chapter"><h2>I</h2><h2>The Tower</h2>'
    '<p class="first"><span class="drop">T</span><span class="caps">HE BELL</span> of St. Ives'
    '<a epub:type="noteref" href="../notes.xhtml#n1"><sup>1</sup></a>'
    ' was cra<span epub:type="pagebreak" title="7">7</span>cked.</p>'
    '<p>“<i xml:lang="fr">Mon Dieu</i>,” said the keep&shy;er,&nbsp;“who <b>r</b>ang?”</p><p>❦</p>'
    '<h3 id="noon">Noon</h3><div class="poem"><p>O bell,</p><p>O bell so high,</p></div>'
    '<figure><img src="bell.png" alt=""/><figcaption>The bell.</figcaption></figure>'
    "<table><tr><th>Bell</th><th>Weight</th></tr><tr><td>Tom</td><td>2 tons</td></tr></table>"
    '<p hidden="hidden">Seen by nobody.</p></section>',
    ENGLISH,
)
TWO = (
    "<html xmlns='http://www.w3.org/1999/xhtml'><head><title>x</title></head><body>"
    "<p id='two' class='t'>II<p class='t'>The Rope<p>It hung<br>by one <em>thread</em> & swung"
    "<sup><a id='r2' href='../notes.xhtml#n2'>*</a></sup>.<p>Then"
    "<hr><p>it broke.<p id='three' class='t'>III. The Fall<p>Nobody heard it.</body></html>"
)
AFTERWORD = '<?xml version="1.0" encoding="iso-8859-1"?>' + xhtml(
    "<h2>Afterword</h2><p>The café is gone.</p>", ENGLISH
)
NOTES = xhtml(
    '<section epub:type="endnotes"><h2>Notes</h2><ol><li epub:type="endnote" id="n1"><p>In Cornwall.'
    ' <a epub:type="backlink" href="text/one.xhtml">Back</a></p></li></ol>'
    '<div><p><a id="n2" href="text/two.xhtml#r2">*</a> Of hemp.</p></div></section>',
    ENGLISH,
)
INDEX = xhtml("<h2>Index</h2><ul><li>bell, 7</li><li>rope, 9</li></ul>", ENGLISH)
MAP = xhtml("<p>A map of the parish.</p>", ENGLISH)

AWKWARD = Epub(
    {
        "cover.xhtml": COVER,
        "title.xhtml": TITLE,
        "imprint.xhtml": IMPRINT,
        "contents.xhtml": CONTENTS,
        "text/preface.xhtml": PREFACE,
        "text/part1.xhtml": PART,
        "text/one.xhtml": ONE,
        "map.xhtml": MAP,
        "text/two.xhtml": TWO,
        "text/lost.xhtml": "",
        "text/afterword.xhtml": AFTERWORD.encode("latin-1"),
        "notes.xhtml": NOTES,
        "index.xhtml": INDEX,
    },
    facts=FACTS,
    nav=NAV,
    guide='<reference type="cover" href="cover.xhtml"/>',
    outside=("map.xhtml", "cover.xhtml"),
    parts={"mimetype": "text/plain"},
)
