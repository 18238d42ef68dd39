"""Faults around the service: two replicas raced, clocks that are off, clients that drip, mail that is away, schemas that differ."""

import pathlib
import socket
import subprocess
import threading
import time

import aftermath
import people
import totp
from client import Client
from cluster import rows
from database_faults import loaded
from installation import Connection, is_ready, psql
from load import Spent
from people import Session
from service import Service
from setting import Setting

AT_ONCE = 50
BUDGET = 10


def raced(setting: Setting) -> None:
    """Fifty requests at once with the same thing, over two replicas; and fifty guesses with the right code among them."""
    with setting.another() as second:
        ports = [setting.service.port, second.port]
        for _ in range(3):
            race_code(setting, ports)
            race_recovery_code(setting, ports)
            race_refresh(setting, ports)
            guess(setting, ports)


def at_once(setting: Setting, ports: list[int], ask) -> None:
    barrier = threading.Barrier(AT_ONCE)

    def one(number: int) -> None:
        client = Client(ports[number % len(ports)], setting.ledger)
        client.connection.request("GET", "/healthz")
        barrier.wait()
        ask(client, number)

    threads = [threading.Thread(target=one, args=(number,)) for number in range(AT_ONCE)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


def race_code(setting: Setting, ports: list[int]) -> None:
    person = setting.people.take(lambda person: person.next_step() and person.secret)
    proof, spends, facts = people.totp_proof(person)
    at_once(setting, ports, lambda client, _: people.verify(client, setting.key, person, proof["code"], spends, **facts))


def race_recovery_code(setting: Setting, ports: list[int]) -> None:
    person = setting.people.take(lambda person: person.codes)
    proof, spends, facts = people.recovery_proof(person)
    at_once(setting, ports, lambda client, _: people.verify(client, setting.key, person, proof["code"], spends, **facts))


def race_refresh(setting: Setting, ports: list[int]) -> None:
    person = setting.people.take(lambda person: person.sessions)
    session = person.sessions.pop()
    at_once(setting, ports, lambda client, _: people.refresh(client, person, session))


def guess(setting: Setting, ports: list[int]) -> None:
    """Over the budget right and wrong look the same: at most ten verdicts, the right one among them."""
    person = setting.people.take(lambda person: person.next_step() and person.secret)
    proof, spends, facts = people.totp_proof(person)
    verdicts = []

    def ask(client: Client, number: int) -> None:
        right = number == AT_ONCE // 2
        code = proof["code"] if right else f"{number:06}"
        known = facts if right else {"digits": True}
        answer = people.verify(client, setting.key, person, code, spends if right else [], **known)
        verdicts.append(answer.ok or answer.body.get("reason") in ("wrongCode", "replayed"))

    at_once(setting, ports, ask)
    told = sum(verdicts)
    setting.ledger.note("holds", invariant="I5", holds=told <= BUDGET, what=f"{told} verdicts of a budget of {BUDGET}")


def clock_stepped(setting: Setting) -> None:
    """A replica 25 s ahead, one 25 s behind, and one an hour ahead, which has to say that it is not ready."""
    behind, ahead, far = (with_clock(setting, FAKETIME=offset) for offset in ("-25s", "+25s", "+1h"))
    replicas = [behind, ahead, far]
    for replica in replicas:
        replica.start()
    try:
        # A clock that is off by more than five seconds is told by `/readyz`, and no balancer sends anything there.
        for replica in replicas:
            wait_for_health(replica)
            ready = is_ready(replica.port)
            setting.ledger.note(
                "holds", invariant="I4", holds=not ready, what="a replica with a wrong clock says that it is ready"
            )
        for _ in range(8):
            ask_all(setting, behind, ahead)
    finally:
        for replica in replicas:
            replica.stop()
    step_while_it_runs(setting)


def with_clock(setting: Setting, **settings: str) -> Service:
    """A replica that is told another time of day; as where somebody sets it, the monotonic clock goes on."""
    library = next(pathlib.Path("/usr/lib").glob("*/faketime/libfaketimeMT.so.1"))
    return setting.another(LD_PRELOAD=str(library), DONT_FAKE_MONOTONIC="1", FAKETIME_DONT_FAKE_MONOTONIC="1", **settings)


def step_while_it_runs(setting: Setting) -> None:
    """One replica, whose clock goes back and forth by 25 s between the questions."""
    offset = setting.folder / "offset"
    offset.write_text("+0s")
    with with_clock(setting, FAKETIME_TIMESTAMP_FILE=str(offset), FAKETIME_NO_CACHE="1") as stepped:
        clients = [Client(service.port, setting.ledger) for service in (stepped, setting.service)]
        used = [use(setting, clients[0]) for _ in range(4)]
        for step in ("-25s", "+25s", "-25s", "+0s"):
            offset.write_text(step)
            for spent, session in used:
                for client in clients[: 1 if step != "+0s" else 2]:
                    aftermath.try_again(setting, client, spent, by_sign_in=False)
                    aftermath.use_ended(client, spent.person, session)


def use(setting: Setting, client: Client) -> tuple[Spent, Session]:
    """Somebody signs in and out again."""
    person = setting.people.take(lambda person: person.next_step() and person.secret and not person.failures)
    answer = people.sign_in(client, person)
    session = person.sessions.pop()
    people.end(client, person, session)
    return Spent(person, answer.id, totp.code(person.secret, person.last_step), person.last_step), session


def ask_all(setting: Setting, behind: Service, ahead: Service) -> None:
    """A code is used where the clock is right or ahead, and tried again on all; a session is ended on one, and used on all."""
    clients = [Client(service.port, setting.ledger) for service in (setting.service, behind, ahead)]
    first, _, later = clients
    for client in (first, later):
        person = setting.people.take(lambda person: person.next_step() and person.secret and person.can_fail())
        proof, spends, facts = people.totp_proof(person)
        answer = people.verify(client, setting.key, person, proof["code"], spends, **facts)
        for other in clients if answer.ok else []:
            aftermath.try_again(setting, other, Spent(person, answer.id, proof["code"], person.last_step), by_sign_in=False)
    person = setting.people.take(lambda person: person.sessions)
    session = person.sessions.pop()
    if people.end(first, person, session).ok:
        for client in clients:
            aftermath.use_ended(client, person, session)


def wait_for_health(service: Service) -> None:
    for _ in range(200):
        try:
            if Connection(service.port, 2).request("GET", "/healthz")[0] == 200:
                return
        except OSError:
            time.sleep(0.05)


def slow_clients(setting: Setting) -> None:
    """Three hundred clients that send a byte a second, heads and bodies, beside those that behave."""
    before = setting.service.file_descriptors()
    with loaded(setting, "slow clients"):
        drips = [drip(setting, number) for number in range(300)]
        begun = time.monotonic()
        while drips and time.monotonic() - begun < 25:
            time.sleep(1)
            drips = [end for end in drips if still_open(end)]
        open_yet = len(drips)
        setting.ledger.note(
            "holds", invariant="I9", holds=not open_yet, what=f"{open_yet} of 300 slow clients are not cut off after 25 s"
        )
    time.sleep(1)
    left = setting.service.file_descriptors()
    # What the load's own connections and the pool's took meanwhile may stay for a while.
    setting.ledger.note("holds", invariant="I9", holds=left <= before + 30, what=f"{left} open files, {before} before")


def drip(setting: Setting, number: int) -> socket.socket:
    end = socket.create_connection(("localhost", setting.service.port))
    head = b"POST /v1/auth/login HTTP/1.1\r\nhost: localhost\r\ncontent-type: application/json\r\ncontent-length: 4000\r\n"
    end.sendall(head + b"\r\n{" if number % 2 else head)
    return end


def still_open(end: socket.socket) -> bool:
    try:
        end.sendall(b"x")
        end.setblocking(False)
        return end.recv(4096) != b""
    except BlockingIOError:
        end.setblocking(True)
        return True
    except OSError:
        return False


def mail_down(setting: Setting) -> None:
    """First nobody listens, then somebody does and never greets; nobody waits for mail, and none is given up."""
    with socket.create_server(("127.0.0.1", 0)) as silent:
        port = silent.getsockname()[1]
        for name, at in (("nobody listens", 9), ("nobody greets", port)):
            setting.restart(NIGHTLATCH_MAIL=f"smtp://127.0.0.1:{at}", NIGHTLATCH_MAIL_FROM="Nightlatch <no-reply@example.org>")
            with loaded(setting, f"mail: {name}"):
                client = setting.client()
                for number in range(10):
                    client.ask("forgot", "POST", "/v1/auth/password/forgot", {"email": f"user{number + 5}@example.org"})
                time.sleep(4)
        setting.service.stop()
    mails = rows(setting.url, "SELECT kind, outcome, finished_at IS NULL AS waits, attempts FROM outbox")
    lost = [mail for mail in mails if not mail["waits"] and mail["outcome"] != "sent"]
    tried = sum(mail["attempts"] > 0 for mail in mails)
    setting.ledger.note("holds", invariant="I4", holds=tried > 0, what=f"of {len(mails)} mails none was tried")
    for mail in mails:
        setting.ledger.note(
            "holds",
            invariant="I4",
            holds=mail not in lost,
            what=f"a mail ({mail['kind']}) is not sent, and not kept: {mail['outcome']}",
        )


def schemas(setting: Setting) -> None:
    """Four migrators at once on an empty database, five times; then a program that is older than its schema."""
    for number in range(5):
        migrate_at_once(setting, f"nightlatch_migrated_{number}")
    older_program(setting)


def migrate_at_once(setting: Setting, name: str) -> None:
    server = setting.cluster.url("postgres")
    psql(server, f"CREATE DATABASE {name}")
    url = setting.cluster.url(name)
    environment = setting.settings | {"NIGHTLATCH_DATABASE_URL": url}
    # Nothing else of the settings concerns a migration.
    command = [setting.binary, "migrate"]
    migrators = [subprocess.Popen(command, env=environment, stdout=setting.log, stderr=setting.log) for _ in range(4)]
    codes = [migrator.wait(60) for migrator in migrators]
    versions = "SELECT version FROM __diesel_schema_migrations ORDER BY version"
    tables = "SELECT count(*) AS count FROM information_schema.columns WHERE table_schema = 'public'"
    same = all(rows(url, query) == rows(setting.url, query) for query in (versions, tables))
    setting.ledger.note("holds", invariant="I8", holds=codes == [0] * 4, what=f"four migrators at once ended with {codes}")
    setting.ledger.note("holds", invariant="I3", holds=same, what="four migrators at once made another schema than one")
    psql(server, f"DROP DATABASE {name} WITH (FORCE)")


def older_program(setting: Setting) -> None:
    """What runs goes on until it is replaced, what starts refuses, and so does its migration."""
    claims = []
    psql(setting.url, "INSERT INTO __diesel_schema_migrations (version) VALUES ('99991231000000')")
    client = Connection(setting.service.port)
    status, _, _ = client.request("GET", "/readyz")
    claims.append((status == 200, f"an older program is not ready once the next has migrated: {status}"))
    for command in ("serve", "migrate"):
        started = subprocess.Popen(
            [setting.binary, command], env=setting.another().settings, stdout=setting.log, stderr=setting.log
        )
        try:
            code = started.wait(20)
        except subprocess.TimeoutExpired:
            started.kill()
            code = started.wait() and None
        claims.append((code == 1, f"`{command}` of an older program ended with {code}"))
    for holds, what in claims:
        setting.ledger.note("holds", invariant="I4", holds=holds, what=what)
    psql(setting.url, "DELETE FROM __diesel_schema_migrations WHERE version = '99991231000000'")
    setting.ledger.note("holds", invariant="I8", holds=is_ready(setting.service.port), what="not ready on its own schema")
