"""The corridor: paths in, audiobooks out.

`plan` reads and writes the script, `record` has it spoken and encoded, `publish` writes the files, `build`
calls them in turn; `work` is what workers do, `stage` what they are told.
"""
