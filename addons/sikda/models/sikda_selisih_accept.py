from odoo import models
from odoo.exceptions import UserError
from odoo.tools import SQL

from .sikda_selisih import HISTORIES


class Selisih(models.Model):
    """Taking over what the file says: as a correction with its source."""

    _inherit = "sikda.selisih"

    def _accept_right(self, reason):
        histories = self.filtered(lambda row: row.field in HISTORIES)
        self._write_people(self - histories)
        for field, rows in histories.grouped("field").items():
            rows._add_history(HISTORIES[field], reason)
        self.employee_id._project()

    def _write_people(self, rows):
        """Columns of people: one write per field and value."""
        for field, same in rows.grouped("field").items():
            for row in same:
                vals = dict(row.vals or {})
                if field == "birthday":
                    self._check_birthday(row, vals)
                row.employee_id.with_context(tracking_disable=True).write(vals)

    def _check_birthday(self, row, vals):
        if not vals.get("birthday"):
            raise UserError(self.env._("The file gives no date here."))

    def _add_history(self, model, reason):
        """A row with source SIASN per person; it replaces the present row of the
        register when that begins on the same day or later."""
        source = "siasn" if self._from_siasn() else "impor"
        groups = {}
        for row in self:
            history, vals = row._history_vals(model)
            groups.setdefault(history, []).append(
                {
                    **vals,
                    "employee_id": row.employee_id.id,
                    "source": source,
                    "import_load_id": row.load_id.id,
                    "keterangan": reason,
                }
            )
        for history, vals_list in groups.items():
            present = self._present_rows(history, vals_list)
            records = self.env[history].create(vals_list)
            self._replace(history, present, records)

    def _from_siasn(self):
        layouts = self.load_id.table_ids.mapped("layout")
        return all((layout or "").startswith("siasn_") for layout in layouts)

    def _history_vals(self, model):
        """Model and values of the row that the file stands for."""
        self.ensure_one()
        vals = {key: value for key, value in (self.vals or {}).items() if value}
        if vals.pop("family", None) == "pppk":
            model = "sikda.riwayat.perjanjian"
        today = self.env.company.sudo()._pemda_today().isoformat()
        if model in ("sikda.riwayat.unit", "sikda.riwayat.status"):
            # a list does not say since when
            vals["tmt"] = today
        elif model == "sikda.riwayat.pendidikan":
            year = vals.get("tahun_lulus")
            vals["tmt"] = f"{year}-12-31" if year else False
        elif not vals.get("tmt"):
            raise UserError(
                self.env._(
                    "%(person)s: the file gives no TMT, so no row of the history can "
                    "be made. Enter it by hand with its SK.",
                    person=self.employee_id.name,
                )
            )
        if model == "sikda.riwayat.jabatan" and vals.get("jabatan_id"):
            post = self.env["sikda.jabatan"].browse(vals["jabatan_id"])
            if post.name.casefold() == (vals.get("nama_jabatan") or "").casefold():
                del vals["nama_jabatan"]
        return model, vals

    def _present_rows(self, history, vals_list):
        """The standing row of each person that the new one takes the place of.

        :return: {id of the person: id of the row}
        """
        rows = self.env[history]
        self.env.flush_all()
        days = [vals.get("tmt") or None for vals in vals_list]
        people = [vals["employee_id"] for vals in vals_list]
        self.env.cr.execute(
            SQL(
                """
                SELECT DISTINCT ON (row.employee_id) row.employee_id, row.id
                  FROM %(table)s AS row
                  JOIN unnest(%(people)s::integer[], %(days)s::date[])
                       AS told (employee_id, tmt) USING (employee_id)
                 WHERE row.replaced_by_id IS NULL
                   AND (row.verified OR row.source <> 'manual')
                   AND (row.tmt >= told.tmt OR told.tmt IS NULL)
                 ORDER BY row.employee_id, row.tmt DESC, row.id DESC
                """,
                table=SQL.identifier(rows._table),
                people=people,
                days=days,
            )
        )
        return dict(self.env.cr.fetchall())

    def _replace(self, history, present, records):
        pairs = [
            (present[record.employee_id.id], record.id)
            for record in records
            if record.employee_id.id in present
        ]
        if not pairs:
            return
        old, new = (list(part) for part in zip(*pairs, strict=True))
        self.env.cr.execute(
            SQL(
                """
                UPDATE %(table)s AS row
                   SET replaced_by_id = pair.new
                  FROM unnest(%(old)s::integer[], %(new)s::integer[]) AS pair (old, new)
                 WHERE row.id = pair.old
                """,
                table=SQL.identifier(self.env[history]._table),
                old=old,
                new=new,
            )
        )
        self.env[history].invalidate_model()
