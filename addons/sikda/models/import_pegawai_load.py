from odoo import fields, models
from odoo.exceptions import UserError
from odoo.tools import SQL

from .import_pegawai import CORRECTIONS, MKG_OF_SK
from .sql_file import sql_file

HISTORIES = (
    "pangkat", "perjanjian", "jabatan", "pendidikan", "status", "kgb", "diklat",
)  # fmt: skip
FILLED = (
    "hr_employee", "hr_version", *(f"sikda_riwayat_{name}" for name in HISTORIES),
)  # fmt: skip


class ImportPegawai(models.AbstractModel):
    """Loading, in a few statements for the whole set.

    What the statements pass by is done here by hand: access (the checks have seen to
    the units), defaults, the projection, the cache.
    """

    _inherit = "sikda.import.pegawai"

    def _load(self, load):
        people = SQL.identifier(f"sikda_import_{load.id}_person")
        with self._set_plans():
            count = self._insert_people(load, people)
            self._insert_histories(load, people)
        if count:
            for table in FILLED:
                self.env.cr.execute(SQL("ANALYZE %s", SQL.identifier(table)))
            employees = self.env["hr.employee"].sudo()
            condition = SQL("e.import_load_id = %s", load.id)
            rows = SQL("r.employee_id IN (SELECT new_id FROM %s)", people)
            employees._project_set(condition, rows)
        self.env["sikda.selisih"].sudo()._compare(load, self._work_table(load))
        self.env.invalidate_all()
        return count

    def _insert_people(self, load, people):
        """Make people of the rows.

        :return: how many
        """
        work = self._work_table(load)
        self.env.cr.execute(SQL("DROP TABLE IF EXISTS %s", people))
        self.env.cr.execute(
            sql_file(
                "import_pegawai_people",
                people=people,
                work=work,
                corrections=list(CORRECTIONS),
            )
        )
        self.env.cr.execute(SQL("ANALYZE %s (new_id)", people))
        self.env.cr.execute(
            sql_file(
                "import_pegawai_insert",
                people=people,
                **self._person_defaults(),
                **self._stamp(load),
            )
        )
        return self.env.cr.rowcount

    def _stamp(self, load):
        return {
            "load": load.id,
            "uid": self.env.uid,
            "now": fields.Datetime.now(),
            "today": self.env.company.sudo()._pemda_today(),
        }

    def _person_defaults(self):
        """What the ORM would give a new person; the caller's context has no say."""
        versions = self.with_env(self.env(context={})).env["hr.version"].sudo()
        defaults = versions.default_get(
            ["address_id", "resource_calendar_id", "structure_type_id"]
        )
        company = self.env.company.sudo()
        return {
            "company": company.id,
            "calendar": defaults.get("resource_calendar_id")
            or company.resource_calendar_id.id
            or None,
            "address": defaults.get("address_id") or None,
            "structure": defaults.get("structure_type_id") or None,
            "tz": self.env.user.tz or "Asia/Jakarta",
        }

    def _insert_histories(self, load, people):
        stamp = self._stamp(load)
        active = self.env["sikda.kedudukan.hukum"]._by_code("01")
        for name in HISTORIES:
            self.env.cr.execute(
                sql_file(
                    f"import_pegawai_{name}",
                    people=people,
                    source=self._source(load),
                    mkg_layouts=list(MKG_OF_SK),
                    active=active.id or None,
                    note=load.filename,
                    trainings=self._new_trainings(load),
                    **stamp,
                )
            )

    def _undo(self, load, reason):
        """Withdraw the rows of the load and archive the people that it made."""
        people = (
            self.env["hr.employee"]
            .sudo()
            .with_context(active_test=False)
            .search([("import_load_id", "=", load.id)])
        )
        self._check_undo_scope(people | self._people_of(load))
        self._check_unused(load, people)
        touched = self._withdraw(load, reason)
        self.env["sikda.selisih"].sudo().search([("load_id", "=", load.id)]).unlink()
        # The numbers are free again for a corrected file.
        people.with_context(tracking_disable=True).write(
            {"active": False, "nip": False, "siasn_id": False, "nik": False}
        )
        (people | touched)._project()
        return len(people)

    def _withdraw(self, load, reason):
        """Take the rows of the load out of all histories.

        :return: the people whose histories have changed
        """
        touched = set()
        for name in self.env["sikda.riwayat"]._import_histories():
            rows = self.env[name].sudo().search([("import_load_id", "=", load.id)])
            if not rows:
                continue
            touched.update(rows.employee_id.ids)
            self.env.cr.execute(
                sql_file(
                    "import_withdraw",
                    history=SQL.identifier(rows._table),
                    reason=reason,
                    load=load.id,
                    uid=self.env.uid,
                    now=fields.Datetime.now(),
                )
            )
            rows.invalidate_model()
        return self.env["hr.employee"].sudo().browse(touched)

    def _people_of(self, load):
        """Whose histories have rows of the load."""
        people = self.env["hr.employee"].sudo().with_context(active_test=False)
        for name in self.env["sikda.riwayat"]._import_histories():
            rows = self.env[name].sudo().search([("import_load_id", "=", load.id)])
            people |= rows.employee_id
        return people

    def _check_undo_scope(self, people):
        """Who has left the user's units since is not his to take back."""
        allowed = self._import_units()
        if allowed is None:
            return
        gone = people.search_count(
            [("id", "in", people.ids), "!", ("unit_id", "child_of", allowed)]
        )
        if gone:
            raise UserError(
                self.env._(
                    "%(count)s people of this load now belong to units outside your "
                    "office; ask BKD to undo the load.",
                    count=gone,
                )
            )

    def _check_unused(self, load, people):
        """Refuse when something else rests on what the load made."""
        lines = [
            self.env._("%(what)s: %(count)s people", what=label, count=len(used))
            for label, used in (*people._import_uses(), *self._row_uses(load, people))
            if used
        ]
        if lines:
            raise UserError(
                self.env._(
                    "What this load made is in use, so it cannot be undone any "
                    "more:\n%(uses)s",
                    uses="\n".join(lines),
                )
            )

    def _row_uses(self, load, people):
        """Pairs of a label and the people of whom histories were kept since."""
        later, decided = set(), set()
        for name in self.env["sikda.riwayat"]._import_histories():
            rows = self.env[name].sudo()
            later.update(
                rows.search(
                    [
                        ("employee_id", "in", people.ids),
                        ("import_load_id", "!=", load.id),
                    ]
                ).employee_id.ids
            )
            decided.update(
                rows.search(
                    [
                        ("import_load_id", "=", load.id),
                        "|",
                        ("verified", "=", True),
                        ("replaced_by_id", "!=", False),
                    ]
                ).employee_id.ids
            )
        differences = self.env["sikda.selisih"].sudo()
        settled = differences.search(
            [
                ("load_id", "=", load.id),
                ("state", "!=", "open"),
                ("decided_before", "=", False),
            ]
        )
        browse = people.browse
        return [
            (self.env._("Later rows in their histories"), browse(later)),
            (self.env._("Rows verified or corrected"), browse(decided)),
            (self.env._("Differences decided"), settled.employee_id),
        ]
