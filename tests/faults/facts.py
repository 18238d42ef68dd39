"""What the database says after a run, read as its superuser."""

from collections import Counter, defaultdict
from dataclasses import dataclass

from cluster import rows

QUERIES = {
    "events": """SELECT action, outcome, subject_id, session_id, request_id, detail, occurred_at
        FROM audit_events WHERE request_id LIKE 'fault-%' ORDER BY occurred_at, id""",
    "sessions": "SELECT id, user_id, ended_at, ended_because FROM sessions",
    "tokens": "SELECT session_id, count(*) AS issued, count(used_at) AS used FROM refresh_tokens GROUP BY session_id",
    "authenticators": "SELECT id, user_id, last_step, last_used_at FROM authenticators",
    "codes": """SELECT user_id, min(generated_at) AS generated_at, count(*) AS total, count(used_at) AS used
        FROM recovery_codes GROUP BY user_id""",
    "charges": """SELECT user_id, coalesce(array_length(failed_at, 1), 0) AS failures
        FROM budgets WHERE kind = 'secondFactor'""",
}


@dataclass
class Facts:
    """Rows by what they are looked for with."""

    events: list[dict]
    by_request: dict[str, list[dict]]
    sessions: dict[str, dict]
    tokens: dict[str, dict]
    authenticators: dict[str, dict]
    codes: dict[str, dict]
    charges: dict[str, int]

    def successes(self, request: str, action: str | None = None) -> list[dict]:
        events = self.by_request.get(request, [])
        return [event for event in events if event["outcome"] == "success" and action in (None, event["action"])]

    def count(self, action: str, by: str) -> Counter:
        return Counter(event[by] for event in self.events if event["action"] == action and event["outcome"] == "success")


def read(url: str) -> Facts:
    found = {name: rows(url, query) for name, query in QUERIES.items()}
    by_request = defaultdict(list)
    for event in found["events"]:
        by_request[event["request_id"]].append(event)
    return Facts(
        events=found["events"],
        by_request=by_request,
        sessions={row["id"]: row for row in found["sessions"]},
        tokens={row["session_id"]: row for row in found["tokens"]},
        authenticators={row["id"]: row for row in found["authenticators"]},
        codes={row["user_id"]: row for row in found["codes"]},
        charges={row["user_id"]: row["failures"] for row in found["charges"]},
    )
