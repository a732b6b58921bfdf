from itertools import count

from psycopg2.errors import ReadOnlySqlTransaction

from odoo import models
from odoo.tools import SQL

from odoo.addons.sikda.models.sql_file import sql_file as sikda_sql
from odoo.addons.sikda.rules.kinerja import PREDIKAT

from ..rules.usul_kgb import LIFTABLE
from .sql_file import sql_file

TABLE_NUMBERS = count()
NOBODY = SQL("SELECT NULL::int AS employee_id, NULL::date AS tmt WHERE FALSE")
#: states in which another proposal holds its people
HELD_BY_OTHERS = ["draft", "running", "returned"]
#: whom the OPD took out itself: stays out
REMOVED = "dihapus"


class KgbUsul(models.Model):
    """Filling proposals from the register, in sets."""

    _inherit = "sikda.kgb.usul"

    def action_fill(self):
        """Read the register again; who was taken out stays out, reasons are kept."""
        self._approval_chosen()
        self.check_access("write")
        self._approval_change()
        self.sudo()._fill()
        return True

    def action_add(self):
        """Add people by their NIP or by a filter: asks whom."""
        self.ensure_one()
        return self._open_add({})

    def _open_add(self, context):
        self.check_access("write")
        self._approval_check_editable()
        return {
            "type": "ir.actions.act_window",
            "name": self.env._("Add people"),
            "res_model": "sikda.kgb.usul.add",
            "views": [(False, "form")],
            "target": "new",
            "context": {"default_usul_id": self.id, **context},
        }

    def _fill(self):
        """Write the people of these proposals anew; the caller has asked for rights."""
        today = self.env.company.sudo()._pemda_today()
        lifted = self.line_ids.search(
            [("usul_id", "in", self.ids), ("alasan_tetap", "!=", False)]
        )
        reasons = {line.employee_id.id: line.alasan_tetap for line in lifted}
        put_off = lifted._put_off()
        self._empty(keep=REMOVED)
        self.write({"read_on": today})
        for until, ours in self.grouped("until").items():
            people = ours._people_of_units()
            found = ours._found(until, people, HELD_BY_OTHERS, put_off=put_off)
            ours._take(found, reasons)
            ours._leave(found)

    def _empty(self, keep=""):
        """Take everybody out, in sets.

        :param keep: code of those not proposed who stay
        """
        self.env.flush_all()
        self.env.cr.execute(
            "DELETE FROM sikda_kgb_usul_line WHERE usul_id = ANY(%s)", (self.ids,)
        )
        self.env.cr.execute(
            "DELETE FROM sikda_kgb_usul_lain WHERE usul_id = ANY(%s) AND kode <> %s",
            (self.ids, keep),
        )
        self.env.invalidate_all()

    def _add(self, asked, until, reason, again, put_off=None):
        """Take some of the people of these units into the proposal as well.

        :param SQL asked: condition on ``hr_employee e``
        :param reason: why they are proposed in spite of obstacles that a reason lifts
        :param bool again: also those who were taken out before
        :param put_off: TMT of their rises, put off for want of fitness
        """
        self.ensure_one()
        people = SQL("%s AND %s", asked, self._people_of_units())
        later = put_off and SQL(
            "SELECT e.id AS employee_id, %s::date AS tmt FROM hr_employee e WHERE %s",
            put_off,
            people,
        )
        found = self._found(until, people, HELD_BY_OTHERS, put_off=later)
        rows = self.env.execute_query(SQL("SELECT employee_id FROM %s", found))
        due = {row[0] for row in rows}
        self.lain_ids.filtered(
            lambda row: row.employee_id.id in due and (again or row.kode != REMOVED)
        ).unlink()
        self._take(found, dict.fromkeys(due, reason) if reason else {})
        self._leave(found)

    def _people_named(self, asked):
        """NIP and name of people of these units.

        :param SQL asked: condition on ``hr_employee e``
        """
        return self.env.execute_query(
            SQL(
                "SELECT e.nip, e.nama_gelar FROM hr_employee e WHERE %s AND %s",
                asked,
                self._people_of_units(),
            )
        )

    def _people_of_units(self):
        """Condition on ``e``: people of the units of these proposals and below."""
        return SQL(
            "e.unit_id IN (SELECT unit.id FROM hr_department unit"
            " JOIN hr_department top"
            " ON unit.parent_path LIKE top.parent_path || '%%' WHERE top.id = ANY(%s))",
            self.unit_id.ids,
        )

    def _found(self, until, people, open_states, judged=None, put_off=None):
        """A temporary table of who is due or would be, and what stands in the way.

        Whoever asks checks first whose people the user may see. See
        ``sql/kgb_rise.sql`` and ``sql/kgb_found.sql``: two steps, since the planner has
        to know how many are due before it reads their histories.

        :param SQL people: condition on ``hr_employee e``
        :param open_states: states in which other proposals hold their people
        :param judged: day on which they were proposed; today
        :param SQL put_off: rows of a person and the TMT to which the rise is put off
        :return: its name
        """
        self.env.flush_all()
        employees = self.env["hr.employee"].sudo()
        rows = SQL("r.employee_id IN (SELECT e.id FROM hr_employee e WHERE %s)", people)
        values = employees._due_values(
            until, state=employees._asn_now(people), rows=rows
        )
        nobody = {**values, "rows": SQL("FALSE")}
        rise = self._temporary(
            "kgb_rise",
            **values,
            put_off=put_off or NOBODY,
            due=sikda_sql("due_kgb", **values),
            planned=sikda_sql("due_kgb", **nobody),
        )
        due = SQL("r.employee_id IN (SELECT employee_id FROM %s)", rise)
        return self._temporary(
            "kgb_found",
            rise=rise,
            day=values["day"],
            rule=values["rule"],
            hukdis=sikda_sql("hukdis", rows=due),
            grades=SQL("%s::text[]", list(PREDIKAT)),
            judged=judged or values["day"],
            own=SQL("%s::int[]", self.ids),
            open=open_states,
        )

    def _temporary(self, statement, **values):
        """A table of what a statement yields, until the transaction ends.

        :return: its name
        """
        table = SQL.identifier(f"sikda_{statement}_{next(TABLE_NUMBERS)}")
        if self.env.cr.readonly:
            # a page that is read starts on a replica: ask for a cursor that can write
            raise ReadOnlySqlTransaction("who is due is counted in a table")
        self.env.cr.execute(
            SQL(
                "CREATE TEMPORARY TABLE %s ON COMMIT DROP AS %s",
                table,
                sql_file(statement, **values),
            )
        )
        self.env.cr.execute(SQL("ANALYZE %s", table))
        return table

    def _take(self, found, reasons):
        """Take into the proposals whoever nothing stands against.

        :param found: table of :meth:`_found`
        :param reasons: dict id of a person -> why he is proposed nevertheless
        """
        self._write_people(
            "kgb_fill_line",
            found,
            liftable=list(LIFTABLE),
            people=list(reasons),
            reasons=list(reasons.values()),
        )

    def _leave(self, found):
        """Name whoever was found and is not proposed, and why."""
        self._write_people("kgb_fill_lain", found)

    def _write_people(self, statement, found, **values):
        self.env.flush_all()
        self.env.cr.execute(
            sql_file(statement, found=found, usul=self.ids, uid=self.env.uid, **values)
        )
        self.env.invalidate_all()
