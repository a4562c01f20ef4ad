"""HTML: the text of a page, without what surrounds it on the web."""
