"""Lines in, clips out: engines, each in a process of its own."""
