"""Keeps the requests of Schemathesis signed in (an access token lives five minutes, less than a run), and writes an import's lines."""

import json
import os
import urllib.request

import schemathesis

with open(os.environ["NIGHTLATCH_READY"]) as lines:
    READY = next(json.loads(line) for line in lines if line.startswith("{"))


@schemathesis.auth(refresh_interval=120)
class Session:
    """Refreshes rather than signs in again, since the generated logins use up the budget of this address."""

    refresh_token: str | None = None

    def get(self, case, context):
        if self.refresh_token:
            answer = post("/v1/auth/refresh", {"refreshToken": self.refresh_token})
        else:
            answer = post("/v1/auth/login", {"email": READY["email"], "password": READY["password"]})
        self.refresh_token = answer["session"]["refreshToken"]
        return answer["session"]["accessToken"]

    def set(self, case, data, context):
        case.headers = {**(case.headers or {}), "Authorization": f"Bearer {data}"}


@schemathesis.serializer("application/x-ndjson")
def lines(_context, value) -> bytes:
    """A file that is generated is text; whatever else is made of one is a line."""
    return value.encode(errors="replace") if isinstance(value, str) else json.dumps(value).encode()


def post(path: str, body: dict) -> dict:
    request = urllib.request.Request(
        READY["url"].rstrip("/") + path, json.dumps(body).encode(), {"content-type": "application/json"}
    )
    with urllib.request.urlopen(request) as response:
        return json.load(response)
