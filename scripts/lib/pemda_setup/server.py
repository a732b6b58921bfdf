"""Start, find and stop the Odoo server of this clone."""

import json
import os
import signal
import socket
import subprocess
import time
import urllib.error
import urllib.request
from dataclasses import asdict, dataclass
from pathlib import Path

from . import settings
from .say import SetupError, note, step

STATE = settings.LOCAL / "server.json"
LOG = settings.LOGS / "server.log"
PORTS = range(1, 65536)
PATIENCE = 120  # seconds for the sign-in page to appear


@dataclass(frozen=True)
class Running:
    """A server that was started here."""

    pid: int
    port: int
    database: str

    @property
    def address(self):
        """Where to sign in."""
        return f"http://127.0.0.1:{self.port}"

    @property
    def alive(self):
        """Whether that process still is our Odoo."""
        try:
            words = Path(f"/proc/{self.pid}/cmdline").read_bytes()
        except FileNotFoundError:
            return False
        return str(settings.LOCAL).encode() in words


def running():
    """The server of this clone that runs now, or None."""
    if not STATE.exists():
        return None
    try:
        server = Running(**json.loads(STATE.read_text()))
    except (ValueError, TypeError):  # written halfway when the machine stopped
        return None
    return server if server.alive else None


def free_port(wanted):
    """The first port from the wanted one on that nobody listens on."""
    last = min(wanted + 99, PORTS[-1])
    for port in range(wanted, last + 1):
        with socket.socket() as probe:
            # As the server does; otherwise a port it just left would count as taken.
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                probe.bind(("127.0.0.1", port))
            except PermissionError:
                raise SetupError(
                    f"this user may not open port {port}: choose one from 1024 on."
                ) from None
            except OSError:
                note(f"port {port} is taken, trying the next")
                continue
            return port
    raise SetupError(f"no free port from {wanted} to {last}: name one, --port")


def start(installation, port):
    """Start the server and wait until its sign-in page answers.

    :return: the process and its :class:`Running`
    """
    step("Starting the server")
    LOG.parent.mkdir(parents=True, exist_ok=True)
    name = settings.DATABASE
    with LOG.open("ab") as log:
        process = subprocess.Popen(
            installation.command(
                *("server", "-d", name, "--db-filter", f"^{name}$"),
                *("--http-port", port),
            ),
            env=installation.environment(),
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=log,
            start_new_session=True,
        )
    server = Running(process.pid, port, name)
    STATE.write_text(json.dumps(asdict(server)))
    _wait(process, server)
    return process, server


def stop(server):
    """Ask a server to stop and wait until it has."""
    _signal(server, signal.SIGTERM)
    for _ in range(200):
        if not server.alive:
            break
        time.sleep(0.1)
    else:
        _signal(server, signal.SIGKILL)
    STATE.unlink(missing_ok=True)


def _signal(server, number):
    try:
        os.kill(server.pid, number)
    except ProcessLookupError:
        pass


def _wait(process, server):
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline:
        if process.poll() is not None:
            break
        try:
            urllib.request.urlopen(f"{server.address}/web/login", timeout=60).close()
            return
        except (urllib.error.URLError, OSError):
            time.sleep(0.3)
    if process.poll() is None:
        stop(server)
    tail = LOG.read_text(errors="replace").splitlines()[-15:]
    raise SetupError(
        "the server did not come up. The end of its log:\n"
        + "\n".join(f"  | {line}" for line in tail)
        + f"\nThe whole log is {LOG}."
    )
