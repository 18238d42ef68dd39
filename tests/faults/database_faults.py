"""Faults of the database: stopped, frozen, slow, cut off, locked, full."""

import contextlib
import subprocess
import time

import aftermath
import people
from cluster import wait_until
from health import Watched
from installation import is_ready
from load import Load
from proxy import Proxy
from setting import Setting


@contextlib.contextmanager
def loaded(setting: Setting, name: str, threads: int = 6):
    """Load while the block runs, its health watched; afterwards the usual questions, once the service is back."""
    with Watched(setting.ledger, setting.service, name), Load(setting, threads) as load:
        time.sleep(1)
        yield load
        time.sleep(1)
    aftermath.ask(setting, load)


def note_back(setting: Setting, after: str) -> None:
    """Back is who says ready, and answers a service."""
    begun = time.monotonic()
    client = setting.client(timeout=5)

    def answers() -> bool:
        if not is_ready(setting.service.port):
            return False
        person = setting.people.take(lambda person: person.codes and person.secret)
        if not person:
            return True
        proof, spends, facts = people.recovery_proof(person)
        answer = people.verify(client, setting.key, person, proof["code"], spends, **facts)
        setting.people.give(person)
        return answer.ok

    found = wait_until(answers, 30)
    setting.ledger.note("back", after=after, seconds=time.monotonic() - begun if found else float("inf"))


def stopped(setting: Setting) -> None:
    """Five times the database goes without a word, and comes back a second later."""
    for _ in range(5):
        with loaded(setting, "postgres stopped"):
            setting.cluster.stop("immediate")
            time.sleep(1)
            setting.cluster.start()
            note_back(setting, "an immediate stop of PostgreSQL")


def frozen(setting: Setting) -> None:
    """For a moment that nobody should notice much, and for one that is longer than every limit."""
    for seconds in (2, 15):
        # More than there are connections to the database.
        with loaded(setting, "postgres frozen", threads=16):
            setting.cluster.freeze()
            time.sleep(seconds)
            setting.cluster.thaw()
            note_back(setting, f"{seconds} s of a frozen PostgreSQL")


def slow_network(setting: Setting) -> None:
    """20 ms each way; then every connection is cut; then nothing passes for six seconds, and the connections stay open."""
    with Proxy(setting.cluster.port, 0.02) as proxy:
        setting.restart(NIGHTLATCH_DATABASE_URL=setting.cluster.url(setting.name, proxy.port))
        with loaded(setting, "slow network"):
            time.sleep(3)
            for _ in range(3):
                proxy.cut()
                note_back(setting, "all connections to PostgreSQL were cut")
        with loaded(setting, "silent network"):
            proxy.silent = True
            time.sleep(6)
            proxy.silent = False
            note_back(setting, "6 s of a silent network")
        setting.service.stop()


def pool_exhausted(setting: Setting) -> None:
    """Two connections, and for six seconds all that use them wait for a lock."""
    setting.restart(NIGHTLATCH_DATABASE_POOL="2")
    with loaded(setting, "pool exhausted", threads=16):
        lock = "BEGIN; LOCK TABLE users, api_keys IN ACCESS EXCLUSIVE MODE; SELECT pg_sleep(6); COMMIT"
        subprocess.run(["psql", "--no-psqlrc", "--quiet", setting.url, "--command", lock], stdout=subprocess.DEVNULL)
        note_back(setting, "6 s of an exhausted pool")


def disk_full(setting: Setting) -> None:
    """Nothing can be written any more; then there is room again. PostgreSQL itself may have ended: its own supervisor starts it."""
    ballast = setting.cluster.folder / "ballast"
    with loaded(setting, "disk full"):
        fill(ballast)
        time.sleep(5)
        ballast.unlink()
        if setting.cluster.run("pg_ctl", "status", "--pgdata", setting.cluster.data) != 0:
            setting.cluster.start()
        note_back(setting, "a full disk")


def failed_over(setting: Setting) -> None:
    """Three times the primary goes and its standby is promoted, there and back; then the other one follows again, under load."""
    setting.restart(NIGHTLATCH_HIGH_WATER=str(setting.folder / "high-water"))
    for _ in range(3):
        with loaded(setting, "failover"):
            seconds = setting.cluster.fail_over()
            note_back(setting, "a promotion")
            print(f"    promoted in {seconds:.1f} s")
            setting.cluster.pair_up()


def fill(ballast) -> None:
    with ballast.open("wb", buffering=0) as file:
        for size in (1 << 20, 4096):
            try:
                while True:
                    file.write(b"\0" * size)
            except OSError:
                continue
