"""Files in, a `Book` out: the author's characters, their structure and their places."""
