from datetime import date

from odoo import fields, models
from odoo.tools import SQL

from ..rules.ledger import REVERSAL
from ..rules.penyusutan import Entry
from ..rules.penyusutan_course import Course
from .figure_writer import Row, entry_of
from .sql_file import sql_file

# An entry that is only imagined comes after all that are booked.
IMAGINED = 2**62


class Asset(models.Model):
    """Depreciation as seen from an asset."""

    _inherit = "sipbd.asset"

    figure_ids = fields.Many2many(
        "sipbd.period.figure", string="Depreciation", compute="_compute_figure_ids"
    )

    def _compute_figure_ids(self):
        """By periods and asset, as the index has them; what the user may read."""
        periods = self.env["sipbd.period"].search([])  # pylint: disable=no-search-all
        for asset in self:
            asset.figure_ids = self.env["sipbd.period.figure"].search(
                [("period_id", "in", periods.ids), ("asset_id", "in", asset.ids)],
                order="period_id",
            )

    def _penyusutan_preview(self, acts=None, day=None):
        """What depreciation would say of these assets after an act on each.

        Computed by the rules from the ledger, without waiting for a run; nothing is
        stored. For the preview of a form.

        :param dict acts: asset id -> what ``_book`` takes: ``kind`` and of ``nilai``,
            ``jumlah``, ``code_id``, ``komptabel``, ``akumulasi``, ``sisa_bulan``,
            ``tanggal_baru`` what it changes; or the entries that are reversed. An
            asset without one is told as it stands
        :param day: date of the document; today without one
        :return: dict of asset id -> dict ``before`` and ``after``, each None where the
            asset is not in the register then, else a dict of rupiah ``nilai``,
            ``akumulasi_awal``, ``buku_awal`` (before the charge of the period of the
            day), ``beban``, ``koreksi``, ``akumulasi``, ``buku`` (at its end), months
            ``sisa_awal`` and ``sisa_bulan`` (left before and after the charge, or
            None), ``status``, ``improvement`` (``rules.penyusutan.Improvement``) and
            ``findings`` (set of kinds, see ``sipbd.period.finding``)
        """
        self.check_access("read")
        day = fields.Date.to_date(day) or self.env.company.sudo()._pemda_today()
        rules = self.env["sipbd.penyusutan.policy"]._rules()
        index = rules.timeline.index(day)
        before, after = {}, {}
        for asset, entries, acquired in self._depreciation_ledgers():
            before[asset.id] = _told(rules, entries, acquired, index)
            act = (acts or {}).get(asset.id)
            if isinstance(act, models.BaseModel):
                entries = asset._with_reversed(entries, act, day)
            elif act is not None:
                entries = asset._with_imagined(entries, act, day)
                acquired = fields.Date.to_date(act.get("tanggal_baru")) or acquired
            after[asset.id] = _told(rules, entries, acquired, index)
        return {
            asset.id: {"before": before.get(asset.id), "after": after.get(asset.id)}
            for asset in self
        }

    def _depreciation_ledgers(self):
        """Of each asset with entries: its ledger as plain values, and its date."""
        self.env.flush_all()
        cr = self.env.cr
        cr.execute("SELECT id, code FROM sipbd_kode")
        codes = dict(cr.fetchall())
        cr.execute(
            sql_file(
                "figure_entries",
                previous=0,
                assets=SQL("entry.asset_id = ANY(%s)", self.ids),
            )
        )
        rows = {}
        for row in map(Row._make, cr.fetchall()):
            rows.setdefault(row.asset_id, []).append(row)
        for asset_id, ledger in rows.items():
            entries = [entry_of(row, codes) for row in ledger]
            yield self.browse(asset_id), entries, ledger[0].acquired

    def _with_imagined(self, entries, act, day):
        """The ledger with the legs of an act that is not booked."""
        self.ensure_one()
        code = self.env["sipbd.kode"].browse(act.get("code_id") or self.code_id.id).code
        place = (code, act.get("komptabel") or self.komptabel)
        now = (self.code_id.code, self.komptabel)
        change = {
            "akumulasi": _sen(act.get("akumulasi")),
            "sisa_bulan": act.get("sisa_bulan") or None,
            "corrects_date": bool(act.get("tanggal_baru")),
            "acquired_before": self.tanggal_perolehan
            or (self.tahun_perolehan and date(self.tahun_perolehan, 12, 31))
            or None,
            "acquired_after": fields.Date.to_date(act.get("tanggal_baru")) or None,
        }
        kind, nilai, jumlah = act["kind"], _sen(act.get("nilai")), act.get("jumlah")
        imagined = []
        if place != now:
            worth, count = _sen(self.nilai_perolehan), _sen(self.jumlah)
            imagined.append(Entry(IMAGINED, day, kind, -worth, -count, *now))
            nilai += worth
            jumlah = (jumlah or 0) + self.jumlah
        imagined.append(
            Entry(IMAGINED + 1, day, kind, nilai, _sen(jumlah), *place, **change)
        )
        return _in_order([*entries, *imagined])

    def _with_reversed(self, entries, act, day):
        """The ledger with the reversal of an act that is not booked."""
        back = [
            entry._replace(
                id=IMAGINED + number,
                day=day,
                kind=REVERSAL,
                nilai=-entry.nilai,
                jumlah=-entry.jumlah,
                akumulasi=-entry.akumulasi,
                sisa_bulan=None,
                reversal_of=entry.id,
                corrects_date=False,
            )
            for number, entry in enumerate(reversed(entries))
            if entry.id in act.ids
        ]
        return _in_order([*entries, *back])


def _in_order(entries):
    return sorted(entries, key=lambda entry: (entry.day, entry.id))


def _told(rules, entries, acquired, index):
    """One period of a course in rupiah and months."""
    course = Course(rules, entries, acquired)
    period = course.applied(index, course.state_at(index - 1))
    state, outcome = period.state, period.outcome
    if state is None or state.jumlah <= 0:
        return None
    period.restand()
    months = rules.timeline.policy(index).months
    akumulasi, buku, sisa = state.akumulasi, state.buku, state.sisa
    period.close()
    return {
        "nilai": state.nilai / 100,
        "akumulasi_awal": akumulasi / 100,
        "buku_awal": buku / 100,
        "beban": outcome.beban / 100,
        "koreksi": outcome.koreksi / 100,
        "akumulasi": state.akumulasi / 100,
        "buku": state.buku / 100,
        "sisa_awal": None if sisa is None else sisa * months,
        "sisa_bulan": None if state.sisa is None else state.sisa * months,
        "status": state.standing,
        "improvement": outcome.improvement,
        "findings": outcome.findings,
    }


def _sen(amount):
    return round((amount or 0) * 100)
