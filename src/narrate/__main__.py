"""`python -m narrate` and the `narrate` command."""

from narrate.cli.app import main

if __name__ == "__main__":
    main()
