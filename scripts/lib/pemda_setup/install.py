"""Bring the addons of a database up to the state of their files.

What was installed is recorded in the database itself, addon by addon, as the
digest of the addon's files; only addons whose files changed since are updated.
"""

import json

from . import addons, databases, odoo, settings, templates
from .say import SetupError, note, step

DIGESTS = "pemda_setup.addons"
DEMO = "pemda_setup.demo"


def ensure(installation, *, demo):
    """Create the database if there is none; install and update what changed.

    :param demo: load the demo pemda into a new database
    :return: whether the database is new
    """
    name = settings.DATABASE
    databases.check_name(name)
    new = not databases.exists(installation.server, name)
    if new:
        _create(installation, name, demo)
    update(installation, name, addons.installable())
    return new


def _create(installation, name, demo):
    """Create the database aside, so that an interrupted run leaves no half of it."""
    step(f"Creating the database {name}")
    server, aside = installation.server, f"{name}_new"
    databases.clone(server, templates.core(installation), aside)
    password = odoo.secret(f"admin-{name}")
    if installation.call_inside("pemda_setup.first_admin:main", [password], aside):
        raise SetupError("the administrator's password could not be set.")
    _write(server, aside, DEMO, "yes" if demo else "no")
    databases.rename(server, aside, name)


def pending(installation):
    """Names of the addons whose files are not what the database has."""
    return list(_changed(installation.server, settings.DATABASE, addons.installable()))


def check_current(installation):
    """Refuse to work on a database whose addons are not those of the files.

    A database that was made otherwise than by scripts/run has no record of them.
    """
    server, name = installation.server, settings.DATABASE
    if not databases.exists(server, name) or not _recorded(server, name):
        return
    changed = pending(installation)
    if changed:
        raise SetupError(
            f"{', '.join(changed)} changed since the database {name} was brought up "
            "to date: scripts/run does that."
        )


def update(installation, name, wanted):
    """Install or update the addons whose files are not what the database has."""
    server = installation.server
    changed = _changed(server, name, wanted)
    if not changed:
        return
    present = databases.installed(server, name)
    _run(
        installation,
        name,
        new=[addon for addon in changed if addon not in present],
        old=[addon for addon in changed if addon in present],
    )
    missing = changed.keys() - databases.installed(server, name)
    if missing:
        raise SetupError(f"these addons did not get installed: {sorted(missing)}")
    _record(server, name, {**_recorded(server, name), **changed})


def _changed(server, name, wanted):
    """Digests of the addons that differ from the record, by name."""
    known = _recorded(server, name)
    demo = addons.demo()
    if demo and _read(server, name, DEMO) == "yes":
        wanted = [*wanted, demo]
    digests = {addon.name: addon.digest for addon in wanted}
    return {addon: new for addon, new in digests.items() if new != known.get(addon)}


def _run(installation, name, *, new, old):
    if new:
        step("Installing: " + " ".join(new))
    if old:
        step("Updating: " + " ".join(old))
    note("this takes up to some minutes the first time")
    installation.run(
        *("server", "-d", name, "--stop-after-init", "--no-http"),
        *(["-i", ",".join(new)] if new else []),
        *(["-u", ",".join(old)] if old else []),
        log=f"install-{name}",
        hint="Mend the addon that is named above and run this again.",
    )


def _recorded(server, name):
    return json.loads(_read(server, name, DIGESTS) or "{}")


def _record(server, name, digests):
    _write(server, name, DIGESTS, json.dumps(digests, sort_keys=True))


def _read(server, name, key):
    statement = f"SELECT value FROM ir_config_parameter WHERE key = '{key}'"
    return databases.query(server, name, statement).strip()


def _write(server, name, key, value):
    databases.query(
        server,
        name,
        f"INSERT INTO ir_config_parameter (key, value) VALUES ('{key}', '{value}') "
        "ON CONFLICT (key) DO UPDATE SET value = excluded.value",
    )
