"""Turn stories and books into chaptered audiobooks on your own machine."""
