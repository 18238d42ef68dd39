"""The scenarios, and the one that is named first: the service killed again and again. Each says what is broken, how it comes back, and what has to hold."""

import random
import time
from collections.abc import Callable
from dataclasses import dataclass

import aftermath
import database_faults
import people
import replicas
import service_faults
from cluster import wait_until
from load import Change, Load
from managed import Managed
from pair import Pair
from setting import Setting

PATRONI = ("patroni", "etcd", "/usr/sbin/haproxy")


@dataclass(frozen=True)
class Scenario:
    """`run` breaks something under load, mends it, and asks afterwards; what it measured it notes in the ledger."""

    name: str
    # Which of them it puts to the test, as "I1-I4, I8": a run that judges one of these nowhere has failed.
    invariants: str
    seconds: float
    run: Callable[[Setting], None]
    enrolled: int = 24
    newcomers: int = 3
    plants: bool = False
    # Of the file system on which its database is, where that is to be a small one.
    room: str = ""
    # What its database is, where that is not a single cluster.
    database: Callable | None = None
    # Whether it begins with the previous release.
    upgrades: bool = False
    # What has to be installed for it.
    programs: tuple[str, ...] = ()

    def named_invariants(self) -> list[str]:
        named = []
        for part in self.invariants.split(", "):
            first, _, last = part.partition("-")
            named += [f"I{number}" for number in range(int(first[1:]), int((last or first)[1:]) + 1)]
        return named


def kill(rounds: int, name: str = "kill -9", plants: bool = False) -> Scenario:
    """`kill -9` again and again, each time somewhere else in what is going on."""

    def run(setting: Setting) -> None:
        for _ in range(rounds):
            with Load(setting) as load:
                time.sleep(random.uniform(0.15, 0.7))
                setting.service.kill()
            setting.service.start()
            setting.ledger.note("back", after="kill -9", seconds=setting.service.wait_until_ready())
            aftermath.ask(setting, load)
        if plants:
            do_all_of_it(setting)

    return Scenario(name, "I1-I8", 60 + 4.0 * rounds, run, 40 + rounds, 5 + rounds // 2, plants)


def do_all_of_it(setting: Setting) -> None:
    """What is planted needs one of everything beside it, whatever the rounds have come to."""
    load, client = Load(setting, threads=0), setting.client()
    fits = lambda person: len(person.codes) > 3 and person.next_step() and person.can_fail()
    # Where every code of now is used up, the next one comes.
    wait_until(lambda: any(map(fits, setting.people.free)), 60)
    person = setting.people.take(fits)
    for _ in range(2):
        people.sign_in(client, person, with_code=False)
    load.end_one(client, person)
    old = list(person.codes)
    load.changes.append(Change(people.regenerate(client, person, person.sessions[-1]), person, old_codes=old))
    aftermath.ask(setting, load)
    wait_until(lambda: any(map(fits, setting.people.free)), 60)
    load.sign_in(client)
    wait_until(lambda: any(map(fits, setting.people.free)), 60)
    load.verify(client)
    load.guess(client)
    load.changes, load.ended = [], []
    aftermath.ask(setting, load)


def all_of_them(rounds: int) -> list[Scenario]:
    return [
        kill(5, "planted violations", plants=True),
        kill(rounds),
        Scenario("postgres stopped", "I1-I9", 120, database_faults.stopped, 60),
        Scenario("postgres frozen", "I1-I9", 120, database_faults.frozen, 150),
        Scenario("slow network", "I1-I9", 120, database_faults.slow_network, 60),
        Scenario("pool exhausted", "I4, I8, I9", 60, database_faults.pool_exhausted, 100),
        Scenario("disk full", "I3, I4, I6, I8, I9", 90, database_faults.disk_full, 60, room="192m"),
        Scenario("replicas raced", "I2, I3, I5", 60, service_faults.raced, 30),
        Scenario("failover", "I1-I9", 180, database_faults.failed_over, 120, database=Pair),
        Scenario("Patroni's failover", "I1-I9", 300, database_faults.failed_over, 200, database=Managed, programs=PATRONI),
        Scenario("rolling restart", "I1-I9", 120, replicas.rolled, 80),
        Scenario("upgrade", "I1-I9", 180, replicas.upgraded, 120, upgrades=True),
        Scenario("clock stepped", "I1, I4, I7", 60, service_faults.clock_stepped, 40, programs=("faketime",)),
        Scenario("slow clients", "I9", 90, service_faults.slow_clients, 60),
        Scenario("mail down", "I3, I4, I6, I9", 60, service_faults.mail_down, 60),
        Scenario("schemas", "I3, I4, I8", 90, service_faults.schemas, 2, 0),
    ]
