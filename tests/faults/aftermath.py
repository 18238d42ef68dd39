"""The questions that are asked once a fault is over: is what was used up refused, what was ended gone, what was changed whole?"""

import people
import totp
from client import Client
from cluster import rows
from ledger import OK, UNKNOWN
from load import Change, Load, Spent
from people import Person, Session
from setting import Setting

# So many of each in one round: every question costs a failure of somebody's budget.
MOST = 6


def ask(setting: Setting, load: Load) -> None:
    client = setting.client()
    for change in load.changes:
        settle(setting, client, change)
    again = [spent for spent in reversed(load.spent) if spent.is_in_time() and spent.person.can_fail()]
    for index, spent in enumerate(again[:MOST]):
        try_again(setting, client, spent, by_sign_in=index % 2 == 1)
    for person, session in load.ended[-MOST:]:
        use_ended(client, person, session)


def try_again(setting: Setting, client: Client, spent: Spent, by_sign_in: bool) -> None:
    """On the other surface, too: used up is used up everywhere."""
    facts = {"again": spent.request, "digits": spent.step is not None}
    if not by_sign_in:
        people.verify(client, setting.key, spent.person, spent.code, [], **facts)
        return
    challenge = people.log_in(client, spent.person)
    if challenge.ok:
        method = "recoveryCode" if spent.step is None else "totp"
        people.answer_challenge(
            client, spent.person, challenge.body["challengeId"], {"method": method, "code": spent.code}, [], **facts
        )
        spent.person.failures += 1


def use_ended(client: Client, person: Person, session: Session) -> None:
    client.ask("read", "GET", "/v1/me", bearer=session.access, user=person.id, after_end=session.id)
    body = {"refreshToken": session.refresh}
    client.ask("refresh", "POST", "/v1/auth/refresh", body, user=person.id, after_end=session.id, holds=session.id)


def settle(setting: Setting, client: Client, change: Change) -> None:
    """Finds out which state works, and lets the person go on with it."""
    person = change.person
    if change.old_codes:
        state = regenerated(setting, client, change)
    elif change.old_secret:
        state = replaced(setting, client, change)
    else:
        state = enrolled(setting, client, change)
    if state and change.answer.outcome in (OK, UNKNOWN):
        setting.ledger.note("works", of=change.answer.id, state=state)
        setting.people.give(person)


def enrolled(setting: Setting, client: Client, change: Change) -> str | None:
    person = change.person
    person.secret, person.authenticator = change.begun.secret, change.begun.id
    person.last_step = max(person.last_step, totp.step_now())
    answer = current_code(setting, client, person)
    if answer.ok:
        return "new"
    if answer.outcome == UNKNOWN:
        return None
    if answer.body.get("reason") != "notEnrolled":
        return "none"
    person.secret, person.authenticator = "", ""
    return "old"


def replaced(setting: Setting, client: Client, change: Change) -> str | None:
    person, begun = change.person, change.begun
    works = []
    old_authenticator = person.authenticator if person.secret == change.old_secret else ""
    for name, secret, authenticator in (("old", change.old_secret, old_authenticator), ("new", begun.secret, begun.id)):
        person.secret, person.authenticator, person.last_step = secret, authenticator, totp.step_now()
        answer = current_code(setting, client, person)
        if answer.outcome == UNKNOWN or answer.body.get("reason") == "locked":
            return None
        works += [(name, secret, authenticator)] if answer.ok else []
    if len(works) != 1:
        return "both" if works else "none"
    state, person.secret, person.authenticator = works[0]
    return state


def regenerated(setting: Setting, client: Client, change: Change) -> str | None:
    """Of a set that its client never saw the database alone knows whether it is there."""
    person = change.person
    old = people.verify(client, setting.key, person, change.old_codes[0], [])
    if old.outcome == UNKNOWN:
        return None
    if change.answer.ok:
        new = people.verify(client, setting.key, person, person.codes.pop(0), [])
        works = {(True, True): "both", (True, False): "old", (False, True): "new", (False, False): "none"}[old.ok, new.ok]
        return None if new.outcome == UNKNOWN else works
    person.codes = change.old_codes[1:] if old.ok else []
    if old.ok:
        return "old"
    unused = rows(setting.url, f"SELECT count(*) AS codes FROM recovery_codes WHERE user_id = '{person.id}' AND used_at IS NULL")
    return "new" if unused[0]["codes"] == 10 else "none"


def current_code(setting: Setting, client: Client, person: Person):
    proof, spends, facts = people.totp_proof(person)
    return people.verify(client, setting.key, person, proof["code"], spends, **facts)
