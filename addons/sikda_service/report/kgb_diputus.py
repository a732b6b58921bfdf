from decimal import Decimal

from odoo import models
from odoo.tools import SQL

from odoo.addons.pemda_report.engine.formats import long_date
from odoo.addons.pemda_report.engine.model import (
    Column,
    Expected,
    Group,
    Heading,
    Report,
)
from odoo.addons.sikda.report.people_report import SIGNERS

from ..models.sql_file import sql_file


class KgbDiputus(models.AbstractModel):
    """The rises that were decided from one day to another, with their letters."""

    _name = "report.sikda_service.kgb_diputus"
    _description = "Daftar KGB yang telah diputus"
    _inherit = ["pemda.report.source"]

    _report_code = "kgb_diputus"
    _report_title = "Daftar kenaikan gaji berkala yang telah diputus"
    _report_group = "sikda.group_asn_private"
    _report_spans = True

    def _describe(self, options):
        return Report(
            name=self._report_code,
            title=("DAFTAR KENAIKAN GAJI BERKALA", "YANG TELAH DIPUTUS"),
            columns=(
                Column("nomor", "No.", 9, "1", kind="int"),
                Column("nama", "Nama", 42, "2"),
                Column("nip", "NIP", 33, "3"),
                Column("jabatan", "Jabatan", 40, "4"),
                Column("golongan", "Gol.", 11, "5", align="center"),
                Column(
                    "lama", "Gaji Pokok\nLama (Rp)", 22, "6", kind="money", total=True
                ),
                Heading(
                    "Kenaikan Gaji Berkala",
                    (
                        Column("tmt", "TMT", 18, "7", kind="date"),
                        Column("mk", "MK\nThn", 9, "8", kind="int"),
                        Column(
                            "baru",
                            "Gaji Pokok\nBaru (Rp)",
                            22,
                            "9",
                            kind="money",
                            total=True,
                        ),
                        Column(
                            "berikut", "Berikutnya", 18, "10", kind="date", blank="-"
                        ),
                    ),
                ),
                Heading(
                    "Surat",
                    (
                        Column("surat", "Nomor", 34, "11"),
                        Column("tanggal", "Tanggal", 18, "12", kind="date"),
                    ),
                ),
                Column("keterangan", "Keterangan", 32, "13"),
            ),
            paper=options.paper,
            letterhead=self._letterhead(options.unit),
            identity=(
                ("UNIT KERJA", options.unit.name),
                (
                    "DIPUTUS",
                    f"{long_date(options.date_from)} s.d. {long_date(options.date)}",
                ),
            ),
            groups=(Group(),),
            place_date=self._place_date(options),
            signers=self._signers(options, SIGNERS),
        )

    def _rows(self, options):
        query = sql_file("report_kgb_diputus", seen=self._seen(options))
        return self._fetch(query, self._describe(options))

    def _totals(self, options):
        self.env.cr.execute(
            SQL(
                "SELECT count(*), coalesce(sum(gaji_lama), 0)::text,"
                " coalesce(sum(gaji), 0)::text"
                " FROM sikda_kgb_usul_line WHERE id IN (%s)",
                self._seen(options),
            )
        )
        count, *sums = self.env.cr.fetchone()
        return Expected(count, tuple(Decimal(one) for one in sums))

    def _seen(self, options):
        """Statement: ids of the decided rises of the units that the user may see."""
        operator = "child_of" if options.with_sub_units else "in"
        query = self.env["sikda.kgb.usul.line"]._search(
            [
                ("usul_id.state", "in", ("approved", "cancelled")),
                ("kecuali_id", "=", False),
                ("usul_id.date", ">=", options.date_from),
                ("usul_id.date", "<=", options.date),
                ("unit_id", operator, options.unit.ids),
            ]
        )
        return query.select()
