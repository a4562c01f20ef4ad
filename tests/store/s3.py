"""An S3 server on loopback, as real as moto's."""

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from urllib.request import Request, urlopen

SERVER = """
import os, sys, time
from moto.server import ThreadedMotoServer
server = ThreadedMotoServer("127.0.0.1", port=0, verbose=False)
server.start()
print(server.get_host_and_port()[1], flush=True)
parent = os.getppid()
while os.getppid() == parent:
    time.sleep(1)
"""
"""Serves until it is ended, or whoever started it is gone."""


@contextmanager
def server() -> Iterator[dict[str, str]]:
    """Start a server; yield the environment that leads to it, with a bucket called `books`."""
    import s3fs

    with subprocess.Popen(
        [sys.executable, "-W", "ignore", "-c", SERVER],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    ) as process:
        assert process.stdout
        endpoint = f"http://127.0.0.1:{int(process.stdout.readline())}"
        urlopen(Request(f"{endpoint}/books", method="PUT")).close()  # noqa: S310 - our own server
        s3fs.S3FileSystem.clear_instance_cache()  # clients keep the address of the server that they met first
        yield {
            "AWS_ENDPOINT_URL": endpoint,
            "AWS_ACCESS_KEY_ID": "reader",
            "AWS_SECRET_ACCESS_KEY": "of books",
            "AWS_DEFAULT_REGION": "us-east-1",
            "AWS_EC2_METADATA_DISABLED": "true",
        }
        process.terminate()
