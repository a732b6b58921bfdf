from odoo import models
from odoo.tools import SQL

from odoo.addons.pemda_report.models.options import ReportOptions


class Department(models.Model):
    """The picture of a unit on a day that is past, as the reports of that day have it:
    by the histories, or by the record of the semester that ended then."""

    _inherit = "hr.department"

    def _sikda_picture_at(self, day):
        """What ``sikda_picture`` says of a day before today.

        :raises UserError: a day to come
        """
        source = self.env["report.sikda.bezetting"]
        source._check_options(ReportOptions(unit=self, date=day))
        reported = self._sikda_reported(source)
        here = ReportOptions(unit=self, date=day, with_sub_units=False)
        counts = {}
        for unit in reported:
            below = ReportOptions(unit=unit, date=day)
            counts.update(self._sikda_counted(source, below))
        own = self in reported
        return {
            "people": self._sikda_people_at(source, here) if own else [],
            "vacancies": self._sikda_vacancies_at(source, here) if own else [],
            "children": self._sikda_children_at(source, here, counts),
        }

    def _sikda_reported(self, source):
        """The unit, if the caller may report on it; else what is his below it."""
        if self.env.su:
            return self
        scope = source._scope_units()
        if {int(part) for part in self.parent_path.split("/")[:-1]} & set(scope.ids):
            return self
        return scope.filtered(
            lambda unit: unit.parent_path.startswith(self.parent_path)
        )

    def _sikda_people_at(self, source, options):
        rows = self.env.execute_query(
            SQL(
                "SELECT people.employee_id, people.nama, people.nip, people.golongan,"
                " people.jabatan, people.eselon FROM (%s) people"
                " LEFT JOIN sikda_eselon eselon ON eselon.code = people.eselon_code"
                " ORDER BY eselon.rank, people.golongan_rank DESC NULLS LAST,"
                " people.nama, people.employee_id",
                source._asn(options),
            )
        )
        people = self.env["hr.employee"].with_context(active_test=False)
        open_ids = set(people.search([("id", "in", [row[0] for row in rows])]).ids)
        keys = ("name", "nip", "golongan", "post", "eselon")
        return [
            {
                "id": id_,
                "open": id_ in open_ids,
                **{key: text or "" for key, text in zip(keys, texts, strict=True)},
            }
            for id_, *texts in rows
        ]

    def _sikda_vacancies_at(self, source, options):
        rows = self.env.execute_query(
            SQL(
                "SELECT jabatan, kosong FROM (%s) listed WHERE kosong > 0"
                " ORDER BY eselon_rank, jenis_rank, jabatan",
                source._people(options),
            )
        )
        return [{"post": post, "missing": missing} for post, missing in rows]

    def _sikda_counted(self, source, options):
        """Path of each unit with people then, and how many."""
        return self.env.execute_query(
            SQL(
                "SELECT unit.parent_path, count(*) FROM (%s) people"
                " JOIN %s unit ON unit.id = people.unit_id GROUP BY unit.parent_path",
                source._asn(options),
                source._tree(options),
            )
        )

    def _sikda_children_at(self, source, options, counts):
        """Units just below: those in force then, and those with people."""
        rows = self.env.execute_query(
            SQL(
                "SELECT id, name, parent_path,"
                " active AND coalesce(date_end, 'infinity') >= %s"
                " FROM %s unit WHERE parent_id = %s ORDER BY code, name, id",
                options.date,
                source._tree(options),
                self.id,
            )
        )
        children = []
        for id_, name, path, in_force in rows:
            count = sum(n for place, n in counts.items() if place.startswith(path))
            if in_force or count:
                children.append({"id": id_, "name": name, "count": count})
        return children
