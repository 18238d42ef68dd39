"""A TCP proxy between service and database: slow, silent, or cut off."""

import socket
import threading
import time
import contextlib


class Proxy:
    """Each way takes `delay` seconds; a silent one passes nothing on, and closes nothing."""

    def __init__(self, target: int, delay: float = 0) -> None:
        self.target, self.delay = target, delay
        self.silent = False
        self.listener = socket.create_server(("127.0.0.1", 0))
        self.sockets: list[socket.socket] = []

    @property
    def port(self) -> int:
        return self.listener.getsockname()[1]

    def __enter__(self) -> "Proxy":
        threading.Thread(target=self.accept, daemon=True).start()
        return self

    def __exit__(self, *_) -> None:
        self.listener.close()
        self.cut()

    def accept(self) -> None:
        while True:
            try:
                near = self.listener.accept()[0]
                far = socket.create_connection(("127.0.0.1", self.target))
            except OSError:
                return
            self.sockets += [near, far]
            for source, sink in ((near, far), (far, near)):
                threading.Thread(target=self.pass_on, args=(source, sink), daemon=True).start()

    def pass_on(self, source: socket.socket, sink: socket.socket) -> None:
        try:
            while data := source.recv(65536):
                time.sleep(self.delay)
                while self.silent:
                    time.sleep(0.05)
                sink.sendall(data)
        except OSError:
            pass
        close(source), close(sink)

    def cut(self) -> None:
        """Every connection ends in the middle of whatever it does."""
        while self.sockets:
            close(self.sockets.pop())


def close(end: socket.socket) -> None:
    with contextlib.suppress(OSError):
        end.shutdown(socket.SHUT_RDWR)
    end.close()
