"""scripts/db: scratch databases for developers."""

import argparse

from .. import databases, odoo, templates


def main(words):
    """Create, list or drop databases, or open psql on one."""
    parser = argparse.ArgumentParser(prog="scripts/db", description=__doc__)
    action = parser.add_subparsers(dest="action", required=True)
    for name, text in (
        ("new", "a fresh database with Odoo's own addons and Indonesian"),
        ("drop", "remove a database and its files"),
        ("psql", "PostgreSQL's prompt, further words go to psql"),
    ):
        command = action.add_parser(name, help=text)
        command.add_argument("database")
    action.add_parser("list", help="names of all databases")
    choice, rest = parser.parse_known_args(words)
    installation = odoo.ensure()
    server = installation.server
    if choice.action in ("new", "drop"):
        databases.check_name(choice.database)
    if choice.action == "list":
        print("\n".join(databases.names(server)))
    elif choice.action == "drop":
        databases.drop(server, choice.database)
    elif choice.action == "new":
        databases.clone(server, templates.core(installation), choice.database)
    else:
        return _psql(server, choice.database, rest)
    return 0


def _psql(server, database, rest):
    import subprocess

    command = ["psql", "-d", database, *rest]
    return subprocess.call(command, env=server.environment())
