from odoo import models
from odoo.tools import SQL

from odoo.addons.pemda_report.engine.model import Column


class RekapMutasi(models.AbstractModel):
    """Rekapitulasi Mutasi Barang: 11 columns (Permendagri 17/2007).

    By golongan and bidang; for each unit by itself with the option ``per_unit``.
    """

    _name = "report.sipbd.rekap_mutasi"
    _description = "Rekapitulasi Mutasi Barang"
    _inherit = ["sipbd.mutation.report"]

    _report_code = "rekap_mutasi"
    _report_title = "Rekapitulasi Mutasi Barang"
    _report_asks = frozenset({"komptabel", "per_unit"})
    _form_title = ("REKAPITULASI MUTASI BARANG",)

    def _columns(self, options):
        return (
            Column("kode", "Kode\nBidang", 20, "1", align="center"),
            Column("nama", "Nama Bidang Barang", 62, "2"),
            *self._stage_columns(options, 3, 17, 36),
            Column("keterangan", "Keterangan", 24, "11"),
        )

    def _labels(self, options):
        return ("unit", "label") if self._by_unit(options) else ("label",)

    def _by_unit(self, options):
        return bool(options.extra.get("per_unit")) and options.with_sub_units

    def _changes(self, options):
        by_unit = self._by_unit(options)
        return self._changes_file(
            "report_mutation_bidang",
            options,
            after=self._parts(options.date),
            owner=SQL("unit.id") if by_unit else SQL("NULL::int"),
            by_unit=by_unit,
            kib=list(self._kib),
        )
