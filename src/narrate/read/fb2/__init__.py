"""FictionBook 2 (`FictionBook2.xsd`, gribuser.ru/xml/fictionbook/2.0), bare or zipped."""
