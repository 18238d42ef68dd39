"""The users of a run: what each of them holds, and what they can do with it."""

import secrets
import threading
from dataclasses import dataclass, field

import totp
from client import Answer, Client, session_of
from ledger import UNKNOWN

# A budget has ten failures; two are left for what a round does not foresee.
MOST_FAILURES = 8


@dataclass
class Session:
    id: str
    access: str
    refresh: str


@dataclass
class Person:
    email: str
    password: str
    id: str = ""
    secret: str = ""
    authenticator: str = ""
    last_step: int = 0
    failures: int = 0
    codes: list[str] = field(default_factory=list)
    sessions: list[Session] = field(default_factory=list)

    def next_step(self, latest: int = 1) -> int | None:
        """A step whose code was never sent, at most so many ahead; none where all were."""
        step = max(totp.step_now() - 1, self.last_step + 1)
        return step if step <= totp.step_now() + latest else None

    def can_fail(self) -> bool:
        return self.failures < MOST_FAILURES


class People:
    """Lends each person to one thread at a time."""

    def __init__(self) -> None:
        self.free: list[Person] = []
        self.lock = threading.Lock()

    def take(self, fits) -> Person | None:
        with self.lock:
            for index, person in enumerate(self.free):
                if fits(person):
                    return self.free.pop(index)
        return None

    def give(self, person: Person) -> None:
        with self.lock:
            self.free.append(person)


# What people do. Whatever may have been used up is not used again but on purpose.


def log_in(client: Client, person: Person) -> Answer:
    return client.ask("login", "POST", "/v1/auth/login", {"email": person.email, "password": person.password}, user=person.id)


def answer_challenge(client: Client, person: Person, challenge: str, proof: dict, spends: list[str], **facts) -> Answer:
    path = f"/v1/auth/challenges/{challenge}/verify"
    answer = client.ask("challenge", "POST", path, proof, user=person.id, spends=[*spends, f"challenge:{challenge}"], **facts)
    keep(person, answer)
    return answer


def sign_in(client: Client, person: Person, with_code: bool = True) -> Answer | None:
    answer = log_in(client, person)
    if not answer.ok or "challengeId" not in answer.body:
        return answer
    proof, spends, facts = totp_proof(person) if with_code else recovery_proof(person)
    return answer_challenge(client, person, answer.body["challengeId"], proof, spends, **facts)


def sign_in_lately(client: Client, person: Person) -> None:
    """With the oldest code that is still taken, so that younger ones are left."""
    answer = log_in(client, person)
    if answer.ok:
        proof, spends, facts = totp_proof(person, latest=0)
        answer_challenge(client, person, answer.body["challengeId"], proof, spends, **facts)


def totp_proof(person: Person, latest: int = 1) -> tuple[dict, list[str], dict]:
    step = person.next_step(latest)
    person.last_step = step
    facts = {"step": step, "authenticator": person.authenticator, "digits": True}
    return {"method": "totp", "code": totp.code(person.secret, step)}, [f"totp:{person.authenticator}:{step}"], facts


def recovery_proof(person: Person) -> tuple[dict, list[str], dict]:
    code = person.codes.pop(0)
    return {"method": "recoveryCode", "code": code}, [f"recovery:{person.id}:{code}"], {"recovery": code}


def verify(client: Client, key: str, person: Person, code: str, spends: list[str], **facts) -> Answer:
    body = {"userId": person.id, "code": code}
    answer = client.ask("verify", "POST", "/v1/verify", body, key, user=person.id, spends=spends, **facts)
    if answer.body.get("valid") is False:
        person.failures += 1
    return answer


def refresh(client: Client, person: Person, session: Session) -> Answer:
    body = {"refreshToken": session.refresh}
    answer = client.ask(
        "refresh", "POST", "/v1/auth/refresh", body, user=person.id, spends=[f"refresh:{session.refresh}"], holds=session.id
    )
    keep(person, answer)
    return answer


def end(client: Client, person: Person, session: Session, by: Session | None = None) -> Answer:
    """Its own end, or by another session of the same person."""
    if by:
        return client.ask("end", "DELETE", f"/v1/me/sessions/{session.id}", bearer=by.access, user=person.id, ends=session.id)
    return client.ask("end", "POST", "/v1/auth/logout", bearer=session.access, user=person.id, ends=session.id)


def keep(person: Person, answer: Answer) -> None:
    opened = answer.body.get("session")
    if opened:
        person.sessions.append(Session(session_of(answer.body), opened["accessToken"], opened["refreshToken"]))


@dataclass
class Begun:
    """An enrollment that waits for its code."""

    id: str
    secret: str


def begin(client: Client, person: Person, session: Session, replaces: str | None = None) -> Begun | None:
    path = f"/v1/me/authenticators/{replaces}/replace" if replaces else "/v1/me/authenticators"
    answer = client.ask("begin", "POST", path, {} if replaces else {"name": "Phone"}, session.access, user=person.id)
    return Begun(answer.body["id"], answer.body["secret"]) if answer.ok else None


def confirm(client: Client, person: Person, session: Session, begun: Begun, replaces: str | None = None) -> Answer:
    step = totp.step_now()
    facts = {"step": step, "authenticator": begun.id, "replaces": replaces}
    body = {"code": totp.code(begun.secret, step)}
    path = f"/v1/me/authenticators/{begun.id}/confirm"
    operation = "replace" if replaces else "enroll"
    answer = client.ask(
        operation, "POST", path, body, session.access, user=person.id, spends=[f"totp:{begun.id}:{step}"], **facts
    )
    if answer.ok:
        person.secret, person.authenticator, person.last_step = begun.secret, begun.id, step
        person.sessions = []
        keep(person, answer)
        person.codes = [code["code"] for code in answer.body.get("recoveryCodes") or []] or person.codes
    elif answer.outcome == UNKNOWN:
        person.sessions = []
    return answer


def regenerate(client: Client, person: Person, session: Session) -> Answer:
    proof, spends, facts = totp_proof(person)
    body = {"code": proof["code"]}
    answer = client.ask(
        "regenerate", "POST", "/v1/me/recovery-codes/regenerate", body, session.access, user=person.id, spends=spends, **facts
    )
    if answer.ok:
        person.codes = [code["code"] for code in answer.body["recoveryCodes"]]
    return answer


def new_password() -> str:
    return secrets.token_hex(12)
