"""Word documents: WordprocessingML in a zip file (ECMA-376, ISO/IEC 29500)."""
