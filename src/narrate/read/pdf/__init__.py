"""PDF: from characters at places on pages back to the paragraphs that were set from."""
