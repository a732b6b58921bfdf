from decimal import Decimal

from odoo import api, models

from odoo.addons.pemda_approval.rules.transitions import EDITABLE
from odoo.addons.pemda_report.engine.formats import number
from odoo.addons.sipbd.models.asset_act_class import LOST

from ..rules import hapus as rules
from .lifecycle_check import NAMED
from .sipbd_hapus import PENGELOLA
from .sql_file import sql_file


class Hapus(models.Model):
    """What stands against write-offs, and what does not but should be looked at."""

    _inherit = "sipbd.hapus"

    def _approval_check(self):
        found = super()._approval_check()
        for hapus in self:
            texts = [*hapus._maker_problems(), *hapus._age_problems()]
            if texts:
                found.setdefault(hapus.id, []).extend(texts)
        self._add_problems(found, self._hapus_problems(), self._hapus_problem_text)
        return found

    def _hapus_problems(self):
        """Rows of ``hapus_check.sql``."""
        if not self:
            return []
        self.env.flush_all()
        return self.env.execute_query_dict(
            sql_file(
                "hapus_check",
                documents=self.ids,
                days=[each._lifecycle_date() for each in self],
                lost=LOST,
                most=NAMED,
            )
        )

    def _hapus_problem_text(self, row):
        _, goods = self.env._, row["goods"]
        cause = self.env["sipbd.hapus.sebab"].browse(row["sebab_id"] or ()).name
        match row["problem"]:
            case "no_cause":
                return _("%(goods)s: say why it is struck off.", goods=goods)
            case "not_in_force":
                return _(
                    "%(goods)s: the cause “%(cause)s” is not in force on the day of "
                    "the document.",
                    goods=goods,
                    cause=cause,
                )
            case "custody":
                return _(
                    "%(goods)s is still handed over for use. Book its return first.",
                    goods=goods,
                )
            case "claim":
                return _(
                    "The claim for damages on %(goods)s is not decided. Let the "
                    "decision be written into the report of its loss first.",
                    goods=goods,
                )
            case "not_reclassified":
                return _(
                    "%(goods)s (%(cause)s) has not been reclassified to other assets. "
                    "Book that first.",
                    goods=goods,
                    cause=cause,
                )

    def _maker_problems(self):
        """Goods at the pengelola are proposed by who keeps his books; else a pengguna
        could pass by his own offices."""
        if self.state not in EDITABLE or self.penguasaan != PENGELOLA:
            return
        units = self.env.user._pemda_unit_ids("sipbd.group_asset_manager")
        if not self.unit_id.filtered_domain([("id", "child_of", units)]):
            yield self.env._(
                "Goods at the pengelola are proposed by the pengurus barang pengelola. "
                "Choose “The pengguna barang” under “Held by”, or let him propose them."
            )

    def _own_problems(self):
        yield from super()._own_problems()
        if not (self.reason or "").strip():
            yield self.env._("Say for which reason the goods are struck off.")
        yield from self._dokumen_problems()
        yield from self._agreement_problems()

    def _dokumen_problems(self):
        """Causes without the documents that they rest on; documents of tomorrow."""
        there = self.dokumen_ids.jenis_id
        for sebab in self.line_ids.sebab_id:
            missing = sebab.jenis_ids - there
            if missing:
                yield self.env._(
                    "“%(cause)s” needs: %(documents)s. Give number and date under "
                    "“Rests on”.",
                    cause=sebab.name,
                    documents=", ".join(missing.mapped("name")),
                )
        if any(not (each.number or "").strip() for each in self.dokumen_ids):
            yield self.env._("A document under “Rests on” has no number: fill it in.")
        day = self._lifecycle_date()
        for dokumen in self.dokumen_ids.filtered(lambda each: each.date > day):
            yield self.env._(
                "%(kind)s %(number)s is dated after the day of the document.",
                kind=dokumen.jenis_id.name,
                number=dokumen.number,
            )

    def _agreement_problems(self):
        """The DPRD has to agree, and nothing says that it did."""
        agreement = self._agreement()
        given = (self.dprd_number or "").strip() and self.dprd_date
        if rules.DPRD in agreement.approvers and not given:
            table = self.env["sipbd.hapus.syarat"]
            for each in agreement.found:
                if each.syarat.approver == rules.DPRD:
                    yield self.env._(
                        "Number and date of the approval of the DPRD are missing. "
                        "%(why)s",
                        why=self._needed_text(table.browse(each.syarat.id), each),
                    )
        if self.kecuali_id and not self._exception():
            yield self.env._(
                "“%(exception)s” is not in force on the day of the document.",
                exception=self.kecuali_id.name,
            )
        if self.dprd_date and self.dprd_date > self._lifecycle_date():
            yield self.env._("The approval of the DPRD is dated in the future.")

    @api.depends(
        "reason",
        "line_ids.sebab_id",
        "dokumen_ids.jenis_id",
        "dprd_number",
        "dprd_date",
        "kecuali_id",
    )
    def _compute_kurang(self):  # pylint: disable=missing-return
        super()._compute_kurang()

    # what does not stop a document

    @api.depends("line_ids.sebab_id")
    def _compute_peringatan(self):
        rows = {}
        if self.ids:
            self.env.flush_all()
            for row in self.env.execute_query_dict(
                sql_file("hapus_warnings", documents=self.ids)
            ):
                rows.setdefault(row["document_id"], []).append(row)
        for hapus in self:
            texts = [
                text
                for row in rows.get(hapus._origin.id, ())
                for text in self._warnings_of(row)
            ]
            if hapus._origin:
                texts += hapus._origin._age_warnings()
            hapus.peringatan = "\n".join(texts)

    def _warnings_of(self, row):
        """Sentences for goods of one cause."""
        _ = self.env._
        sebab = self.env["sipbd.hapus.sebab"].sudo().browse(row["sebab_id"] or ())
        cause = sebab.name or _("Without a cause")
        if row["not_reclassified"]:
            yield _(
                "%(cause)s: %(count)s goods still stand under their own code. BPK asks "
                "that they be reclassified to %(prefix)s before they are struck off.",
                cause=cause,
                count=number(row["not_reclassified"]),
                prefix=sebab.reklas_prefix,
            )
        if row["other_condition"]:
            yield _(
                "%(cause)s: %(count)s goods are not in that condition in the register.",
                cause=cause,
                count=number(row["other_condition"]),
            )
        if row["with_book"]:
            yield _(
                "%(cause)s: %(count)s goods still have a book value, Rp%(amount)s "
                "together.",
                cause=cause,
                count=number(row["with_book"]),
                amount=number(Decimal(row["book"])),
            )
        if row["not_depreciated"]:
            yield _(
                "%(cause)s: of %(count)s goods no depreciation has been computed; the "
                "book value is not certain.",
                cause=cause,
                count=number(row["not_depreciated"]),
            )
        if row["without_photo"]:
            yield _(
                "%(cause)s: %(count)s goods have no photo in the register.",
                cause=cause,
                count=number(row["without_photo"]),
            )
