"""A pair that Patroni looks after, which agrees by etcd on who is primary; HAProxy leads to whoever that is."""

import contextlib
import http.client
import json
import os
import pathlib
import shutil
import signal
import subprocess
import tempfile
import time

from cluster import DURABLE, OTHERS, free_port, has_account, server_programs, wait_until

# In seconds, as short as Patroni allows: after `ttl` without a word of the primary another one may take its place.
TTL, LOOP, RETRY = 20, 2, 3
HAPROXY = """
defaults
    mode tcp
    timeout connect 2s
    timeout client 30m
    timeout server 30m
listen primary
    bind 127.0.0.1:{port}
    option httpchk GET /primary
    default-server inter 500ms fall 2 rise 1 on-marked-down shutdown-sessions
{servers}
"""


class Node:
    """One of the two: a Patroni with its PostgreSQL."""

    def __init__(self, name: str, folder: pathlib.Path, etcd: int, run) -> None:
        self.name, self.folder, self.run = name, folder, run
        self.port, self.api = free_port(), free_port()
        self.process: subprocess.Popen | None = None
        self.file = folder / f"{name}.json"
        # Patroni reads YAML, and JSON is that too.
        self.file.write_text(json.dumps(self.configuration(etcd)))

    @property
    def data(self) -> pathlib.Path:
        return self.folder / self.name

    def configuration(self, etcd: int) -> dict:
        parameters = dict(setting.split("=", 1) for setting in [*DURABLE, *OTHERS])
        parameters["unix_socket_directories"] = str(self.folder)
        trusted = ["local all all trust", "host all all 127.0.0.1/32 trust", "host replication all 127.0.0.1/32 trust"]
        return {
            "scope": "nightlatch",
            "name": self.name,
            "restapi": {"listen": f"127.0.0.1:{self.api}", "connect_address": f"127.0.0.1:{self.api}"},
            "etcd3": {"host": f"127.0.0.1:{etcd}"},
            "bootstrap": {
                "dcs": {
                    "ttl": TTL,
                    "loop_wait": LOOP,
                    "retry_timeout": RETRY,
                    # Only a standby that has every commit is promoted.
                    "synchronous_mode": True,
                    "postgresql": {"use_pg_rewind": True, "parameters": parameters},
                },
                "initdb": [{"encoding": "UTF8"}, {"locale": "C.UTF-8"}, {"auth": "trust"}],
            },
            "postgresql": {
                "listen": f"127.0.0.1:{self.port}",
                "connect_address": f"127.0.0.1:{self.port}",
                "data_dir": str(self.data),
                "bin_dir": str(server_programs()),
                "pgpass": str(self.folder / f"{self.name}.pgpass"),
                "pg_hba": trusted,
                "authentication": {"superuser": {"username": "postgres"}, "replication": {"username": "postgres"}},
            },
        }

    def start(self) -> None:
        self.process = self.run("patroni", self.file)

    def kill(self) -> None:
        """As if its machine were gone: nothing of it has a moment to finish anything."""
        running = [self.process.pid] if self.process and self.process.poll() is None else []
        for process in [*running, *self.postgres()]:
            with contextlib.suppress(ProcessLookupError):
                os.kill(process, signal.SIGKILL)
        if self.process:
            self.process.wait()

    def postgres(self) -> list[int]:
        """Its postmaster and all that it has begun, whether or not its Patroni lives. The file may be of one that is gone."""
        try:
            first = int((self.data / "postmaster.pid").read_text().split()[0])
            if not pathlib.Path(f"/proc/{first}/cwd").samefile(self.data):
                return []
        except (FileNotFoundError, IndexError):
            return []
        children = subprocess.run(["ps", "-o", "pid=", "--ppid", str(first)], capture_output=True, text=True)
        return [first, *map(int, children.stdout.split())]

    def plays(self, role: str) -> bool:
        """Whether it is the `primary`, or a `synchronous` standby."""
        connection = http.client.HTTPConnection("127.0.0.1", self.api, timeout=2)
        try:
            connection.request("GET", f"/{role}")
            return connection.getresponse().status == 200
        except OSError:
            return False
        finally:
            connection.close()


class Managed:
    """Stands where a pair stands. Stopped and deleted when the `with` block ends."""

    def __init__(self) -> None:
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="nightlatch-faults.", dir="/tmp"))
        self.owner = None
        if os.geteuid() == 0:
            # PostgreSQL refuses to run as root.
            self.owner = "postgres" if has_account("postgres") else "nobody"
            shutil.chown(self.folder, self.owner)
        self.processes: list[subprocess.Popen] = []
        self.port, self.etcd = free_port(), free_port()
        self.nodes = [Node(name, self.folder, self.etcd, self.run) for name in ("one", "two")]

    def __enter__(self) -> "Managed":
        try:
            self.begin_etcd()
            for node in self.nodes:
                node.start()
                self.expect(lambda: any(node.plays("primary") for node in self.nodes), "there is no primary", 60)
            self.pair_up()
            self.begin_haproxy()
        except BaseException:
            self.__exit__()
            raise
        return self

    def __exit__(self, *_) -> None:
        for node in self.nodes:
            node.kill()
        for process in self.processes:
            process.kill()
            process.wait()
        shutil.rmtree(self.folder, ignore_errors=True)

    def begin_etcd(self) -> None:
        client, peer = f"http://127.0.0.1:{self.etcd}", f"http://127.0.0.1:{free_port()}"
        addresses = ["--listen-client-urls", client, "--advertise-client-urls", client, "--listen-peer-urls", peer]
        cluster = ["--initial-advertise-peer-urls", peer, "--initial-cluster", f"default={peer}"]
        etcd = self.run("etcd", "--data-dir", self.folder / "etcd", *addresses, *cluster)
        self.processes.append(etcd)

    def begin_haproxy(self) -> None:
        servers = [f"    server {node.name} 127.0.0.1:{node.port} check port {node.api}" for node in self.nodes]
        file = self.folder / "haproxy.cfg"
        file.write_text(HAPROXY.format(port=self.port, servers="\n".join(servers)))
        self.processes.append(self.run("/usr/sbin/haproxy", "-db", "-f", file))
        self.expect(self.leads_to_a_primary, "HAProxy leads nowhere", 10)

    def pair_up(self) -> None:
        """Whoever is down comes back, and follows: from then on no commit is told before the standby has it."""
        for node in self.nodes:
            if node.process.poll() is not None:
                node.start()
        self.expect(lambda: any(node.plays("synchronous") for node in self.nodes), "the standby does not follow", 60)

    def fail_over(self) -> float:
        """The primary goes without a word; gives the seconds until its standby is primary, and reached."""
        begun = time.monotonic()
        gone = next(node for node in self.nodes if node.plays("primary"))
        gone.kill()
        left = next(node for node in self.nodes if node is not gone)
        self.expect(lambda: left.plays("primary"), "the standby is not promoted", 3 * TTL)
        self.expect(self.leads_to_a_primary, "HAProxy does not lead to the new primary", 10)
        return time.monotonic() - begun

    def leads_to_a_primary(self) -> bool:
        """Each time: whom it has not asked yet it takes for one, and turns to both by turns."""
        command = ["psql", "--no-psqlrc", "--quiet", "--tuples-only", "--no-align", self.url("postgres"), "--command"]
        ask = lambda: subprocess.run([*command, "SELECT pg_is_in_recovery()"], capture_output=True, text=True).stdout
        return all(ask().strip() == "f" for _ in self.nodes)

    def url(self, database: str) -> str:
        return f"postgresql://postgres@127.0.0.1:{self.port}/{database}?sslmode=disable"

    def expect(self, is_so, otherwise: str, seconds: float) -> None:
        if not wait_until(is_so, seconds):
            tail = (self.folder / "log").read_text()[-2000:]
            raise SystemExit(f"{otherwise}:\n{tail}")

    def run(self, program: str, *arguments) -> subprocess.Popen:
        as_owner = ["setpriv", "--reuid", self.owner, "--regid", self.owner, "--init-groups", "--"] if self.owner else []
        environment = {name: value for name, value in os.environ.items() if not name.startswith("PG")}
        with (self.folder / "log").open("a") as log:
            command = [*as_owner, program, *arguments]
            return subprocess.Popen(command, cwd=self.folder, env=environment, stdout=log, stderr=log)
