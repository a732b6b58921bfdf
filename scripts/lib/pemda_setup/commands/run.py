"""Set up what is missing and start SIPBD-SIKDa; the first run takes some minutes."""

import argparse
import csv
import sys

from .. import addons, databases, install, odoo, postgres, server, settings, system
from ..say import SetupError, note, step

USERS = settings.ROOT / "data/demo/users.csv"


def main(words):
    """Do what the options ask for; the exit status."""
    options = _options(words)
    if options.stop:
        return _stop()
    system.ensure()
    installation = odoo.ensure()
    if options.reset:
        _reset(installation, options.yes)
    running = server.running()
    if running and _serves(installation, running):
        note(f"it runs already{_other_port(running, options.port)}")
        _welcome(installation, running)
        return 0
    if running:
        step(f"Stopping the server of the database {running.database}")
        server.stop(running)
    install.ensure(installation, demo=not options.no_demo)
    if options.no_demo and _has_demo(installation):
        note("this database has the demo; --no-demo is for a new one (--reset)")
    port = server.free_port(options.port or odoo.HTTP_PORT)
    process, running = server.start(installation, port)
    _welcome(installation, running)
    return 0 if options.detach else _stay(process, running)


def _options(words):
    parser = argparse.ArgumentParser(prog="scripts/run", description=__doc__)
    parser.add_argument("--stop", action="store_true", help="stop it and its database")
    parser.add_argument(
        "--port",
        type=_port,
        metavar="N",
        help=f"the port to listen on ({odoo.HTTP_PORT}); a taken one is stepped over",
    )
    parser.add_argument(
        "--no-demo", action="store_true", help="a new database starts empty"
    )
    parser.add_argument(
        "--reset", action="store_true", help="throw the database away and start anew"
    )
    parser.add_argument("--yes", action="store_true", help="--reset without asking")
    parser.add_argument("--detach", action="store_true", help="come back once it is up")
    return parser.parse_args(words)


def _port(text):
    if not text.isdecimal() or int(text) not in server.PORTS:
        raise argparse.ArgumentTypeError(f"{text!r} is not a port: 1 to 65535")
    return int(text)


def _stop():
    running = server.running()
    if running:
        step("Stopping the server")
        server.stop(running)
    postgres.stop()
    note("stopped" if running else "no server was running")
    return 0


def _reset(installation, sure):
    name = settings.DATABASE
    if not databases.exists(installation.server, name):
        return
    if not sure:
        print(f"Everything in the database {name} will be lost. Type {name} to go on:")
        if not sys.stdin.isatty() or input("> ").strip() != name:
            raise SetupError("nothing was reset. (--yes does it without asking)")
    running = server.running()
    if running:
        server.stop(running)
    step(f"Dropping the database {name}")
    databases.drop(installation.server, name)


def _serves(installation, running):
    """Whether a server is the one that is asked for, with the addons as they are."""
    name = settings.DATABASE
    if running.database != name or not databases.exists(installation.server, name):
        return False
    return not install.pending(installation)


def _other_port(running, wanted):
    if wanted in (None, running.port):
        return ""
    return f" on port {running.port}; for another one stop it first (--stop)"


def _stay(process, running):
    note("Ctrl-C stops it.")
    try:
        return process.wait()
    except KeyboardInterrupt:
        step("Stopping the server")
        server.stop(running)
        process.wait()
        return 0


def _welcome(installation, running):
    print(f"\nSIPBD-SIKDa is ready:  {running.address}\n")
    if _has_demo(installation) and USERS.exists():
        _print_sign_ins()
    password = odoo.secret(f"admin-{running.database}")
    print(f"Administrator: admin, password at first: {password}")
    print(f"Its log: {server.LOG}   To stop it: scripts/run --stop\n", flush=True)


def _has_demo(installation):
    return addons.DEMO in databases.installed(installation.server, settings.DATABASE)


def _print_sign_ins():
    with USERS.open(newline="", encoding="utf-8") as lines:
        rows = list(csv.DictReader(lines))
    columns = ("login", "password", "role", "unit")
    table = [columns, *(tuple(row[column] for column in columns) for row in rows)]
    widths = [max(map(len, cells)) for cells in zip(*table, strict=True)]
    for row in table:
        cells = zip(row, widths, strict=True)
        print("  " + "  ".join(cell.ljust(width) for cell, width in cells).rstrip())
    print()
