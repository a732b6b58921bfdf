"""Template databases: built once per content, cloned in a fraction of a second."""

import hashlib
import os
import re
from pathlib import Path

from . import addons, databases, debs, settings
from .say import SetupError, step
from .shell import locked

# What our addons stand on, installed without demo data and with Indonesian.
CORE = ("hr", "mail", "base_import", "auth_totp")
DEMO_FILES = settings.ROOT / "data/demo"
RECIPE = "2"  # change it when databases are to be made in another way


def core(installation):
    """Name of the template with Odoo's own addons, built when it is missing."""
    content = ",".join((RECIPE, settings.LANGUAGES, *CORE)).encode()
    digest = hashlib.sha256(content + debs.LOCK.read_bytes()).hexdigest()[:10]
    return _ensure(installation, f"tpl_core_{digest}", None, CORE)


def tests(installation):
    """Name of the template with all our addons, without demo data."""
    ours = addons.installable() + addons.installable(addons.TEST_ADDONS)
    base = core(installation)
    name = f"tpl_test_{addons.digest_of(ours)}_{base[-4:]}"
    names = [addon.name for addon in ours]
    return _ensure(installation, name, base, names, assets=True)


def demo(installation):
    """Name of the template with the demo pemda as well, if there is one."""
    data = addons.demo()
    base = tests(installation)
    if not data:
        return base
    files = sorted(path for path in DEMO_FILES.rglob("*") if path.is_file())
    content = addons.digest_of([data]) + settings.file_digest(*files)[:8]
    name = f"tpl_test_demo_{content}_{base[9:19]}"
    return _ensure(installation, name, base, [data.name])


def tidy(installation, keep):
    """Drop templates of earlier contents and what killed test runs left."""
    for name in databases.names(installation.server):
        parts = name.split("_")
        old = name.startswith("tpl_test_") and name not in keep
        left = parts[0] == "test" and not Path(f"/proc/{parts[1]}").exists()
        if old or left:
            try:
                databases.drop(installation.server, name, force=False)
            except SetupError:
                continue  # another test run is using it


def _ensure(installation, name, template, wanted, *, assets=False):
    server = installation.server
    if databases.exists(server, name):
        return name
    with locked(settings.LOCAL / f"{name}.lock"):
        if not databases.exists(server, name):
            step(f"Building the template database {name}")
            _drop_halves(server, name)
            partial = f"{name}_{os.getpid()}"
            _build(installation, partial, template, wanted)
            if assets:
                installation.call_inside("pemda_setup.assets:main", [], partial)
            databases.rename(server, partial, name)
    return name


def _drop_halves(server, name):
    """Drop what killed runs left of a template; whoever holds its lock may."""
    for other in databases.names(server):
        if re.fullmatch(re.escape(name) + r"_\d+", other):
            databases.drop(server, other)


def _build(installation, name, template, wanted):
    databases.drop(installation.server, name)
    if template:
        databases.clone(installation.server, template, name)
    else:
        databases.create(installation.server, name)
    installation.run(
        *("server", "-d", name, "-i", ",".join(wanted), "--stop-after-init"),
        *("--no-http", f"--load-language={settings.LANGUAGES}"),
        *("--skip-auto-install", "--log-level=warn"),
        log=f"install-{name}",
        hint="Mend the addon that is named above and run this again.",
    )
    missing = set(wanted) - databases.installed(installation.server, name)
    if missing:
        raise SetupError(f"these addons did not get installed: {sorted(missing)}")
