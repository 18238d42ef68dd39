"""An installation of its own for a benchmark: a database, the settings that lead to it, and the service."""

import contextlib
import http.client
import json
import os
import pathlib
import socket
import subprocess
import sys
import time

ROOT = pathlib.Path(__file__).resolve().parent.parent
BINARY = ROOT / "target/release/nightlatch"


@contextlib.contextmanager
def database(name: str):
    """The URL of a new database, on the server of `tests/with-postgres`."""
    server = os.environ.get("NIGHTLATCH_TEST_DATABASE_URL") or sys.exit("run it by tests/with-postgres")
    psql(server, f"CREATE DATABASE {name}")
    try:
        yield server.replace("/postgres?", f"/{name}?")
    finally:
        psql(server, f"DROP DATABASE {name} WITH (FORCE)")


def psql(url: str, *statements: str) -> None:
    commands = [argument for statement in statements for argument in ("--command", statement)]
    subprocess.run(["psql", "--no-psqlrc", "--quiet", "--set", "ON_ERROR_STOP=1", url, *commands], check=True)


def prepare(binary: str, url: str, scratch: str, email: str, password: str) -> dict[str, str]:
    """An empty installation with one administrator, and the settings to serve it with."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    # Of its settings nothing is left to the shell: an unknown one is refused.
    settings = {name: value for name, value in os.environ.items() if not name.startswith("NIGHTLATCH_")} | {
        "NIGHTLATCH_DATABASE_URL": url,
        "NIGHTLATCH_KEYRING": str(pathlib.Path(scratch) / "keyring"),
        "NIGHTLATCH_BIND": f"127.0.0.1:{port}",
        "NIGHTLATCH_LOG": "error",
    }
    bootstrap = ["bootstrap", "--organization", "Example Ltd", "--email", email, "--password-stdin"]
    for command in (["keys", "init"], ["migrate"], bootstrap):
        subprocess.run([binary, *command], env=settings, input=password, text=True, stdout=subprocess.PIPE, check=True)
    return settings


@contextlib.contextmanager
def serving(binary: str, settings: dict[str, str]):
    """The port of the service, once it is ready."""
    port = int(settings["NIGHTLATCH_BIND"].rpartition(":")[2])
    service = subprocess.Popen([binary, "serve"], env=settings)
    try:
        while not is_ready(port):
            if service.poll() is not None:
                sys.exit("the service has not started")
            time.sleep(0.1)
        yield port
    finally:
        service.terminate()
        service.wait()


def is_ready(port: int) -> bool:
    try:
        return Connection(port).request("GET", "/readyz")[0] == 200
    except OSError:
        return False


class Connection:
    """Kept alive, so that no handshake is measured."""

    def __init__(self, port: int, timeout: float = 60) -> None:
        self.connection = http.client.HTTPConnection("localhost", port, timeout=timeout)

    def request(self, method: str, path: str, body=None, headers: dict | None = None) -> tuple[int, dict, bytes]:
        content = {} if body is None else {"content-type": "application/json"}
        self.connection.request(method, path, body and json.dumps(body), content | (headers or {}))
        response = self.connection.getresponse()
        return response.status, dict(response.getheaders()), response.read()

    def post(self, path: str, body: dict) -> dict:
        """Errors: the program ends with any answer but 200 and 201."""
        status, _, text = self.request("POST", path, body)
        if status not in (200, 201):
            sys.exit(f"POST {path} was answered {status}: {text.decode()}")
        return json.loads(text)
