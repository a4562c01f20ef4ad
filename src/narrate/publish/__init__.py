"""A `Recording` in, finished files out: one format, one module."""
