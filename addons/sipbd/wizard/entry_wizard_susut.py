from odoo import models
from odoo.tools.misc import formatLang

from ..models.sipbd_period_figure import STANDINGS
from ..models.sipbd_period_finding import KINDS
from ..rules import periods
from ..rules.susut_policy import TETAP

# Acts after which depreciation goes another way; the others leave it alone.
ACTS = (
    "nilai",
    "biaya",
    "perbaikan",
    "masa",
    "tanggal",
    "kode",
    "selesai",
    "komptabel",
) + ("rusak", "hilang", "kembali", "pecah", "gabung", "ganda", "akhiri", "batal")
# Each asset is worked out from its whole ledger while somebody waits.
MOST_ASSETS = 500
MOST_PIECES = 10


class EntryWizard(models.TransientModel):
    """The preview, as far as depreciation goes: by the rules that a run would use."""

    _inherit = "sipbd.entry.wizard"

    def _changes(self, plan):
        changes = super()._changes(plan)
        if self.act not in ACTS:
            return changes
        acts = {act["asset_id"]: act for act in plan}
        if self.act == "gabung":  # only what becomes of the asset itself
            acts = {self.asset_id._origin.id: plan[0]}
        changes += self._depreciation_changes(acts, self.document_date)
        return changes + self._piece_changes()

    def _reversal_changes(self):
        changes = super()._reversal_changes()
        asset = self.asset_id._origin
        act = asset._reversible()
        if act:
            day = asset._reversal_date(act)
            changes += self._depreciation_changes({asset.id: act}, day)
        return changes

    def _accumulated(self):
        """Accumulated depreciation and value on the date of the document, in rupiah,
        before the charge of its period."""
        asset = self.asset_id._origin
        if not asset:
            return 0, 0
        told = asset._penyusutan_preview({}, self.document_date)[asset.id]["before"]
        return (told["akumulasi_awal"], told["nilai"]) if told else (0, 0)

    def _depreciation_changes(self, acts, day):
        """Book value, life and charge, as (label, before, after) texts."""
        _ = self.env._
        assets = self.env["sipbd.asset"].browse(acts)
        if len(assets) > MOST_ASSETS:
            most = formatLang(self.env, MOST_ASSETS, digits=0)
            text = _("Worked out here for at most %(most)s assets at once", most=most)
            return [(_("Book value"), None, text)]
        told = assets._penyusutan_preview(acts, day).values()
        pairs = [(each["before"], each["after"]) for each in told]
        if not any(before for before, _after in pairs):  # not in the register yet
            return []
        if all(_never_depreciated(pair) for pair in pairs):
            label = dict(self._standings())[TETAP]
            return [(_("Depreciation"), label, label)]
        changes = self._standing_changes(pairs)
        if len(pairs) == 1:
            changes += self._improvement_changes(pairs[0][1])
        changes += self._moving(acts, pairs)
        changes += [
            (label, self._total(pairs, 0, name), self._total(pairs, 1, name))
            for label, name in (
                (_("Accumulated depreciation"), "akumulasi_awal"),
                (_("Book value"), "buku_awal"),
            )
        ]
        if len(pairs) == 1:
            lives = [self._months(told and told["sisa_awal"]) for told in pairs[0]]
            changes.append((_("Remaining useful life"), *lives))
        charge = _("Charge of %(period)s", period=self._period_name(day))
        changes.append(
            (charge, self._total(pairs, 0, "beban"), self._total(pairs, 1, "beban"))
        )
        correction = sum(after["koreksi"] for _before, after in pairs if after)
        if correction:
            label = _("Correction of earlier periods")
            changes.append((label, None, self._rupiah(correction)))
        return changes + self._finding_changes(pairs)

    def _standings(self):
        figures = self.env["sipbd.period.figure"]
        return figures._fields["status"]._description_selection(self.env)

    def _standing_changes(self, pairs):
        """Whether it is depreciated, where that changes."""
        labels = dict(self._standings())
        before, after = (
            {told[at]["status"] if told[at] else None for told in pairs}
            for at in (0, 1)
        )
        if before == after or after == {None}:
            return []
        order = [status for status, _label in STANDINGS]
        texts = [
            "; ".join(labels[status] for status in order if status in statuses)
            for statuses in (before, after)
        ]
        return [(self.env._("Depreciation"), *texts)]

    def _improvement_changes(self, told):
        """Percentage, step of the table and what it adds."""
        improvement = told and told["improvement"]
        if not improvement:
            return []
        _ = self.env._
        percent = formatLang(self.env, float(improvement.percent), digits=2)
        changes = [(_("Share of the value"), None, f"{percent} %")]
        if not improvement.extra:
            text = _("The table has no step for this code: the life is not extended")
            return [*changes, (_("Step of the table"), None, text)]
        band = self._band(improvement.extra.band)
        changes.append((_("Step of the table"), None, band))
        added = self._months(improvement.months)
        if improvement.months < improvement.extra.months:
            added = _("%(months)s, up to the full life", months=added)
        return [*changes, (_("Life added"), None, added)]

    def _band(self, band):
        """A step of the table in words, with where it comes from."""
        _ = self.env._
        row = self.env["sipbd.masa.manfaat.band"].search(
            [
                ("prefix", "=", band.prefix),
                ("date_from", "=", band.first),
                ("pct_from", "=", float(band.above)),
            ],
            limit=1,
        )
        named = {
            "name": f"{band.prefix} {row.name}",
            "above": formatLang(self.env, float(band.above), digits=2),
            "upto": formatLang(self.env, float(band.upto or 0), digits=2),
            "life": self._months(band.months),
        }
        if band.upto is None:
            text = _("%(name)s: above %(above)s %% adds %(life)s", **named)
        else:
            text = _(
                "%(name)s: above %(above)s up to %(upto)s %% adds %(life)s", **named
            )
        basis = row.legal_basis
        if row.unconfirmed:
            basis = _("%(basis)s, not confirmed", basis=basis)
        return f"{text} ({basis})"

    def _moving(self, acts, pairs):
        """What accumulation and book value go where the value goes."""
        _ = self.env._
        labels = {
            "akhiri": _("Leaves the register"),
            "ganda": _("Leaves the register"),
            "pecah": _("Goes to the pieces"),
            **dict.fromkeys(
                ("kode", "selesai", "rusak", "hilang", "kembali", "komptabel"),
                _("Goes with it to the other place"),
            ),
        }
        if self.act not in labels:
            return []
        if self.act == "pecah":
            (act,) = acts.values()
            value, accumulated = -act["nilai"], -act["akumulasi"]
        else:
            told = [before for before, _after in pairs if before]
            value = sum(before["nilai"] for before in told)
            accumulated = sum(before["akumulasi_awal"] for before in told)
        return [(labels[self.act], None, self._parted(value, accumulated))]

    def _piece_changes(self):
        """Of each piece what it takes with it."""
        if self.act != "pecah":
            return []
        return [
            (piece.name, None, self._parted(piece.nilai, piece.akumulasi))
            for piece in self.piece_ids[:MOST_PIECES]
        ]

    def _parted(self, value, accumulated):
        return self.env._(
            "%(value)s - accumulated %(accumulated)s = book value %(book)s",
            value=self._rupiah(value),
            accumulated=self._rupiah(accumulated),
            book=self._rupiah(value - accumulated),
        )

    def _finding_changes(self, pairs):
        """What depreciation notices of the assets after the act."""
        model = self.env["sipbd.period.finding"]
        labels = dict(model._fields["kind"]._description_selection(self.env))
        found = {
            kind for _before, after in pairs if after for kind in after["findings"]
        }
        return [
            (self.env._("Noticed"), None, labels[kind])
            for kind, _label in KINDS
            if kind in found
        ]

    def _total(self, pairs, at, name):
        """Sum over the assets before (0) or after (1); None when none is left."""
        told = [pair[at][name] for pair in pairs if pair[at]]
        return self._rupiah(sum(told)) if told else None

    def _months(self, months):
        """A span of months as text; None when there is none to tell."""
        if months is None:
            return None
        years, rest = divmod(months, 12)
        if years and rest:
            return self.env._("%(years)s years %(rest)s months", years=years, rest=rest)
        if rest or not years:
            return self.env._("%(months)s months", months=rest)
        return self.env._("%(years)s years", years=years)

    def _period_name(self, day):
        """Name of the period of a day, as the policy cuts its year."""
        rules = self.env["sipbd.penyusutan.policy"]._rules()
        day = day or self.env.company.sudo()._pemda_today()
        months = rules.timeline.policy(rules.timeline.index(day)).months
        spans = periods.spans(day.year, months)
        return next(span.name for span in spans if day <= span.last)


def _never_depreciated(pair):
    """Land and the like, before the act and after it."""
    return all(told is None or told["status"] == TETAP for told in pair)
