"""An installation to break: its database, its service, its people, and the key of a service that verifies."""

import contextlib
import os
import pathlib
import sys
import time
from dataclasses import dataclass, field

import people
from client import Client, claims
from cluster import Cluster, free_port
from installation import database, prepare
from ledger import Ledger
from people import People, Person, Session
from service import Service

ADMINISTRATOR, PASSWORD = "root@example.org", people.new_password()
NAME = "nightlatch_faults"


@dataclass
class Setting:
    """Everything that a scenario works with."""

    binary: str
    cluster: Cluster
    url: str
    settings: dict[str, str]
    folder: pathlib.Path
    log: object
    ledger: Ledger
    service: Service
    name: str = NAME
    key: str = ""
    people: People = field(default_factory=People)
    newcomers: list[Person] = field(default_factory=list)
    # Where a balancer stands before several services, all of them.
    replicas: list[Service] = field(default_factory=list)
    # The program that takes the place of this one, in an upgrade.
    newer: str = ""

    def client(self, timeout: float = 20) -> Client:
        return Client(self.service.port, self.ledger, timeout, self.replicas)

    def another(self, binary: str = "", **settings: str) -> Service:
        """One more service on the same database, with some settings changed and a port of its own."""
        changed = self.settings | {"NIGHTLATCH_BIND": f"127.0.0.1:{free_port()}"} | settings
        return Service(binary or self.binary, changed, self.log)

    def restart(self, **settings: str) -> None:
        """Starts the service anew with some settings changed."""
        self.service.stop()
        self.service.settings = self.settings | settings
        self.service.start()
        if self.service.wait_until_ready() == float("inf"):
            sys.exit("the service has not started again; see its log beside the ledger")


@contextlib.contextmanager
def prepared(binary: str, folder: pathlib.Path, cluster: Cluster, enrolled: int, newcomers: int):
    """A service that runs, with so many people who have a second factor, and so many who have none yet."""
    os.environ["NIGHTLATCH_TEST_DATABASE_URL"] = cluster.url("postgres")
    folder.mkdir(parents=True, exist_ok=True)
    with database(NAME) as url, (folder / "service.log").open("w") as log:
        settings = prepare(binary, url, str(folder), ADMINISTRATOR, PASSWORD)
        # The hashing of passwords is not what is tried here.
        settings |= {"NIGHTLATCH_INSECURE_DEV": "1", "NIGHTLATCH_BCRYPT_COST": "4", "NIGHTLATCH_LOG": "warn"}
        ledger = Ledger(folder / "ledger.jsonl")
        with Service(binary, settings, log) as service:
            setting = Setting(binary, cluster, url, settings, folder, log, ledger, service)
            populate(setting, enrolled, newcomers)
            yield setting


def populate(setting: Setting, enrolled: int, newcomers: int) -> None:
    print(f"    making {enrolled + newcomers} users", file=sys.stderr)
    client = setting.client()
    root = Person(ADMINISTRATOR, PASSWORD)
    session = enroll(client, root)
    key = client.ask(
        "key",
        "POST",
        "/v1/api-keys",
        {
            "name": "Faults",
            "scopes": ["verify", "verify.explain"],
            "callsPerMinute": 600_000,
        },
        session.access,
    )
    setting.key = expect(key)["key"]
    for number in range(enrolled + newcomers):
        person = Person(f"user{number}@example.org", people.new_password())
        body = {"email": person.email, "password": person.password, "displayName": f"User {number}", "roles": ["member"]}
        session = fresh(client, root, session)
        person.id = expect(client.ask("user", "POST", "/v1/users", body, session.access))["id"]
        if number < newcomers:
            setting.newcomers.append(person)
        else:
            enroll(client, person)
            setting.people.give(person)


def enroll(client: Client, person: Person) -> Session:
    expect(people_login(client, person))
    session = person.sessions.pop()
    begun = people.begin(client, person, session)
    expect(people.confirm(client, person, session, begun))
    return person.sessions[-1]


def people_login(client: Client, person: Person):
    answer = people.log_in(client, person)
    people.keep(person, answer)
    return answer


def fresh(client: Client, person: Person, session: Session) -> Session:
    """An access token lives five minutes."""
    if time.time() < claims_end(session.access) - 60:
        return session
    expect(people.refresh(client, person, session))
    return person.sessions[-1]


def claims_end(token: str) -> float:
    return claims(token)["exp"]


def expect(answer) -> dict:
    if not answer.ok:
        sys.exit(f"setting up failed: {answer.status} {answer.body}")
    return answer.body
