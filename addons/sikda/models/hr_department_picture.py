from odoo import api, fields, models
from odoo.exceptions import UserError
from odoo.fields import Domain


class Department(models.Model):
    _inherit = "hr.department"

    @api.readonly
    def sikda_picture(self, day=None):
        """A unit with its people by rank of post, its vacancies and the units below.

        Everything is read with the rights of the caller.

        :param day: the day that is shown, such as 2026-06-30; today when left out
        :return: dict of ``id``, ``name``, ``path`` (units above), ``day``, ``people``,
            ``vacancies`` and ``children``
        """
        self.ensure_one()
        self.check_access("read")
        self.env["sikda.peta.jabatan"].check_access("read")
        today = self.env.company.sudo()._pemda_today()
        day = self._sikda_day(day) or today
        shown = (
            self._sikda_picture_now() if day == today else self._sikda_picture_at(day)
        )
        return {
            "id": self.id,
            "name": self.name,
            "path": self._sikda_units_above(),
            "day": fields.Date.to_string(day),
            **shown,
        }

    def _sikda_day(self, day):
        try:
            return fields.Date.to_date(day)
        except (TypeError, ValueError) as error:
            raise UserError(
                self.env._(
                    "A day is written like 2026-06-30, not %(day)s.", day=str(day)[:20]
                )
            ) from error

    def _sikda_picture_now(self):
        people = self.env["hr.employee"].search_fetch(
            [("unit_id", "=", self.id), ("asn_aktif", "=", True)],
            ["nama_gelar", "nip", "golongan_id", "job_title", "eselon_id"],
        )
        vacancies = self.env["sikda.peta.jabatan"].search(
            [("unit_id", "=", self.id), ("selisih", "<", 0)]
        )
        children = self.search([("parent_id", "=", self.id)], order="code, name")
        return {
            "people": [
                {
                    "id": person.id,
                    "open": True,
                    "name": person.nama_gelar,
                    "nip": person.nip or "",
                    "golongan": person.golongan_id.name or "",
                    "post": person.job_title or "",
                    "eselon": person.eselon_id.name or "",
                }
                for person in people.sorted(self._sikda_rank)
            ],
            "vacancies": [
                {"post": row.jabatan_id.name, "missing": -row.selisih}
                for row in vacancies
            ],
            "children": [
                {"id": child.id, "name": child.name, "count": count}
                for child, count in children._sikda_counts()
            ],
        }

    @api.model
    @api.readonly
    def sikda_own_units(self):
        """Ids of the units whose people the caller reads, the widest first."""
        ids = self.env.user._pemda_unit_ids("sikda.group_asn_reader")
        units = self.browse(ids).sorted(lambda unit: len(unit.parent_path or ""))
        return units.ids

    @api.model
    def _sikda_rank(self, person):
        """Heads first: by eselon, then by golongan, then by name."""
        return (
            person.eselon_id.rank or 99,
            -(person.golongan_id.rank or 0),
            person.nama_gelar or "",
        )

    def _sikda_units_above(self):
        above, unit = [], self.parent_id
        while unit:
            above.insert(0, {"id": unit.id, "name": unit.name})
            unit = unit.parent_id
        return above

    def _sikda_counts(self):
        """Pairs of unit and people in it and below it, as far as the caller sees."""
        people = self.env["hr.employee"]
        in_service = Domain("asn_aktif", "=", True)
        below = Domain("unit_id", "child_of", self.ids)
        counts = people._read_group(below & in_service, ["unit_id"], ["__count"])
        for unit in self:
            path = unit.parent_path
            yield (
                unit,
                sum(n for place, n in counts if place.parent_path.startswith(path)),
            )
