"""A `Book` in, a `Script` out: pure, no sound and no file."""
