"""Markdown: CommonMark, tables and front matter, every word with its place in the source."""
