"""The command line: one file a verb, one place that prints, one place that sets the exit code."""
