"""What is spoken for what is printed: plain functions in an ordered tuple."""
