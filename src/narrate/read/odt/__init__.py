"""OpenDocument texts (ISO/IEC 26300), zipped as LibreOffice saves them, or flat."""
