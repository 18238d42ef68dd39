"""A primary and its standby, which has every commit before a client hears of it. Whoever is asked says which one is which."""

import time

from cluster import Cluster, rows, wait_until
from installation import psql

ATTACHED = "SELECT FROM pg_stat_replication WHERE state = 'streaming' AND sync_state = 'sync'"


class Pair:
    """Stands where a cluster stands. Stopped and deleted when the `with` block ends."""

    def __init__(self) -> None:
        self.primary, self.standby = Cluster(), Cluster()
        self.ports = [self.primary.port, self.standby.port]

    def __enter__(self) -> "Pair":
        self.primary.__enter__()
        self.pair_up()
        return self

    def __exit__(self, *_) -> None:
        self.primary.__exit__()
        self.standby.__exit__()

    def pair_up(self) -> None:
        """From the time that the standby follows, no commit is told before the standby has it."""
        self.standby.begin_as_standby_of(self.primary)
        server = self.primary.url("postgres")
        psql(server, "ALTER SYSTEM SET synchronous_standby_names = '*'")
        rows(server, "SELECT pg_reload_conf()")
        if not wait_until(lambda: rows(server, ATTACHED), 30):
            raise SystemExit("the standby does not follow")

    def fail_over(self) -> float:
        """The primary goes without a word, and its standby takes its place; gives the seconds that it took."""
        begun = time.monotonic()
        self.primary.stop("immediate")
        self.standby.run("pg_ctl", "promote", "--pgdata", self.standby.data, "--wait", "--silent")
        self.primary, self.standby = self.standby, self.primary
        return time.monotonic() - begun

    def url(self, database: str) -> str:
        """Both; a client takes the one that can be written to."""
        hosts = ",".join(f"127.0.0.1:{port}" for port in self.ports)
        return f"postgresql://postgres@{hosts}/{database}?sslmode=disable&target_session_attrs=read-write"
