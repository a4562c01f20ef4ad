"""Plain text: paragraphs, headings and scene breaks as writers have always typed them."""
