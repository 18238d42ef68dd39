"""A client that writes down what it asks before it asks, and what came of it."""

import base64
import http.client
import json
import random
import time
from collections.abc import Sequence
from dataclasses import dataclass, field

from installation import Connection
from ledger import OK, REFUSED, UNKNOWN, Ledger


@dataclass
class Answer:
    """What a client knows afterwards. Without a status nothing was heard."""

    id: str
    outcome: str
    status: int = 0
    body: dict = field(default_factory=dict)

    @property
    def ok(self) -> bool:
        return self.outcome == OK


# So many requests go by one connection where there are several replicas.
IN_A_ROW = 8


class Client:
    """Speaks to one port, or by turns to the replicas that there are at the moment. A new connection follows one that broke."""

    def __init__(self, port: int, ledger: Ledger, timeout: float = 20, replicas: Sequence = ()) -> None:
        self.port, self.ledger, self.timeout, self.replicas = port, ledger, timeout, replicas
        self.turns, self.asked = random.randrange(8), 0
        self.connection = Connection(port, timeout)
        self.last_status = 200

    def turn(self) -> None:
        """To the next replica."""
        self.connection.connection.close()
        self.turns += 1
        port = self.replicas[self.turns % len(self.replicas)].port if self.replicas else self.port
        self.connection = Connection(port, self.timeout)

    def connect(self) -> None:
        """Where nobody listens nothing was sent, so that it is no failure to ask the next one."""
        self.asked += 1
        if self.replicas and self.asked % IN_A_ROW == 1:
            self.turn()
        for _ in range(len(self.replicas) - 1):
            try:
                if not self.connection.connection.sock:
                    self.connection.connection.connect()
                return
            except ConnectionRefusedError:
                self.turn()

    def ask(self, operation: str, method: str, path: str, body: dict | None = None, bearer: str = "", **facts) -> Answer:
        """`facts` go into the ledger: whose it is, what it spends, what it changes."""
        request = self.ledger.intend(operation, **facts)
        begun = time.monotonic()
        headers = {"x-request-id": request} | ({"authorization": f"Bearer {bearer}"} if bearer else {})
        try:
            self.connect()
            status, answered, text = self.connection.request(method, path, body, headers)
            self.last_status = status
        except (OSError, http.client.HTTPException) as error:
            self.last_status = 0
            self.turn()
            self.ledger.conclude(request, UNKNOWN, heard=type(error).__name__, seconds=time.monotonic() - begun)
            return Answer(request, UNKNOWN)
        answer = Answer(request, "", status, as_json(text))
        answer.outcome = outcome(answer)
        known = {"status": status, "code": answer.body.get("code"), "reason": answer.body.get("reason")}
        waits = {name.lower(): value for name, value in answered.items()}.get("retry-after")
        opened = session_of(answer.body)
        self.ledger.conclude(request, answer.outcome, **known, retryAfter=waits, session=opened, seconds=time.monotonic() - begun)
        return answer


def as_json(text: bytes) -> dict:
    try:
        return json.loads(text)
    except ValueError:
        return {}


def outcome(answer: Answer) -> str:
    """With 5xx a client does not know: a connection may break while the database commits."""
    if answer.status >= 500:
        return UNKNOWN
    refused = answer.status >= 400 or answer.body.get("valid") is False
    return REFUSED if refused else OK


def session_of(body: dict) -> str | None:
    """The session that an answer opened or went on with, as its access token names it."""
    token = (body.get("session") or {}).get("accessToken")
    return claims(token)["sid"] if token else None


def claims(token: str) -> dict:
    payload = token.split(".")[1]
    return json.loads(base64.urlsafe_b64decode(payload + "=" * (-len(payload) % 4)))
