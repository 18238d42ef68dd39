"""Several replicas behind a balancer: each is replaced in turn while the others answer."""

import subprocess
import time

import aftermath
import ledger
from cluster import rows
from installation import is_ready
from load import Load
from service import Service
from setting import Setting

ROUNDS = 4
REPLACED_WITHIN = 30.0
VERSIONS = "SELECT count(*) AS count FROM __diesel_schema_migrations"


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


def upgraded(setting: Setting) -> None:
    """Two replicas of the previous release serve while the new one migrates; then each is replaced in turn, so that for a while
    old and new work side by side on the new schema."""
    newer = setting.newer
    with setting.another() as second:
        setting.replicas = [setting.service, second]
        old = list(setting.replicas)
        new = [setting.another(newer) for _ in old]
        try:
            with Load(setting) as load:
                time.sleep(2)
                before = rows(setting.url, VERSIONS)[0]["count"]
                migrated = subprocess.run([newer, "migrate"], env=setting.settings, stdout=setting.log, stderr=setting.log)
                ran = rows(setting.url, VERSIONS)[0]["count"] - before
                holds(setting, "I8", migrated.returncode == 0, f"the new release's migration ended with {migrated.returncode}")
                ready = sum(is_ready(replica.port) for replica in old)
                print(f"    {ran} migrations under load; afterwards {ready} of {len(old)} old replicas say that they are ready")
                time.sleep(4)
                for index, replica in enumerate(old):
                    # The new one comes first: at no time is there one replica less.
                    new[index].start()
                    holds(setting, "I8", new[index].wait_until_ready() < REPLACED_WITHIN, "the new release is not ready")
                    setting.replicas.insert(0, new[index])
                    time.sleep(6)
                    replica.stop()
                    setting.replicas.remove(replica)
                    time.sleep(2)
            aftermath.ask(setting, load)
        finally:
            for replica in new:
                replica.stop()
    nobody_hears_of_it(setting)


def replace(setting: Setting, replica: Service) -> None:
    """It answers what it has begun, and ends; then it is started again, and ready."""
    begun = time.monotonic()
    replica.stop()
    holds(
        setting, "I4", replica.process.returncode == 0, f"a replica that was told to end did so with {replica.process.returncode}"
    )
    ended = time.monotonic() - begun
    replica.start()
    seconds = ended + replica.wait_until_ready()
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
