"""Contract tests for authors of plug-ins: inherit a class, give it your plug-in, run pytest."""
