"""Directions in a text, in the notation of SSML: found, taken out, and given to their words."""
