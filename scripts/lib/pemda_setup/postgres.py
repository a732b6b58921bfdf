"""The private PostgreSQL cluster, or the server named in PEMDA_DATABASE_URL.

The cluster listens on a socket only, so it can never clash with a server of the
machine. PostgreSQL refuses to run as root; there it runs as ``postgres``.
"""

import hashlib
import os
import pwd
import re
import secrets
import shutil
import signal
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote, urlsplit

from . import settings
from .say import SetupError, step
from .shell import attempt, found, locked, output_of, run

ROLE = "sipbd"
PORT = 5432
OLDEST = 13
SOCKET_LIMIT = 90  # the system takes about 107 characters with the file's name


@dataclass(frozen=True)
class Server:
    """How to reach PostgreSQL; host is a folder when it is a socket."""

    host: str
    port: int
    user: str
    password: str

    def environment(self, user=None, password=None):
        """Variables that libpq and its programs read."""
        return {
            **os.environ,
            "PGHOST": self.host,
            "PGPORT": str(self.port),
            "PGUSER": user or self.user,
            "PGPASSWORD": password or self.password,
        }


def ensure():
    """A running server that our role may create databases on."""
    url = os.environ.get("PEMDA_DATABASE_URL")
    if url:
        return _named(url)
    cluster = Cluster()
    with locked(settings.LOCAL / "postgres.lock"):
        cluster.create()
        cluster.start()
    return cluster.server


def stop():
    """Stop the private cluster if it runs."""
    if not os.environ.get("PEMDA_DATABASE_URL"):
        Cluster().stop()


def server_programs():
    """Folder with initdb and postgres of the newest server; None without one."""
    folders = [Path(path).resolve().parent for path in [found("initdb")] if path]
    folders += Path("/usr/lib/postgresql").glob("*/bin")
    usable = [folder for folder in folders if (folder / "postgres").exists()]
    return max(usable, key=major, default=None)


def major(folder):
    """Major version of the server whose programs are in a folder."""
    text = output_of([folder / "postgres", "--version"]) or ""
    match = re.search(r"(\d+)", text)
    return int(match[1]) if match else 0


def _named(url):
    try:
        parts = urlsplit(url)
        known = parts.scheme in ("postgres", "postgresql") and not parts.query
        known = known and bool(parts.username) and parts.port != 0
    except ValueError:
        known = False
    if not known:
        raise SetupError(
            "PEMDA_DATABASE_URL must look like "
            "postgresql://user:password@host:port/database; the database may be left "
            "out, and nothing may follow it."
        )
    if parts.username == "postgres":
        raise SetupError(
            "Odoo refuses to work as the database user postgres. Create a role for "
            "it: createuser --createdb --pwprompt sipbd"
        )
    server = Server(
        unquote(parts.hostname or "localhost"),
        parts.port or 5432,
        unquote(parts.username),
        unquote(parts.password or ""),
    )
    _check_named(server)
    return server


def _check_named(server):
    """Refuse a server or a role that cannot do, or may do too much."""
    statement = (
        "SELECT current_setting('server_version_num')::int / 10000, rolsuper::int, "
        "rolcreatedb::int FROM pg_roles WHERE rolname = current_user"
    )
    text, complaint = attempt(
        ["psql", "-XqAt", "-F", " ", "-d", "postgres", "-c", statement],
        env=server.environment(),
    )
    if complaint:
        raise SetupError(
            f"the server that PEMDA_DATABASE_URL names did not let us in: {complaint}"
        )
    version, is_super, creates = map(int, text.split())
    role = f"the role {server.user} of PEMDA_DATABASE_URL"
    if version < OLDEST:
        raise SetupError(
            f"the server of PEMDA_DATABASE_URL is PostgreSQL {version}; {OLDEST} or "
            "later is needed."
        )
    if is_super:
        raise SetupError(f"{role} must not be a superuser: ALTER ROLE ... NOSUPERUSER")
    if not creates:
        raise SetupError(f"{role} may not create databases: ALTER ROLE ... CREATEDB")


class Cluster:
    """The private cluster in this clone's folder for state."""

    def __init__(self):
        self.home = self._home()
        self.data = self.home / "data"
        self.sockets = self._sockets()
        self.owner = self._owner()
        self.secrets = settings.LOCAL / "secrets"

    @property
    def server(self):
        """How to reach the cluster as our own role."""
        return Server(str(self.sockets), PORT, ROLE, self._password(ROLE))

    def create(self):
        """Initialise the cluster and our role, unless that was done."""
        if (self.data / "pemda.conf").exists():
            return
        step("Creating a PostgreSQL cluster for this project")
        self._prepare_folders()
        password = self.home / "password"
        self._write(password, self._password("postgres"))
        shutil.rmtree(self.data, ignore_errors=True)
        try:
            self._as_owner(
                [
                    *(self._program("initdb"), "--pgdata", self.data),
                    *("--encoding=UTF8", "--locale=C.UTF-8", "--lc-collate=C"),
                    *("--username=postgres", "--auth=scram-sha-256"),
                    *("--pwfile", password),
                ],
                log="initdb",
            )
        finally:
            password.unlink()
        main = self.data / "postgresql.conf"
        self._write(main, main.read_text() + "include 'pemda.conf'\n")
        self._write(self.data / "pemda.conf", _tuning() + self._place())

    def start(self):
        """Start the cluster, unless it runs, and see to our role."""
        if not self._answers():
            step("Starting PostgreSQL")
            self._prepare_folders()
            self._as_owner(
                [
                    *(self._program("pg_ctl"), "start", "--wait", "--timeout=60"),
                    *("--pgdata", self.data, "--log", self.home / "server.log"),
                ],
                log="pg_ctl",
            )
        role = self._password(ROLE)
        self._psql(
            f"DO $$BEGIN CREATE ROLE {ROLE} LOGIN CREATEDB PASSWORD '{role}'; "
            "EXCEPTION WHEN duplicate_object THEN NULL; END$$"
        )

    def stop(self):
        """Stop the cluster, if it runs, and wait until it has."""
        pid = self._pid()
        if pid:
            os.kill(pid, signal.SIGINT)  # "fast": ends sessions, keeps all data
            for _ in range(300):
                if not self._pid():
                    return
                time.sleep(0.1)

    def _pid(self):
        file = self.data / "postmaster.pid"
        if not file.exists():
            return None
        pid = int(file.read_text().split()[0])
        return pid if Path(f"/proc/{pid}").exists() else None

    def _answers(self):
        if not self._pid():
            return False
        command = [self._program("pg_isready"), "-q", "-h", self.sockets, "-p", PORT]
        return output_of(command) is not None

    def _psql(self, statement):
        environment = self.server.environment("postgres", self._password("postgres"))
        # by its input: everybody on the machine can read a command line
        with tempfile.TemporaryFile() as script:
            script.write(statement.encode())
            script.seek(0)
            run(
                ["psql", "-XqAt", "-v", "ON_ERROR_STOP=1", "-d", "postgres"],
                log="psql",
                env=environment,
                stdin=script,
            )

    def _password(self, role):
        """The role's random password, made at the first call."""
        path = settings.private_folder(self.secrets) / f"postgres-{role}"
        if not path.exists():
            path.touch(0o600)
            path.write_text(secrets.token_hex(24))
        return path.read_text()

    def _program(self, name):
        folder = server_programs()
        if folder is None or major(folder) < OLDEST:
            raise SetupError(
                f"a PostgreSQL server of version {OLDEST} or later is needed: "
                "install the package postgresql, or set PEMDA_DATABASE_URL."
            )
        return folder / name

    def _home(self):
        """Where the cluster lives: in the clone, if its owner can get there."""
        inside = settings.LOCAL / "postgres"
        if os.geteuid() or _reachable(settings.LOCAL.parent):
            return inside
        return Path("/var/lib") / f"sipbd-sikda-{_short_name()}"

    def _sockets(self):
        inside = self.home / "run"
        if len(str(inside)) <= SOCKET_LIMIT:
            return inside
        return Path("/tmp") / f"sipbd-sikda-{os.geteuid()}-{_short_name()}"

    def _owner(self):
        """Options for running as the cluster's owner; empty when we are it."""
        if os.geteuid():
            return {}
        try:
            user = pwd.getpwnam("postgres")
        except KeyError:
            raise SetupError(
                "PostgreSQL must not run as root and there is no user postgres: "
                "install the package postgresql, which creates it."
            ) from None
        return {"user": user.pw_uid, "group": user.pw_gid, "extra_groups": []}

    def _prepare_folders(self):
        settings.LOCAL.mkdir(parents=True, exist_ok=True)
        for folder, mode in ((self.home, 0o755), (self.sockets, 0o755)):
            folder.mkdir(parents=True, exist_ok=True)
            folder.chmod(mode)
            if self.owner:
                os.chown(folder, self.owner["user"], self.owner["group"])

    def _write(self, path, text):
        path.touch(0o600)
        path.write_text(text)
        if self.owner:
            os.chown(path, self.owner["user"], self.owner["group"])

    def _as_owner(self, command, *, log):
        environment = {**os.environ, "LC_ALL": "C.UTF-8"}
        run(
            command,
            log=log,
            cwd="/",
            env=environment,
            start_new_session=True,  # Ctrl-C on a script must not reach the server
            **self.owner,
        )

    def _place(self):
        return (
            f"unix_socket_directories = '{self.sockets}'\n"
            f"listen_addresses = ''\nport = {PORT}\n"
        )


def _reachable(folder):
    """Whether everybody may walk to this folder."""
    return all(path.stat().st_mode & 0o001 for path in (folder, *folder.parents))


def _short_name():
    return hashlib.sha256(str(settings.LOCAL).encode()).hexdigest()[:10]


def _tuning():
    """Settings from config/, with memory measured on this machine."""
    pages = os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE") // 2**20
    text = (settings.CONFIG / "postgresql/development.conf").read_text()
    sizes = {
        "shared_buffers": f"{min(max(pages // 8, 128), 1024)}MB",
        "effective_cache_size": f"{max(pages // 2, 256)}MB",
        "maintenance_work_mem": f"{min(max(pages // 32, 64), 512)}MB",
    }
    return text + "".join(f"{name} = {size}\n" for name, size in sizes.items())
