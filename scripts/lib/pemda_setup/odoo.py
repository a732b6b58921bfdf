"""Odoo's configuration file, environment and command line."""

import os
import secrets
import string
import subprocess
from dataclasses import dataclass
from pathlib import Path

from . import databases, odoo_tree, postgres, settings, venv
from .say import SetupError
from .shell import run

HTTP_PORT = 8069


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
        return [str(self.python), "-m", "odoo", *first, *options, *words]

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

    def call(self, *words):
        """Run Odoo on this terminal; its exit status."""
        return subprocess.call(self.command(*words), env=self.environment())

    def call_inside(self, target, words):
        """Call ``module:function`` with an Odoo environment; its exit status."""
        if not databases.exists(self.server, settings.DATABASE):
            raise SetupError(
                f"there is no database {settings.DATABASE} yet: scripts/run makes it."
            )
        environment = self.environment()
        environment["PYTHONPATH"] += os.pathsep + str(settings.ROOT / "scripts/lib")
        command = [str(self.python), "-m", "pemda_setup.inside", target, *words]
        return subprocess.call(command, env=environment)


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
    return [settings.ADDONS, *([oca] if oca.is_dir() else ()), *odoo.addons]


def _configure(odoo, server, environment):
    template = settings.CONFIG / "odoo" / f"{environment}.conf"
    text = string.Template(template.read_text()).substitute(
        http_port=HTTP_PORT,
        admin_passwd=secret("odoo-master-password"),
        db_host=server.host,
        db_port=server.port,
        db_user=server.user,
        db_password=server.password,
        dbfilter="",
        addons_path=",".join(map(str, addon_folders(odoo))),
        data_dir=settings.DATA,
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
