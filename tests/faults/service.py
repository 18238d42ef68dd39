"""The service as a process that is killed and comes back."""

import os
import subprocess
import time

from installation import is_ready

BACK_WITHIN = 10.0


class Service:
    """One process of `nightlatch serve`."""

    def __init__(self, binary: str, settings: dict[str, str], log) -> None:
        self.command = [binary, "serve"]
        self.settings = settings
        self.log = log
        self.process: subprocess.Popen | None = None

    @property
    def port(self) -> int:
        return int(self.settings["NIGHTLATCH_BIND"].rpartition(":")[2])

    def start(self) -> None:
        self.process = subprocess.Popen(self.command, env=self.settings, stdout=self.log, stderr=self.log)

    def wait_until_ready(self, within: float = 3 * BACK_WITHIN) -> float:
        """Seconds until it was ready; infinite where it was not in time."""
        begun = time.monotonic()
        while time.monotonic() - begun < within:
            if is_ready(self.port):
                return time.monotonic() - begun
            if self.process and self.process.poll() is not None:
                return float("inf")
            time.sleep(0.02)
        return float("inf")

    def kill(self) -> None:
        """SIGKILL: it has no moment to finish anything."""
        if self.process:
            self.process.kill()
            self.process.wait()

    def stop(self) -> None:
        if self.process and self.process.poll() is None:
            self.process.terminate()
            try:
                self.process.wait(timeout=15)
            except subprocess.TimeoutExpired:
                self.kill()

    def file_descriptors(self) -> int:
        return len(os.listdir(f"/proc/{self.process.pid}/fd"))

    def __enter__(self) -> "Service":
        self.start()
        if self.wait_until_ready() == float("inf"):
            raise SystemExit("the service has not started; see the log beside the ledger")
        return self

    def __exit__(self, *_) -> None:
        self.stop()
