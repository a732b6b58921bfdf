from dataclasses import replace

from odoo import models

from odoo.addons.pemda_report.engine.model import Column

from ..models.sql_file import sql_file


class PenjagaanKgb(models.AbstractModel):
    """Tells besides which rises were proposed or decided by the day of the list."""

    _inherit = "report.sikda.penjagaan_kgb"

    def _people(self, options):
        return sql_file(
            "report_kgb_usul",
            people=super()._people(options),
            until=options.date,
            zone=self.env.company.sudo().pemda_timezone,
        )

    def _columns(self, options):
        *columns, why = super()._columns(options)
        usul = Column("usul", "Usul", 28, why.number, blank="-")
        return (*columns, usul, replace(why, number=str(int(why.number) + 1)))
