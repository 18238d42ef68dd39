"""The clients' ledger: what was asked is written before it is sent, and what came of it afterwards."""

import json
import pathlib
import threading
import time
import uuid

OK, REFUSED, UNKNOWN = "ok", "refused", "unknown"


class Ledger:
    """A file of JSON lines that only grows. A request is known by its id, which it carries as `x-request-id`."""

    def __init__(self, path: pathlib.Path) -> None:
        self.path = path
        self.file = path.open("a", encoding="utf-8")
        self.lock = threading.Lock()

    def intend(self, operation: str, **facts) -> str:
        request = f"fault-{uuid.uuid4()}"
        self.write({"line": "intent", "id": request, "operation": operation, "at": time.time(), **facts})
        return request

    def conclude(self, request: str, outcome: str, **facts) -> None:
        self.write({"line": "outcome", "id": request, "outcome": outcome, **facts})

    def note(self, name: str, **facts) -> None:
        """Something measured that is no request of a client: a recovery, an answer about the health."""
        self.write({"line": "note", "note": name, "at": time.time(), **facts})

    def write(self, line: dict) -> None:
        with self.lock:
            self.file.write(json.dumps(line) + "\n")
            self.file.flush()


def read(path: pathlib.Path) -> tuple[list[dict], list[dict]]:
    """The requests, each with its outcome (unknown where none was written), and the notes."""
    requests: dict[str, dict] = {}
    notes = []
    with path.open(encoding="utf-8") as lines:
        for line in map(json.loads, lines):
            match line.pop("line"):
                case "intent":
                    requests[line["id"]] = line | {"outcome": UNKNOWN}
                case "outcome":
                    requests[line["id"]] |= line
                case "note":
                    notes.append(line)
    return list(requests.values()), notes
