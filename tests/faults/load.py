"""Load: threads that do what people do, until they are told to stop or the service is gone."""

import random
import threading
from dataclasses import dataclass, field

import people
import totp
from client import Answer, Client
from ledger import OK, UNKNOWN
from people import Begun, Person, Session
from setting import Setting


@dataclass
class Change:
    """An enrollment, replacement or regeneration, of which it is asked afterwards what works."""

    answer: Answer
    person: Person
    old_secret: str = ""
    old_codes: list[str] = field(default_factory=list)
    begun: Begun | None = None


@dataclass
class Spent:
    """A code that was answered ok."""

    person: Person
    request: str
    code: str
    step: int | None = None

    def is_in_time(self) -> bool:
        return self.step is None or abs(self.step - totp.step_now()) <= 1


class Load:
    """What came of it is kept for the questions that are asked after the fault."""

    def __init__(self, setting: Setting, threads: int = 6) -> None:
        self.setting = setting
        self.over = threading.Event()
        self.spent: list[Spent] = []
        self.ended: list[tuple[Person, Session]] = []
        self.changes: list[Change] = []
        self.busy: list[Person] = []
        self.threads = [threading.Thread(target=self.work, args=(number,)) for number in range(threads)]

    def __enter__(self) -> "Load":
        for thread in self.threads:
            thread.start()
        return self

    def __exit__(self, *_) -> None:
        self.over.set()
        for thread in self.threads:
            thread.join()

    def work(self, number: int) -> None:
        client = self.setting.client(timeout=20)
        doings = [self.sign_in, self.recover, self.verify, self.verify_recovery, self.refresh, self.end, self.twice, self.guess]
        # What changes a factor takes several requests: one thread is at it all the time.
        if number == 0:
            doings = [self.enroll, self.replace, self.regenerate]
        while not self.over.is_set():
            random.choice(doings)(client)
            # Of a service that is gone nobody asks a thousand times a second.
            self.over.wait(0.1 if client.last_status in (0, 503) else 0)

    def person(self, fits) -> Person | None:
        person = self.setting.people.take(lambda person: fits(person) and person.secret)
        if not person:
            self.over.wait(0.02)
        return person

    def sign_in(self, client: Client) -> None:
        if person := self.person(lambda person: person.next_step() and person.can_fail()):
            answer = people.sign_in(client, person)
            self.remember(person, answer, totp.code(person.secret, person.last_step), person.last_step)
            self.setting.people.give(person)

    def recover(self, client: Client) -> None:
        if person := self.person(lambda person: len(person.codes) > 3):
            code = person.codes[0]
            self.remember(person, people.sign_in(client, person, with_code=False), code)
            self.setting.people.give(person)

    def verify(self, client: Client) -> None:
        if person := self.person(lambda person: person.next_step() and person.can_fail()):
            proof, spends, facts = people.totp_proof(person)
            answer = people.verify(client, self.setting.key, person, proof["code"], spends, **facts)
            self.remember(person, answer, proof["code"], person.last_step)
            self.setting.people.give(person)

    def verify_recovery(self, client: Client) -> None:
        if person := self.person(lambda person: len(person.codes) > 3):
            proof, spends, facts = people.recovery_proof(person)
            self.remember(person, people.verify(client, self.setting.key, person, proof["code"], spends, **facts), proof["code"])
            self.setting.people.give(person)

    def refresh(self, client: Client) -> None:
        if person := self.person(lambda person: person.sessions):
            people.refresh(client, person, person.sessions.pop())
            self.setting.people.give(person)

    def end(self, client: Client) -> None:
        if person := self.person(lambda person: len(person.sessions) > 1):
            self.end_one(client, person)
            self.setting.people.give(person)

    def end_one(self, client: Client, person: Person) -> None:
        session, other = person.sessions.pop(0), person.sessions[-1]
        by = other if random.random() < 0.5 else None
        if people.end(client, person, session, by).ok:
            self.ended.append((person, session))

    def twice(self, client: Client) -> None:
        """One code, three requests at once."""
        if person := self.person(lambda person: person.next_step() and person.failures < people.MOST_FAILURES - 2):
            proof, spends, facts = people.totp_proof(person)
            ask = lambda client: people.verify(client, self.setting.key, person, proof["code"], spends, **facts)
            others = [threading.Thread(target=ask, args=(self.setting.client(),)) for _ in range(2)]
            for thread in others:
                thread.start()
            ask(client)
            for thread in others:
                thread.join()
            self.setting.people.give(person)

    def guess(self, client: Client) -> None:
        if person := self.person(lambda person: person.failures < 3):
            right = {totp.code(person.secret, totp.step_now() + ahead) for ahead in range(-2, 3)}
            wrong = next(code for code in map("{:06}".format, range(9)) if code not in right)
            people.verify(client, self.setting.key, person, wrong, [], digits=True)
            self.setting.people.give(person)

    def enroll(self, client: Client) -> None:
        if not self.setting.newcomers:
            return self.replace(client)
        person = self.setting.newcomers.pop()
        answer = people.log_in(client, person)
        people.keep(person, answer)
        if not answer.ok:
            return self.setting.newcomers.append(person)
        session = person.sessions.pop()
        begun = people.begin(client, person, session)
        if begun:
            self.changes.append(Change(people.confirm(client, person, session, begun), person, begun=begun))
        else:
            self.setting.newcomers.append(person)

    def replace(self, client: Client) -> None:
        # The old authenticator needs a code that is left for the question afterwards.
        person = self.person(lambda person: person.last_step < totp.step_now() and person.failures < 5)
        if not person:
            return
        before = len(person.sessions)
        people.sign_in_lately(client, person)
        begun = None
        if len(person.sessions) > before:
            session, old = person.sessions.pop(), person.authenticator
            begun = people.begin(client, person, session, replaces=old)
        if not begun:
            return self.setting.people.give(person)
        change = Change(None, person, old_secret=person.secret, begun=begun)
        change.answer = people.confirm(client, person, session, begun, replaces=old)
        self.changes.append(change)

    def regenerate(self, client: Client) -> None:
        fits = lambda person: len(person.codes) > 1 and person.sessions and person.next_step() and person.can_fail()
        if person := self.person(fits):
            old = list(person.codes)
            answer = people.regenerate(client, person, person.sessions[-1])
            if answer.outcome in (OK, UNKNOWN):
                self.changes.append(Change(answer, person, old_codes=old))
            else:
                person.sessions.pop()
                self.setting.people.give(person)

    def remember(self, person: Person, answer: Answer | None, code: str, step: int | None = None) -> None:
        if answer and answer.ok:
            self.spent.append(Spent(person, answer.id, code, step))
