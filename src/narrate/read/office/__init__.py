"""What documents of styled paragraphs share, whether Word, LibreOffice or FictionBook wrote them."""
