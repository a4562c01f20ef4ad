"""The engines that ship with narrate."""
