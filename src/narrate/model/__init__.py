"""The nouns that the rooms hand to each other: frozen, slotted and picklable."""
