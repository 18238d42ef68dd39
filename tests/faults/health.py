#!/usr/bin/env python3
"""Asks a service for its health ten times a second, in a process of its own, until its input ends: one JSON line for each answer.

The clients' own threads would hold each other up, and be taken for the service's slowness.
"""

import json
import pathlib
import select
import subprocess
import sys
import time

if __name__ == "__main__":
    sys.path.insert(1, str(pathlib.Path(__file__).resolve().parent.parent.parent / "benches"))

import http.client  # noqa: E402

from installation import Connection  # noqa: E402

EVERY = 0.1


def watch(port: int) -> None:
    connection = Connection(port, timeout=5)
    while not select.select([sys.stdin], [], [], EVERY)[0]:
        begun = time.monotonic()
        try:
            status = connection.request("GET", "/healthz")[0]
        except (OSError, http.client.HTTPException):
            connection, status = Connection(port, timeout=5), 0
        print(json.dumps({"status": status, "seconds": time.monotonic() - begun}))


class Watched:
    """Notes what the health was while the `with` block ran."""

    def __init__(self, ledger, port: int, scenario: str) -> None:
        self.ledger, self.port, self.scenario = ledger, port, scenario

    def __enter__(self) -> "Watched":
        command = [sys.executable, __file__, str(self.port)]
        self.process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        return self

    def __exit__(self, *_) -> None:
        answers, _ = self.process.communicate()
        for line in answers.splitlines():
            self.ledger.note("health", scenario=self.scenario, **json.loads(line))


if __name__ == "__main__":
    watch(int(sys.argv[1]))
