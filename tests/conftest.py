"""Make ``odoo.addons.<ours>`` importable where there is no Odoo.

The packages are bare: their ``__init__.py`` is not executed, so importing
``odoo.addons.pemda_import.reader`` works here only as long as the reader really is
plain Python. ``import odoo`` inside it finds an empty module.
"""

import sys
from pathlib import Path
from types import ModuleType

ADDONS = Path(__file__).resolve().parent.parent / "addons"


def _package(name, *folders):
    module = ModuleType(name)
    module.__path__ = [str(folder) for folder in folders]
    sys.modules[name] = module
    parent, _, child = name.rpartition(".")
    if parent:
        setattr(sys.modules[parent], child, module)


_package("odoo")
_package("odoo.addons")
for _addon in ADDONS.glob("[a-z]*/"):
    _package(f"odoo.addons.{_addon.name}", _addon)
