"""Where things are, and what a person may set through the environment.

==========================  ===================================================
``ODOO_HOME``               an Odoo 19 already on the machine, used as it is
``PEMDA_DATABASE_URL``      ``postgresql://user:password@host:port`` of a server
                            to use instead of the private cluster
``PEMDA_DB``                name of the database (default: the one at the end of
                            that address, or ``pemda``)
``PEMDA_LOCAL``             folder for this clone's state (default ``.local``)
``PEMDA_PYTHON``            the Python 3.10-3.13 to build the environment with
``PEMDA_HTTP_INTERFACE``    where scripts/serve listens (default ``127.0.0.1``)
``PEMDA_DEBIAN_MIRROR``     address of a Debian mirror, where apt has none
``PEMDA_DEBIAN_KEYRING``    file with the Debian archive's keys
``XDG_CACHE_HOME``          where downloads are kept (default ``~/.cache``)
==========================  ===================================================
"""

import hashlib
import os
from pathlib import Path
from urllib.parse import unquote

ROOT = Path(__file__).resolve().parents[3]
LOCAL = Path(os.environ.get("PEMDA_LOCAL") or ROOT / ".local").resolve()
CACHE = Path(os.environ.get("XDG_CACHE_HOME") or "~/.cache").expanduser().resolve()
CACHE = CACHE / "sipbd-sikda"

ADDONS = ROOT / "addons"
CONFIG = ROOT / "config"
REQUIREMENTS = ROOT / "requirements"
LOGS = LOCAL / "log"
DATA = LOCAL / "odoo"


def database_of(address):
    """The database that the address of a server ends in; empty without one."""
    return unquote(address.partition("://")[2].partition("/")[2].partition("?")[0])


DATABASE = (
    os.environ.get("PEMDA_DB")
    or database_of(os.environ.get("PEMDA_DATABASE_URL", ""))
    or "pemda"
)
# The first one is the default language of the database.
LANGUAGES = "id_ID,en_US"


def file_digest(*paths):
    """Hex SHA-256 over names and contents of files, in the order given."""
    digest = hashlib.sha256()
    for path in paths:
        digest.update(path.name.encode() + b"\0" + path.read_bytes() + b"\0")
    return digest.hexdigest()


def private_folder(path):
    """Create a folder that only its owner may read."""
    path.mkdir(parents=True, exist_ok=True)
    path.chmod(0o700)
    return path
