"""Bring the addons of a database up to the state of their files.

What was installed is recorded in the database itself, addon by addon, as the
digest of the addon's files; only addons whose files changed since are updated.
"""

import json

from . import addons, databases, odoo, settings, templates
from .say import SetupError, note, step

PARAMETER = "pemda_setup.addons"


def ensure(installation, *, demo):
    """Create the database if there is none; install and update what changed.

    :param demo: load the demo pemda into a new database
    :return: whether the database is new
    """
    name = settings.DATABASE
    wanted = addons.installable()
    new = not databases.exists(installation.server, name)
    if new:
        wanted += _demo(demo)
        step(f"Creating the database {name}")
        databases.clone(installation.server, templates.core(installation), name)
        password = odoo.secret(f"admin-{name}")
        if installation.call_inside("pemda_setup.first_admin:main", [password]):
            raise SetupError("the administrator's password could not be set.")
    update(installation, name, wanted)
    return new


def pending(installation):
    """Names of the addons whose files are not what the database has."""
    return list(_changed(installation.server, settings.DATABASE, addons.installable()))


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
    if addons.DEMO in known:
        wanted = {*wanted, *_demo(True)}
    digests = {addon.name: addon.digest for addon in wanted}
    return {addon: new for addon, new in digests.items() if new != known.get(addon)}


def _demo(wanted):
    demo = addons.demo()
    return [demo] if wanted and demo else []


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
    statement = f"SELECT value FROM ir_config_parameter WHERE key = '{PARAMETER}'"
    return json.loads(databases.query(server, name, statement) or "{}")


def _record(server, name, digests):
    text = json.dumps(digests, sort_keys=True)
    databases.query(
        server,
        name,
        "INSERT INTO ir_config_parameter (key, value) "
        f"VALUES ('{PARAMETER}', '{text}') "
        "ON CONFLICT (key) DO UPDATE SET value = excluded.value",
    )
