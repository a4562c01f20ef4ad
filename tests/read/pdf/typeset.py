"""PDF documents for the tests, set by a real typesetter."""

from pathlib import Path

import typst

BOOK = """
#set document(title: "The Harbour Lamp", author: "Ada Quill")
#set text(font: "Libertinus Serif", size: 10pt, lang: "en", hyphenate: true)
#set par(justify: true, first-line-indent: 1.5em, leading: 0.6em, spacing: 0.6em)
#set page(width: 105mm, height: 150mm, margin: (x: 14mm, y: 18mm), header: context {
  let n = counter(page).get().first()
  if n > 4 {
    set text(8pt)
    if calc.even(n) [#n | ADA QUILL] else [#h(1fr) THE HARBOUR LAMP | #n]
  }
})
#show heading.where(level: 1): it => {
  pagebreak(weak: true); v(20mm); align(center, text(16pt, it.body)); v(8mm)
}
"""
"""The style of a novel: running heads to the left and right, justified and hyphenated indented paragraphs."""

PROSE = (
    "The fishermen of the understated harbour had always believed that the lamp above the breakwater "
    "burned by itself, and nobody who had grown up within its yellowish circle would have considered "
    "questioning so comfortable an arrangement. Extraordinary circumstances, however, had brought a "
    "well-known clockmaker to the village; his responsibilities included inspecting machinery."
)
"""A paragraph that is broken at many hyphens and at one that is its own."""


def pdf(folder: Path, markup: str, name: str = "story.pdf") -> Path:
    """Set markup of Typst into a file."""
    path = folder / name
    path.write_bytes(typst.compile(markup.encode()))
    return path
