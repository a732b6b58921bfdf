"""Template databases: built once per content, cloned in a fraction of a second."""

import hashlib

from . import databases, debs, settings
from .say import step
from .shell import locked

# What our addons stand on, installed without demo data and with Indonesian.
CORE = ("hr", "mail", "base_import", "auth_totp")


def core(odoo):
    """Name of the template with Odoo's own addons, built when it is missing."""
    digest = hashlib.sha256(",".join(CORE).encode() + debs.LOCK.read_bytes())
    name = f"tpl_core_{digest.hexdigest()[:10]}"
    return _ensure(odoo, name, None, CORE)


def _ensure(odoo, name, template, addons):
    if databases.exists(odoo.server, name):
        return name
    with locked(settings.LOCAL / f"{name}.lock"):
        if not databases.exists(odoo.server, name):
            step(f"Building the template database {name}")
            build(odoo, f"{name}_partial", template, addons)
            databases.rename(odoo.server, f"{name}_partial", name)
    return name


def build(odoo, name, template, addons):
    """Create a database from a template, or from nothing, and install addons."""
    databases.drop(odoo.server, name)
    if template:
        databases.clone(odoo.server, template, name)
    else:
        databases.create(odoo.server, name)
    odoo.run(
        *("server", "-d", name, "-i", ",".join(addons), "--stop-after-init"),
        *("--no-http", f"--load-language={settings.LANGUAGES}"),
        *("--skip-auto-install", "--log-level=warn"),
        log=f"install-{name}",
    )
