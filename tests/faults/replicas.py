"""Several replicas behind a balancer: each is replaced in turn while the others answer."""

import time

import aftermath
import ledger
from load import Load
from setting import Setting

ROUNDS = 4
REPLACED_WITHIN = 30.0


def rolled(setting: Setting) -> None:
    """Two replicas, each four times told to end by SIGTERM and started anew once it has. Nobody hears of it but by a connection."""
    with setting.another() as second:
        setting.replicas = [setting.service, second]
        with Load(setting) as load:
            time.sleep(1)
            for _ in range(ROUNDS):
                for replica in (setting.service, second):
                    replace(setting, replica)
        aftermath.ask(setting, load)
        setting.replicas = []
    nobody_hears_of_it(setting)


def replace(setting: Setting, replica, by=None) -> None:
    """It answers what it has begun, and ends; then it, or what comes in its place, is ready."""
    begun = time.monotonic()
    replica.stop()
    holds(setting, "I4", replica.process.returncode == 0, f"a replica that was told to end did so with {replica.process.returncode}")
    (by or replica).start()
    (by or replica).wait_until_ready()
    seconds = time.monotonic() - begun
    holds(setting, "I9", seconds < REPLACED_WITHIN, f"it took {seconds:.1f} s to replace a replica")
    time.sleep(1)


def nobody_hears_of_it(setting: Setting) -> None:
    """A connection may break; an answer that is there is one of the service's own."""
    requests, _ = ledger.read(setting.ledger.path)
    for request in requests:
        status = request.get("status", 0)
        holds(setting, "I9", status < 500, f"{request['id']} ({request['operation']}) was answered {status}")
    broken = [request["heard"] for request in requests if request.get("heard")]
    told = ", ".join(f"{broken.count(kind)} {kind}" for kind in sorted(set(broken)))
    print(f"    of {len(requests)} requests {len(broken)} lost their connection{told and ': ' + told}")


def holds(setting: Setting, invariant: str, is_so: bool, what: str) -> None:
    setting.ledger.note("holds", invariant=invariant, holds=is_so, what=what)
