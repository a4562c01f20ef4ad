"""What was made once and need not be made again: bytes under the address of all that they depend on."""
