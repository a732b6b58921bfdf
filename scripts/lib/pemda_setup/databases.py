"""Create, clone and drop databases, together with their stored files."""

import re
import shutil
import subprocess

from . import settings
from .say import SetupError
from .shell import attempt, run


def exists(server, name):
    """Whether there is a database of this name."""
    return name in names(server)


def names(server):
    """Names of all databases of the server that are not its own."""
    text = query(server, "postgres", "SELECT datname FROM pg_database")
    return sorted(set(text.split()) - {"postgres", "template0", "template1"})


def query(server, database, statement):
    """What a statement returns, as text, one row a line."""
    command = ["psql", "-XqAt", "-v", "ON_ERROR_STOP=1", "-d", database]
    text, complaint = attempt([*command, "-c", statement], env=server.environment())
    if complaint:
        raise SetupError(f"the database {database} did not answer. {complaint}")
    return text


def installed(server, name):
    """Names of the addons that are installed in a database."""
    statement = "SELECT name FROM ir_module_module WHERE state = 'installed'"
    return set(query(server, name, statement).split())


def check_name(name):
    """Refuse what would not do as the name of a database and of a folder."""
    if not re.fullmatch(r"[A-Za-z][A-Za-z0-9_-]{0,39}", name):
        raise SetupError(
            f"{name!r} is no name for a database: letters, digits, - and _, "
            "beginning with a letter, at most 40."
        )


def create(server, name):
    """Create an empty database the way Odoo does: UTF-8, ordered by byte.

    Without the extension Odoo would leave out all trigram indexes, silently.
    """
    statement = (
        f"CREATE DATABASE \"{name}\" TEMPLATE template0 ENCODING 'UTF8' "
        "LC_COLLATE 'C' LC_CTYPE 'C.UTF-8'"
    )
    _admin(server, statement)
    query(server, name, "CREATE EXTENSION IF NOT EXISTS pg_trgm")


def clone(server, template, name):
    """Copy a database nobody is connected to, with its stored files."""
    drop(server, name)
    _admin(server, f'CREATE DATABASE "{name}" TEMPLATE "{template}"')
    source = filestore(template)
    if source.is_dir():
        # Stored files are never changed in place, so links do as copies.
        subprocess.run(["cp", "-al", source, filestore(name)], check=True)


def rename(server, old, new):
    """Rename a database and its stored files."""
    _admin(server, f'ALTER DATABASE "{old}" RENAME TO "{new}"')
    shutil.rmtree(filestore(new), ignore_errors=True)
    if filestore(old).is_dir():
        filestore(old).rename(filestore(new))


def drop(server, name, *, force=True):
    """Drop a database with its stored files; by ``force`` our sessions in it end.

    WITH (FORCE) would fail on a worker of autovacuum, which is no session of ours; a
    plain DROP ends that by itself.
    """
    if force:
        _admin(
            server,
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
            f" WHERE datname = '{name}' AND usename = current_user",
        )
    _admin(server, f'DROP DATABASE IF EXISTS "{name}"')
    shutil.rmtree(filestore(name), ignore_errors=True)


def filestore(name):
    """Folder of a database's stored files."""
    return settings.DATA / "filestore" / name


def _admin(server, statement):
    run(
        ["psql", "-Xq", "-v", "ON_ERROR_STOP=1", "-d", "postgres", "-c", statement],
        log="psql",
        env=server.environment(),
    )
