#!/usr/bin/env python3
"""Asks a service for its health ten times a second, in a process of its own, until its input ends: one JSON line for each answer.

The clients' own threads would hold each other up, and be taken for the service's slowness. How long the threads that answer were
ready meanwhile, and had no core, is told as well: that much of an answer's time is not the service's.
"""

import json
import pathlib
import select
import subprocess
import sys
import time

if __name__ == "__main__":
    sys.path.insert(1, str(pathlib.Path(__file__).resolve().parent.parent.parent / "benches"))

import http.client

from installation import Connection

EVERY = 0.1
# As actix calls them.
ANSWERING = "actix-rt"


def watch(port: int, process: int) -> None:
    connection = Connection(port, timeout=5)
    while not select.select([sys.stdin], [], [], EVERY)[0]:
        before, begun = without_core(process), time.monotonic()
        try:
            status = connection.request("GET", "/healthz")[0]
        except (OSError, http.client.HTTPException):
            connection, status = Connection(port, timeout=5), 0
        seconds, after = time.monotonic() - begun, without_core(process)
        queued = max((after[thread] - before[thread] for thread in after.keys() & before.keys()), default=0)
        print(json.dumps({"status": status, "seconds": seconds, "queued": queued}))


def without_core(process: int) -> dict[str, float]:
    """So many seconds each thread that answers has been ready to run, and not run (`run_delay` of the kernel)."""
    found = {}
    for thread in pathlib.Path(f"/proc/{process}/task").glob("*"):
        try:
            if (thread / "comm").read_text().startswith(ANSWERING):
                found[thread.name] = int((thread / "schedstat").read_text().split()[1]) / 1e9
        except OSError:
            continue
    return found


class Watched:
    """Notes what the health was while the `with` block ran."""

    def __init__(self, ledger, service, scenario: str) -> None:
        self.ledger, self.service, self.scenario = ledger, service, scenario

    def __enter__(self) -> "Watched":
        command = [sys.executable, __file__, str(self.service.port), str(self.service.process.pid)]
        self.process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        return self

    def __exit__(self, *_) -> None:
        answers, _ = self.process.communicate()
        for line in answers.splitlines():
            self.ledger.note("health", scenario=self.scenario, **json.loads(line))


if __name__ == "__main__":
    watch(int(sys.argv[1]), int(sys.argv[2]))
