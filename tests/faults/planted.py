"""Tests the checker: plants a violation of each kind into a copy of a clean run's ledger and database, and looks whether it is found."""

import copy
from collections.abc import Callable
from dataclasses import dataclass

import checker
import facts
import ledger
from installation import psql
from ledger import OK, REFUSED
from setting import Setting

COPY = "nightlatch_faults_copy"


@dataclass(frozen=True)
class Plant:
    """What is planted: something else in the ledger, or a statement for the database; given the run, so that it fits."""

    invariant: str
    what: str
    into_ledger: Callable[[list[dict], list[dict]], None] = lambda requests, notes: None
    statement: Callable[[list[dict]], str] = lambda requests: ""


def first(requests: list[dict], **facts) -> dict:
    """The last one with these facts; True stands for any value."""
    fits = lambda request: all(
        bool(request.get(name)) if value is True else request.get(name) == value for name, value in facts.items()
    )
    return next(request for request in reversed(requests) if fits(request))


def taken_again(requests, _notes) -> None:
    first(requests, again=True, outcome=REFUSED)["outcome"] = OK


def spent_twice(requests, _notes) -> None:
    requests.append(
        first(requests, operation="challenge", spends=True, outcome=OK) | {"id": "fault-planted", "operation": "planted"}
    )


def works(state: str, outcome: str) -> Callable:
    def plant(requests, notes) -> None:
        request = first(requests, operation="regenerate", outcome=OK)
        request["outcome"] = outcome
        notes.append({"note": "works", "of": request["id"], "state": state})

    return plant


def went_on(requests, _notes) -> None:
    first(requests, after_end=True, outcome=REFUSED)["outcome"] = OK


def answered(**answer) -> Callable:
    return lambda requests, _notes: requests.append(
        {"id": "fault-planted", "operation": "planted", "outcome": "unknown"} | answer
    )


def noted(**note) -> Callable:
    return lambda _requests, notes: notes.append(note)


def of_success(statement: str) -> Callable:
    return lambda requests: statement.format(first(requests, operation="verify", outcome=OK)["id"])


def of_refusal(statement: str) -> Callable:
    return lambda requests: statement.format(first(requests, operation="verify", again=True, outcome=REFUSED)["id"])


def of_end(statement: str) -> Callable:
    return lambda requests: statement.format(first(requests, operation="end", outcome=OK)["ends"])


def of_session(statement: str) -> Callable:
    return lambda requests: statement.format(first(requests, operation="challenge", session=True, outcome=OK)["session"])


def of_guess(statement: str) -> Callable:
    return lambda requests: statement.format(first(requests, operation="verify", digits=True, outcome=REFUSED)["user"])


EVENT = "org_id, occurred_at, id, action, outcome, actor_id, subject_id, session_id, request_id, detail"
SECOND = EVENT.replace(" id,", " gen_random_uuid(),", 1)
FOREIGN = SECOND.replace("request_id", "'fault-nobody'")

PLANTS = [
    Plant("I1", "a code is taken again after the restart", taken_again),
    Plant("I2", "a code and its challenge succeed twice, both told", spent_twice),
    Plant(
        "I3",
        "an event is missing",
        statement=of_session("DELETE FROM audit_events WHERE action = 'login.succeeded' AND session_id = '{}'"),
    ),
    Plant(
        "I3",
        "an event is there twice",
        statement=of_success(f"INSERT INTO audit_events ({EVENT}) SELECT {SECOND} FROM audit_events WHERE request_id = '{{}}'"),
    ),
    Plant(
        "I3",
        "a refusal has the event of a success",
        statement=of_refusal("UPDATE audit_events SET action = 'verify.succeeded', outcome = 'success' WHERE request_id = '{}'"),
    ),
    Plant(
        "I3",
        "an event of a request that nobody sent",
        statement=of_success(f"INSERT INTO audit_events ({EVENT}) SELECT {FOREIGN} FROM audit_events WHERE request_id = '{{}}'"),
    ),
    Plant(
        "I3",
        "a recovery code is used up without an event",
        statement=lambda _: (
            "UPDATE recovery_codes SET used_at = now() WHERE ctid = (SELECT min(ctid) FROM recovery_codes WHERE used_at IS NULL)"
        ),
    ),
    Plant(
        "I3", "an authenticator was used without an event", statement=lambda _: "UPDATE authenticators SET last_used_at = now()"
    ),
    Plant(
        "I3",
        "a session ended without an event",
        statement=lambda _: "UPDATE sessions SET ended_at = now(), ended_because = 'signedOut' WHERE ended_at IS NULL",
    ),
    Plant("I4", "a session that was answered for is not there", statement=of_session("DELETE FROM sessions WHERE id = '{}'")),
    Plant(
        "I4",
        "an end that was answered for did not happen",
        statement=of_end("UPDATE sessions SET ended_at = NULL WHERE id = '{}'"),
    ),
    Plant(
        "I4",
        "a step that was answered for is not used up",
        statement=lambda _: "UPDATE authenticators SET last_step = last_step - 100",
    ),
    Plant(
        "I4",
        "a success that was answered for left nothing",
        statement=of_success("DELETE FROM audit_events WHERE request_id = '{}'"),
    ),
    Plant("I5", "a verdict was not charged", statement=of_guess("UPDATE budgets SET failed_at = '{{}}' WHERE user_id = '{}'")),
    Plant("I6", "after ok the old set works", works("old", OK)),
    Plant("I6", "both sets work", works("both", OK)),
    Plant("I6", "after an unknown outcome no set works", works("none", "unknown")),
    Plant("I7", "an ended session goes on", went_on),
    Plant("I8", "back too late", noted(note="back", after="planted", seconds=10.5)),
    Plant("I8", "never back", noted(note="back", after="planted", seconds=float("inf"))),
    Plant("I9", "503 without Retry-After", answered(status=503, retryAfter=None)),
    Plant("I9", "overload answered 500", answered(status=500, retryAfter=None)),
    Plant("I9", "answered too late", answered(status=503, retryAfter="2", seconds=11.5)),
    Plant("I9", "not answered at all", answered(heard="TimeoutError", seconds=20)),
    Plant("I9", "health too slow", noted(note="health", scenario="planted", status=200, seconds=0.4, queued=0)),
    Plant("I9", "too many connections", noted(note="holds", invariant="I9", what="9 connections of 8", holds=False)),
]


def find_all(setting: Setting) -> bool:
    """The service has to be stopped: a database that is copied may have no connections."""
    setting.service.stop()
    read = ledger.read(setting.ledger.path)
    before = checker.check(*read, facts.read(setting.url))
    missed = [plant for plant in PLANTS if not is_found(setting, plant, before, *copy.deepcopy(read))]
    for plant in missed:
        print(f"    NOT FOUND by the checker: {plant.invariant}, {plant.what}")
    print(f"the checker: {len(PLANTS) - len(missed)} of {len(PLANTS)} planted violations of I1-I9 found", flush=True)
    return not missed


def is_found(setting: Setting, plant: Plant, before: list, requests: list[dict], notes: list[dict]) -> bool:
    """Found means: of the invariant that it violates, and not there before."""
    database = setting.cluster.url(COPY)
    psql(setting.cluster.url("postgres"), f"CREATE DATABASE {COPY} TEMPLATE {setting.name}")
    try:
        if statement := plant.statement(requests):
            # Foreign keys off: a broken disk asks no trigger either.
            psql(database, f"SET session_replication_role = replica; {statement}")
        plant.into_ledger(requests, notes)
        after = checker.check(requests, notes, facts.read(database))
    finally:
        psql(setting.cluster.url("postgres"), f"DROP DATABASE {COPY}")
    violations = lambda findings: next(len(finding.violations) for finding in findings if finding.name == plant.invariant)
    return violations(after) > violations(before)
