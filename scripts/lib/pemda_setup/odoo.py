"""Odoo's configuration file, environment and command line."""

import os
import secrets
import string
import subprocess
from dataclasses import dataclass, replace
from pathlib import Path

from . import addons, databases, odoo_tree, postgres, settings, venv
from .say import SetupError
from .shell import run

HTTP_PORT = 8069
LAUNCHER = settings.ROOT / "scripts/lib/odoo_bin.py"


@dataclass(frozen=True)
class Installation:
    """Everything that is needed to run Odoo: made by :func:`ensure`."""

    python: Path
    odoo: odoo_tree.Odoo
    server: postgres.Server
    config: Path

    def command(self, *words):
        """Odoo's command line with our configuration behind the sub-command."""
        words = [str(word) for word in words]
        first = [words.pop(0)] if words and not words[0].startswith("-") else []
        options = [] if first in NO_CONFIG else ["--config", str(self.config)]
        return [str(self.python), str(LAUNCHER), *first, *options, *words]

    def with_addons(self, name, *folders):
        """The same with further folders of addons, by a configuration of this name."""
        text = self.config.read_text()
        listed = ",".join(map(str, folders))
        text = text.replace("addons_path = ", f"addons_path = {listed},", 1)
        path = self.config.with_name(f"odoo-{name}.conf")
        path.touch(0o600)
        path.write_text(text)
        return replace(self, config=path)

    def environment(self):
        """Variables for Odoo and everything that imports it."""
        inherited = os.environ.get("PYTHONPATH")
        paths = [str(self.odoo.python_path), *([inherited] if inherited else ())]
        return {
            **self.server.environment(),
            "PYTHONPATH": os.pathsep.join(paths),
            "ODOO_RC": str(self.config),
            "PATH": f"{self.python.parent}{os.pathsep}{os.environ['PATH']}",
        }

    def run(self, *words, log, hint="", **environment):
        """Run Odoo to its end, its output in a log file."""
        return run(
            self.command(*words),
            log=log,
            hint=hint,
            env={**self.environment(), **environment},
        )

    def become(self, command):
        """Replace this process by a command, which then gets all signals itself."""
        os.execvpe(command[0], command, self.environment())

    def call_inside(self, target, words, database=settings.DATABASE):
        """Call ``module:function`` with an Odoo environment; its exit status.

        :param words: what the function is given besides the environment
        """
        command, environment = self._inside(target, words, database)
        return subprocess.call(command, env=environment)

    def ask_inside(self, target, words, database=settings.DATABASE):
        """Call ``module:function`` with an Odoo environment; what it prints."""
        command, environment = self._inside(target, words, database)
        answer = subprocess.run(command, env=environment, stdout=subprocess.PIPE)
        if answer.returncode:
            raise SetupError(f"{target} failed in the database {database}.")
        return answer.stdout.decode()

    def _inside(self, target, words, database):
        asks_help = HELP & set(words)
        if not asks_help and not databases.exists(self.server, database):
            raise SetupError(f"there is no database {database}: scripts/run makes it.")
        environment = {**self.environment(), "PEMDA_DB": database}
        environment["PYTHONPATH"] += os.pathsep + str(settings.ROOT / "scripts/lib")
        command = [str(self.python), "-m", "pemda_setup.inside", target, *words]
        return command, environment


HELP = {"-h", "--help"}
# Sub-commands that take no --config
NO_CONFIG = (["--help"], ["help"], ["scaffold"], ["upgrade_code"], ["deploy"])


def ensure(*, tests=False, environment="development"):
    """Python, Odoo and PostgreSQL ready to use, and a configuration for them."""
    python = venv.ensure(tests=tests)
    odoo = odoo_tree.ensure()
    server = postgres.ensure()
    return Installation(python, odoo, server, _configure(odoo, server, environment))


def addon_folders(odoo):
    """Folders of addons, ours first, then OCA's, then Odoo's own outside it."""
    oca = venv.site_packages() / "odoo/addons"
    ours = (settings.ADDONS, addons.TEST_ADDONS, oca)
    return [folder for folder in ours if folder.is_dir()] + list(odoo.addons)


def _configure(odoo, server, environment):
    template = settings.CONFIG / "odoo" / f"{environment}.conf"
    text = string.Template(template.read_text()).substitute(
        http_port=HTTP_PORT,
        admin_passwd=secret("odoo-master-password"),
        db_host=server.host,
        db_port=server.port,
        db_user=server.user,
        db_password=server.password,
        addons_path=",".join(map(str, addon_folders(odoo))),
        data_dir=settings.DATA,
        database=settings.DATABASE,
        http_interface=os.environ.get("PEMDA_HTTP_INTERFACE") or "127.0.0.1",
        workers=2 * (os.cpu_count() or 1),
    )
    path = settings.LOCAL / f"odoo-{environment}.conf"
    if not path.exists() or path.read_text() != text:
        partial = path.with_suffix(f".{os.getpid()}")
        partial.touch(0o600)
        partial.write_text(text)
        partial.rename(path)
    return path


def secret(name):
    """A random secret of this installation, made at the first call."""
    path = settings.private_folder(settings.LOCAL / "secrets") / name
    if not path.exists():
        path.touch(0o600)
        path.write_text(secrets.token_urlsafe(32))
    return path.read_text()
