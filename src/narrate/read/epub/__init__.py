"""EPUB 2 and 3: a zip file with pages in it, their order, and a table of contents."""
