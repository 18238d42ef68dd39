"""Judges a run: for each invariant how many facts were looked at, and which of them violate it.

A fact is counted only where it can be told apart from its opposite: a code that is tried again after its time, say, is refused in
any case and proves nothing.
"""

from collections import Counter
from dataclasses import dataclass, field

from facts import Facts
from ledger import OK, REFUSED, UNKNOWN
from service import BACK_WITHIN

HEALTH_WITHIN = 0.1
# The service gives up after ten; a client on a busy machine hears of it a little later.
ANSWERED_WITHIN = 11.0
# So long nothing takes that was not held up.
HELD_UP = 3.0

# The event that a request leaves behind which did what it asks for.
ACTIONS = {
    "challenge": "login.succeeded",
    "verify": "verify.succeeded",
    "refresh": "session.refreshed",
    "end": "session.ended",
    "begin": "enrollment.begun",
    "enroll": "authenticator.enrolled",
    "replace": "authenticator.replaced",
    "regenerate": "recovery_codes.regenerated",
    "user": "user.created",
    "key": "api_key.created",
}


@dataclass
class Finding:
    """What was found out about one invariant."""

    name: str
    claim: str
    judged: int = 0
    violations: list[str] = field(default_factory=list)

    def judge(self, holds: bool, violation: str) -> None:
        self.judged += 1
        if not holds:
            self.violations.append(violation)


def check(requests: list[dict], notes: list[dict], facts: Facts) -> list[Finding]:
    judges = (used_up, once, audited, effective, charged, whole, ended, back, bounded)
    findings = {finding.name: finding for finding in (judge(requests, notes, facts) for judge in judges)}
    for note in notes:
        # What a scenario has looked at itself.
        if note["note"] == "holds":
            findings[note["invariant"]].judge(note["holds"], note["what"])
    return list(findings.values())


def used_up(requests, _notes, _facts) -> Finding:
    finding = Finding("I1", "a code that was answered ok is refused ever after")
    for request in requests:
        if (
            request.get("again")
            and request["outcome"] != UNKNOWN
            and request.get("reason") != "locked"
            and request.get("status") != 429
        ):
            finding.judge(request["outcome"] == REFUSED, f"{request['id']} was taken although {request['again']} had used it up")
    return finding


def once(requests, _notes, facts: Facts) -> Finding:
    finding = Finding("I2", "nothing that is good once succeeds twice")
    successes: Counter = Counter()
    for request in requests:
        done = request["outcome"] == OK or bool(succeeded(request, facts))
        for spent in request.get("spends", []):
            successes[spent] += done
    for spent, times in successes.items():
        finding.judge(times <= 1, f"{spent} succeeded {times} times")
    return finding


def succeeded(request: dict, facts: Facts) -> list[dict]:
    """The events of a success; also of one that its client never heard of."""
    action = ACTIONS.get(request["operation"])
    return facts.successes(request["id"], action) if action else []


def audited(requests, _notes, facts: Facts) -> Finding:
    finding = Finding("I3", "state and audit log agree: one event for each change, none without one")
    known = {request["id"]: request for request in requests}
    for request in requests:
        if request["operation"] in ACTIONS:
            most = 0 if request["outcome"] == REFUSED else 1
            count = len(succeeded(request, facts))
            finding.judge(count <= most, f"{request['id']} was {request['outcome']} and has {count} events")
    for request in facts.by_request:
        finding.judge(request in known, f"an event of {request}, which nobody has sent")
    for what, there, told in tallies(known, facts):
        for key in there.keys() | told.keys():
            finding.judge(there[key] == told[key], f"{what} of {key}: {there[key]} in the tables, {told[key]} in the log")
    return finding


def tallies(known: dict[str, dict], facts: Facts):
    """What can be counted in the tables and in the log alike. The log does not say of every event which code it was: the ledger
    does."""
    begun = facts.count("login.succeeded", "subject_id") + facts.count("step_up.succeeded", "subject_id")
    by_factor = facts.count("authenticator.enrolled", "subject_id") + facts.count("authenticator.replaced", "subject_id")
    people = {event["subject_id"] for event in facts.events if event["action"] == "user.created"}
    yield (
        "sessions",
        Counter(row["user_id"] for row in facts.sessions.values() if row["user_id"] in people),
        only(begun + by_factor, people),
    )
    refreshed = Counter({session: row["issued"] - 1 for session, row in facts.tokens.items() if row["issued"] > 1})
    yield "refreshes", refreshed, facts.count("session.refreshed", "session_id")
    asked = ("signedOut", "endedByUser", "tooMany")
    over = Counter(row["id"] for row in facts.sessions.values() if row["ended_because"] in asked)
    events = [event for event in facts.events if event["action"] == "session.ended"]
    yield "ends", over, Counter(event["detail"].get("endedSession") or event["session_id"] for event in events)
    yield "charges", only(Counter(facts.charges), people), only(wrong_codes(known, facts), people)
    yield (
        "recovery codes used",
        Counter({user: row["used"] for user, row in facts.codes.items() if row["used"]}),
        used_codes(facts),
    )
    enrolled = facts.count("authenticator.enrolled", "subject_id")
    yield (
        "authenticators",
        only(Counter(row["user_id"] for row in facts.authenticators.values()), people),
        only(enrolled, people),
    )
    last = {row["id"]: row["last_used_at"] for row in facts.authenticators.values()}
    used = last_uses(known, facts)
    for key in last.keys() & used.keys():
        yield "last use", Counter([(key, last[key])]), Counter([(key, used[key])])


def only(counted: Counter, people: set) -> Counter:
    return Counter({key: count for key, count in counted.items() if key in people and count})


def wrong_codes(known: dict[str, dict], facts: Facts) -> Counter:
    """Verdicts that are charged: not those about recovery codes, since nobody guesses 120 bits."""
    reasons = ("wrongCode", "replayed")
    told = [event for event in facts.events if event["action"] == "code.rejected" or event["detail"].get("reason") in reasons]
    return Counter(event["subject_id"] for event in told if known.get(event["request_id"], {}).get("digits"))


def used_codes(facts: Facts) -> Counter:
    since = {user: row["generated_at"] for user, row in facts.codes.items()}
    by_code = [
        event for event in facts.events if event["outcome"] == "success" and event["detail"].get("method") == "recoveryCode"
    ]
    return Counter(event["subject_id"] for event in by_code if event["occurred_at"] > since.get(event["subject_id"], ""))


def last_uses(known: dict[str, dict], facts: Facts) -> dict[str, str]:
    """When each authenticator was last right, as the log has it."""
    used: dict[str, str] = {}
    for event in facts.events:
        request = known.get(event["request_id"], {})
        if event["outcome"] == "success" and event["action"] == ACTIONS.get(request.get("operation")) and request.get("step"):
            used[request["authenticator"]] = event["occurred_at"]
    return used


def effective(requests, _notes, facts: Facts) -> Finding:
    finding = Finding("I4", "what was answered ok is in the database")
    refreshes: Counter = Counter()
    for request in requests:
        if request["outcome"] != OK:
            continue
        if request["operation"] in ACTIONS:
            finding.judge(len(succeeded(request, facts)) == 1, f"{request['id']} was ok and left no event")
        if request.get("session"):
            finding.judge(request["session"] in facts.sessions, f"{request['id']} was ok, and its session is not there")
        if request.get("ends"):
            row = facts.sessions.get(request["ends"], {})
            finding.judge(bool(row.get("ended_at")), f"{request['id']} was ok, and the session goes on")
        if request.get("step") and request.get("authenticator") in facts.authenticators:
            row = facts.authenticators[request["authenticator"]]
            finding.judge(row["last_step"] >= request["step"], f"{request['id']} was ok, and its step is not used up")
        if request["operation"] == "refresh":
            refreshes[request["holds"]] += 1
    for session, times in refreshes.items():
        issued = facts.tokens.get(session, {"issued": 0})["issued"]
        finding.judge(issued > times, f"session {session} was refreshed {times} times and has {issued} tokens")
    return finding


def charged(requests, _notes, facts: Facts) -> Finding:
    finding = Finding("I5", "attempts charged >= verdicts given")
    verdicts: Counter = Counter()
    for request in requests:
        told = request.get("reason") in ("wrongCode", "replayed") or request.get("code") == "code_rejected"
        verdicts[request.get("user")] += bool(told and request.get("digits"))
    for user, given in verdicts.items():
        if given:
            finding.judge(
                facts.charges.get(user, 0) >= given,
                f"{user} was told {given} verdicts and charged {facts.charges.get(user, 0)}",
            )
    return finding


def whole(requests, notes, facts: Facts) -> Finding:
    """Notes of the name `works` say which state was found to work after the fault: the old, the new, both or none."""
    finding = Finding("I6", "after enroll, replace and regenerate exactly one state works; after ok the new one")
    asked = {request["id"]: request for request in requests}
    for note in notes:
        if note["note"] == "works":
            request = asked[note["of"]]
            committed = request["outcome"] == OK or bool(succeeded(request, facts))
            expected = "new" if committed else "old"
            finding.judge(
                note["state"] == expected,
                f"{request['id']} ({request['operation']}) was {request['outcome']}: {note['state']} works",
            )
    return finding


def ended(requests, _notes, _facts) -> Finding:
    finding = Finding("I7", "a session that was ended stays ended")
    for request in requests:
        if request.get("after_end") and request["outcome"] != UNKNOWN:
            finding.judge(request["outcome"] == REFUSED, f"{request['id']} used session {request['after_end']}, which had ended")
    return finding


def back(_requests, notes, _facts) -> Finding:
    finding = Finding("I8", f"back by itself within {BACK_WITHIN:.0f} s")
    for note in notes:
        if note["note"] == "back":
            finding.judge(note["seconds"] <= BACK_WITHIN, f"back {note['seconds']:.1f} s after {note['after']}")
    return finding


def bounded(requests, notes, _facts) -> Finding:
    finding = Finding("I9", "overload is 429 or 503 with Retry-After, everybody is answered in time, and health answers")
    for request in requests:
        status, seconds = request.get("status", 0), request.get("seconds", 0)
        if seconds > HELD_UP:
            finding.judge(
                seconds <= ANSWERED_WITHIN, f"{request['id']} ({request['operation']}) waited {seconds:.1f} s, and heard {status}"
            )
        if status in (429, 503) or status >= 500:
            finding.judge(
                status in (429, 503) and bool(request.get("retryAfter")),
                f"{request['id']} ({request['operation']}) was answered {status}, Retry-After {request.get('retryAfter')}",
            )
    for note in notes:
        if note["note"] == "health":
            finding.judge(
                note["status"] == 200 and note["seconds"] < HEALTH_WITHIN,
                f"health was answered {note['status']} in {note['seconds'] * 1000:.0f} ms in {note['scenario']}; "
                f"for {note['queued'] * 1000:.0f} ms of it a thread that answers had no core",
            )
    return finding


def summary(findings: list[Finding]) -> dict[str, tuple[int, int]]:
    return {finding.name: (finding.judged, len(finding.violations)) for finding in findings}


def outcomes(requests: list[dict]) -> str:
    counted = Counter(request["outcome"] for request in requests)
    busy = sum(request.get("status") in (429, 503) for request in requests)
    longest = max(request.get("seconds", 0) for request in requests)
    told = ", ".join(f"{counted[outcome]} {outcome}" for outcome in (OK, REFUSED, UNKNOWN))
    return f"{told} ({busy} answered 429 or 503), the longest {longest:.1f} s"
