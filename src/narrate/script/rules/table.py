"""Lists of words, and what is said for what is printed, row by row."""


def table(rows: str) -> dict[str, str]:
    """Read pairs of what is printed and what is said; several ways to print one thing share its row.

    >>> table("Mr = Mister; Lt | Lieut = Lieutenant")
    {'Mr': 'Mister', 'Lt': 'Lieutenant', 'Lieut': 'Lieutenant'}
    """
    pairs = (row.split(" = ") for row in rows.replace("\n", ";").split(";") if row.strip())
    return {one.strip(): said.strip() for printed, said in pairs for one in printed.split(" | ")}


def listed(words: str) -> list[str]:
    """Read words in a row.

    >>> listed("Leo Paul")
    ['Leo', 'Paul']
    """
    return words.split()
