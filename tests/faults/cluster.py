"""A PostgreSQL cluster of its own that keeps what it has committed, and that can be stopped, frozen and filled."""

import json
import os
import pathlib
import pwd
import shutil
import signal
import socket
import subprocess
import tempfile
import time
import contextlib

# What a production server has: nothing that was committed may be lost.
DURABLE = ["fsync=on", "full_page_writes=on", "synchronous_commit=on"]
OTHERS = [
    "max_connections=120",
    "unix_socket_permissions=0700",
    "listen_addresses=127.0.0.1",
    "min_wal_size=32MB",
    "max_wal_size=64MB",
]


class Cluster:
    """Stopped and deleted when the `with` block ends."""

    def __init__(self, room: str = "") -> None:
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="nightlatch-faults.", dir="/tmp"))
        self.is_mounted = bool(room)
        if room:
            subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={room},mode=0700", "nightlatch-faults", self.folder], check=True)
        self.data = self.folder / "data"
        self.port = free_port()
        self.programs = server_programs()
        self.owner = None
        if os.geteuid() == 0:
            # PostgreSQL refuses to run as root.
            self.owner = "postgres" if has_account("postgres") else "nobody"
            shutil.chown(self.folder, self.owner)

    def __enter__(self) -> "Cluster":
        try:
            self.run(
                "initdb",
                "--pgdata",
                self.data,
                "--username",
                "postgres",
                "--auth",
                "trust",
                "--encoding",
                "UTF8",
                "--locale",
                "C.UTF-8",
            )
            self.start()
        except BaseException:
            self.__exit__()
            raise
        return self

    def __exit__(self, *_) -> None:
        self.thaw()
        self.stop("immediate")
        if self.is_mounted:
            subprocess.run(["umount", self.folder])
        shutil.rmtree(self.folder, ignore_errors=True)

    def start(self) -> bool:
        settings = [*DURABLE, *OTHERS, f"port={self.port}", f"unix_socket_directories={self.folder}"]
        options = " ".join(f"-c {setting}" for setting in settings)
        return (
            self.run(
                "pg_ctl",
                "start",
                "--pgdata",
                self.data,
                "--log",
                self.folder / "log",
                "--wait",
                "--silent",
                "--options",
                options,
            )
            == 0
        )

    def begin_as_standby_of(self, primary: "Cluster") -> None:
        """With a copy of all that the other one has; what it had is gone."""
        shutil.rmtree(self.data, ignore_errors=True)
        source = ["--host", primary.folder, "--port", str(primary.port), "--username", "postgres"]
        self.run("pg_basebackup", "--pgdata", self.data, "--write-recovery-conf", "--checkpoint", "fast", *source)
        self.start()

    def stop(self, mode: str) -> None:
        self.run("pg_ctl", "stop", "--pgdata", self.data, "--mode", mode, "--silent")

    def freeze(self) -> None:
        self.signal(signal.SIGSTOP)

    def thaw(self) -> None:
        self.signal(signal.SIGCONT)

    def signal(self, number: int) -> None:
        for process in self.processes():
            with contextlib.suppress(ProcessLookupError):
                os.kill(process, number)

    def processes(self) -> list[int]:
        """The postmaster and all that it has begun."""
        try:
            first = int((self.data / "postmaster.pid").read_text().split()[0])
        except (FileNotFoundError, IndexError):
            return []
        children = subprocess.run(["ps", "-o", "pid=", "--ppid", str(first)], capture_output=True, text=True)
        return [first, *map(int, children.stdout.split())]

    def url(self, database: str, port: int | None = None) -> str:
        """By the socket; with a port, by way of whoever listens there."""
        if port:
            return f"postgresql://postgres@127.0.0.1:{port}/{database}?sslmode=disable"
        return f"postgresql:///{database}?host={self.folder}&port={self.port}&user=postgres"

    def run(self, program: str, *arguments) -> int:
        as_owner = ["runuser", "-u", self.owner, "--"] if self.owner else []
        environment = {name: value for name, value in os.environ.items() if not name.startswith("PG")}
        command = [*as_owner, self.programs / program, *arguments]
        return subprocess.run(
            command, cwd=self.folder, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        ).returncode


def rows(url: str, query: str) -> list[dict]:
    """What a query finds."""
    wrapped = f"SELECT coalesce(json_agg(t), '[]') FROM ({query}) AS t"
    command = [
        "psql",
        "--no-psqlrc",
        "--quiet",
        "--tuples-only",
        "--no-align",
        "--set",
        "ON_ERROR_STOP=1",
        url,
        "--command",
        wrapped,
    ]
    return json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)


def wait_until(is_so, seconds: float) -> bool:
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if is_so():
            return True
        time.sleep(0.05)
    return False


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as free:
        return free.getsockname()[1]


def has_account(name: str) -> bool:
    try:
        return bool(pwd.getpwnam(name))
    except KeyError:
        return False


def server_programs() -> pathlib.Path:
    """Debian keeps them out of the PATH; the newest version wins."""
    found = sorted(pathlib.Path("/usr/lib/postgresql").glob("*/bin"), key=lambda folder: int(folder.parent.name))
    return found[-1] if found else pathlib.Path(shutil.which("initdb") or exit("no PostgreSQL server found")).parent
