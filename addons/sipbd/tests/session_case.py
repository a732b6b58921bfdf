"""Several sessions at once, each with a connection of its own and real commits."""

from contextlib import contextmanager
from unittest.mock import patch

from odoo import SUPERUSER_ID, api
from odoo.modules.registry import DummyRLock, Registry
from odoo.sql_db import db_connect
from odoo.tests import BaseCase, get_db_name


class SessionCase(BaseCase):
    """One committed unit, ``unit_id``; it and its assets are gone afterwards."""

    unit_code = None  # a code of its own for each class, two digits per level

    def setUp(self):
        super().setUp()
        # Tests run while the registry is being loaded: its lock is held by us.
        self.startPatcher(patch.object(Registry, "_lock", DummyRLock()))
        self.registry = Registry(get_db_name())
        with self.session() as env:
            unit = env["hr.department"].create(
                {
                    "code": self.unit_code,
                    "name": "Dinas Serentak",
                    "kind_id": env.ref("pemda_base.unit_kind_dinas").id,
                    "parent_id": env.ref("pemda_base.unit_pemda").id,
                }
            )
            self.unit_id = unit.id
        self.addCleanup(self.clean)

    @contextmanager
    def session(self):
        """Environment on a connection of its own, committed at the end."""
        cr = db_connect(get_db_name()).cursor()
        try:
            yield api.Environment(cr, SUPERUSER_ID, {"tracking_disable": True})
            cr.commit()  # pylint: disable=invalid-commit
        finally:
            cr.close()

    def clean(self):
        """The ledger cannot be emptied: its guard has to be taken off for that."""
        key = f"%{self.unit_code.replace('.', '')}%"
        with self.session() as env:
            execute = env.cr.execute
            execute("ALTER TABLE sipbd_entry DISABLE TRIGGER USER")
            execute("DELETE FROM sipbd_entry WHERE unit_id = %s", [self.unit_id])
            execute("ALTER TABLE sipbd_entry ENABLE TRIGGER USER")
            execute("ALTER TABLE sipbd_asset DISABLE TRIGGER sipbd_keep_assets")
            execute("DELETE FROM sipbd_asset WHERE unit_id = %s", [self.unit_id])
            execute("ALTER TABLE sipbd_asset ENABLE TRIGGER sipbd_keep_assets")
            execute("DELETE FROM sipbd_named_unit WHERE unit_id = %s", [self.unit_id])
            execute("DELETE FROM pemda_numbering_counter WHERE key LIKE %s", [key])
            env["pemda.import.load"].search([("unit_id", "=", self.unit_id)]).unlink()
            env["hr.department"].browse(self.unit_id).unlink()
