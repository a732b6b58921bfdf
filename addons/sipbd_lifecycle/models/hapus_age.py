from odoo import models

from odoo.addons.pemda_report.engine.formats import number

from ..rules import hapus as rules
from .sql_file import sql_file

#: so many goods of a row are named
NAMED = 3


class Hapus(models.Model):
    """Goods that are younger than the law lets them go, such as vehicles (Permendagri
    19/2016 Pasal 346)."""

    _inherit = "sipbd.hapus"

    def _young(self):
        """Rows of the table of ages that goods of the document do not meet."""
        self.ensure_one()
        rows = self.env["sipbd.hapus.usia"]._rules()
        if not self.ids or not rows:
            return ()
        every = any(not row.causes for row in rows)
        self.env.flush_all()
        found = self.env.execute_query_dict(
            sql_file(
                "hapus_ages",
                document=self.id,
                causes=None
                if every
                else sorted(set().union(*(r.causes for r in rows))),
            )
        )
        goods = (rules.Used(**row) for row in found)
        return rules.too_young(rows, goods, self._lifecycle_date())

    def _age_warnings(self):
        """Sentences on goods that are too young, for rows that only warn; and on those
        whose condition lets them be younger."""
        table = self.env["sipbd.hapus.usia"].sudo()
        for young in self._young():
            row = table.browse(young.usia.id)
            if young.goods and not row.refuses:
                yield self._age_text(row, young.goods)
            if young.excused:
                yield self._excused_text(row, young.excused)

    def _age_problems(self):
        """Sentences on goods that are too young, for rows that refuse."""
        table = self.env["sipbd.hapus.usia"].sudo()
        for young in self._young():
            row = table.browse(young.usia.id)
            if young.goods and row.refuses:
                yield self._age_text(row, young.goods)

    def _age_text(self, row, goods):
        text = self.env._(
            "%(rule)s: %(count)s goods are younger than %(years)s years (%(named)s). "
            "%(basis)s",
            rule=row.name,
            count=number(len(goods)),
            years=row.years,
            named=self._age_named(goods),
            basis=row.legal_basis,
        )
        return self._doubted(text, row)

    def _excused_text(self, row, goods):
        kondisi = dict(row._fields["kondisi"]._description_selection(self.env))
        text = self.env._(
            "%(rule)s: %(count)s goods are younger than %(years)s years, but in the "
            "condition “%(kondisi)s” (%(named)s). %(note)s",
            rule=row.name,
            count=number(len(goods)),
            years=row.years,
            kondisi=kondisi[row.kondisi],
            named=self._age_named(goods),
            note=row.note or row.legal_basis,
        )
        return self._doubted(text, row)

    def _age_named(self, goods):
        """The youngest of them, by their place in the list and the year."""
        youngest = sorted(goods, key=lambda each: each.acquired, reverse=True)[:NAMED]
        lines = self.env["sipbd.hapus.line"].sudo()
        named = ", ".join(
            f"no. {line.position} {line.name} {each.acquired.year}"
            for each in youngest
            for line in lines.browse(each.id)
        )
        return f"{named}, …" if len(goods) > NAMED else named
