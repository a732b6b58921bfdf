from odoo import models
from odoo.tools import SQL

from odoo.addons.pemda_report.engine.model import Column, Expected, Group, Report

from ..models.sql_file import sql_file


class SelisihReport(models.AbstractModel):
    """Open differences with SIASN, as a list for the OPD to bring the evidence."""

    _name = "report.sikda.selisih"
    _description = "Daftar perbedaan data dengan SIASN"
    _inherit = ["pemda.report.source"]

    _report_code = "selisih_siasn"
    _report_title = "Daftar perbedaan data dengan SIASN"
    _report_group = "sikda.group_asn_reader"

    def _describe(self, options):
        unit = options.unit
        return Report(
            name=self._report_code,
            title=(
                "DAFTAR PERBEDAAN DATA PEGAWAI",
                "ANTARA SIMPEG DAN SIASN",
            ),
            columns=(
                Column("nomor", "No.", 10, "1", kind="int"),
                Column("nama", "Nama", 48, "2"),
                Column("nip", "NIP", 34, "3"),
                Column("isian", "Isian", 38, "4"),
                Column("simpeg", "Menurut SIMPEG", 62, "5"),
                Column("siasn", "Menurut SIASN", 62, "6"),
                Column("pengaruh", "Berpengaruh\npada", 26, "7"),
                Column("keterangan", "Keterangan", 30, "8"),
            ),
            paper=options.paper,
            letterhead=self._letterhead(unit),
            identity=(("UNIT KERJA", unit.name),),
            groups=(Group(caption="{}", subtotal=""),),
            place_date=self._place_date(options),
            signers=self._signers(options, [(("kepala_bkd", "kepala_opd"), "")]),
        )

    def _rows(self, options):
        report = self._describe(options)
        differences = self.env["sikda.selisih"]
        labels = dict(differences._selection_field())
        effects = dict(differences._fields["effect"]._description_selection(self.env))
        return self._fetch(
            sql_file(
                "report_selisih",
                paths=sql_file("unit_path"),
                seen=self._seen(options),
                fields=list(labels),
                labels=list(labels.values()),
                effects=list(effects),
                effect_labels=list(effects.values()),
                urgent=self.env._("due within 12 months"),
            ),
            report,
        )

    def _totals(self, options):
        self.env.cr.execute(
            SQL("SELECT count(*) FROM (%s) AS seen", self._seen(options))
        )
        return Expected(self.env.cr.fetchone()[0], ())

    def _seen(self, options):
        """Statement: ids of the open differences that the user may see."""
        differences = self.env["sikda.selisih"]
        operator = "child_of" if options.with_sub_units else "in"
        query = differences._search(
            [
                ("state", "=", "open"),
                ("employee_id.unit_id", operator, options.unit.ids),
            ]
        )
        return query.select()
