"""Clips in, a `Recording` out: trimmed, stitched, levelled and encoded on one sample clock."""
