from collections import Counter

from markupsafe import Markup

from odoo import api, fields, models
from odoo.exceptions import UserError
from odoo.tools.misc import formatLang

MOST_NAMES = 3


class EntryWizard(models.TransientModel):
    """What a change does, shown before it is booked."""

    _inherit = "sipbd.entry.wizard"

    preview = fields.Html(compute="_compute_preview")

    @api.depends(
        "asset_id",
        "asset_ids",
        "act",
        "document_date",
        "new_nilai",
        "cost",
        "cara",
        "new_jumlah",
        "new_sisa_bulan",
        "new_tanggal",
        "spec",
        "new_spec",
        "new_kondisi",
        "new_room_id",
        "new_unit_id",
        "new_code_id",
        "cause",
        "new_komptabel",
        "piece_ids",
        "other_ids",
        "akumulasi",
        "end_kind",
    )
    def _compute_preview(self):
        for wizard in self:
            wizard.preview = wizard._preview()

    def _preview(self):
        if not self.act:
            return False
        _label, _single, needed = self._act_options()
        if not all(self[name] for name in needed):
            return False
        try:
            if self.act == "batal":
                return self._render_preview(self._reversal_changes())
            return self._render_preview(self._changes(self._planned()))
        except UserError as error:
            return Markup('<div class="alert alert-warning mb-0">%s</div>') % error

    def _changes(self, plan):
        """What a plan changes, as (label, before, after) texts."""
        _ = self.env._
        assets = self._assets().browse([act["asset_id"] for act in plan])
        changes = []
        if len(assets) > 1:
            count = formatLang(self.env, len(assets), digits=0)
            changes.append((_("Assets"), count, count))
        changes += self._sums(assets, plan)
        changes += self._positions(assets, plan)
        changes += [
            (_("Acquired on"), asset.tanggal_perolehan or asset.tahun_perolehan, after)
            for asset, after in (
                (asset, act.get("tanggal_baru"))
                for asset, act in zip(assets[:1], plan, strict=False)
            )
            if after
        ]
        if self.act == "spesifikasi":
            labels = dict(self._selection_spec())
            was = self.asset_id[self.spec]
            changes.append((labels[self.spec], was, self.new_spec))
        return changes

    def _sums(self, assets, plan):
        _ = self.env._
        changes = []
        nilai = sum(act.get("nilai") or 0 for act in plan)
        jumlah = sum(act.get("jumlah") or 0 for act in plan)
        if self.act == "gabung":  # only what becomes of the asset itself
            assets, plan = assets[:1], plan[:1]
            nilai, jumlah = plan[0]["nilai"], plan[0]["jumlah"]
        before, count = (
            sum(assets.mapped("nilai_perolehan")),
            sum(assets.mapped("jumlah")),
        )
        if nilai:
            changes.append(
                (_("Value"), self._rupiah(before), self._rupiah(before + nilai))
            )
        if jumlah:
            changes.append(
                (
                    _("Quantity"),
                    formatLang(self.env, count, digits=2),
                    formatLang(self.env, count + jumlah, digits=2),
                )
            )
        return changes

    def _positions(self, assets, plan):
        """Unit, code, condition ... of all assets, before and after."""
        changes = []
        leaves_unit = any("unit_id" in act for act in plan)
        labels = assets.fields_get(
            ("unit_id", "code_id", "kondisi", "komptabel", "room_id", "holder_id"),
            ["string"],
        )
        for name, label in labels.items():
            emptied = leaves_unit and name in ("room_id", "holder_id")
            pairs = [
                (asset[name], act.get(name, False if emptied else asset[name]))
                for asset, act in zip(assets, plan, strict=True)
            ]
            before = self._names(assets, name, [pair[0] for pair in pairs])
            after = self._names(assets, name, [pair[1] for pair in pairs])
            if before != after:
                changes.append((label["string"], before, after))
        return changes

    def _names(self, assets, name, values):
        """The different values as text, the most frequent first."""
        field = assets._fields[name]
        if field.type == "selection":
            options = dict(field._description_selection(self.env))
            texts = Counter(options.get(value) or "-" for value in values)
        else:
            records = self.env[field.comodel_name].sudo()
            ids = (v.id if isinstance(v, models.BaseModel) else v for v in values)
            texts = Counter(records.browse(id_).display_name or "-" for id_ in ids)
        names = [text for text, _count in texts.most_common(MOST_NAMES)]
        if len(texts) > MOST_NAMES:
            names.append("…")
        return "; ".join(names)

    def _reversal_changes(self):
        asset, _ = self.asset_id, self.env._
        act = asset._reversible()
        if not act:
            return []
        value = asset.nilai_perolehan - sum(act.mapped("nilai"))
        quantity = asset.jumlah - sum(act.mapped("jumlah"))
        changes = [
            (_("Entry"), act[-1:].display_name, _("Reversed")),
            (_("Value"), self._rupiah(asset.nilai_perolehan), self._rupiah(value)),
            (
                _("Quantity"),
                formatLang(self.env, asset.jumlah, digits=2),
                formatLang(self.env, quantity, digits=2),
            ),
        ]
        if act[-1:].tanggal_baru:
            before, year = asset._date_without(act)
            changes.append((_("Acquired on"), act[-1].tanggal_baru, before or year))
        if len(act) == 2:
            out, into = act
            changes += [
                (_("Unit"), into.unit_id.display_name, out.unit_id.display_name),
                (_("Code"), into.code_id.display_name, out.code_id.display_name),
            ]
        others = asset._joint_assets(act)
        if others:
            names = ", ".join(others.mapped("display_name"))
            changes.append((_("Also reversed on"), None, names))
        return changes

    def _rupiah(self, amount):
        return f"Rp {formatLang(self.env, amount, digits=2)}"

    def _render_preview(self, changes):
        row = Markup("<tr><th>%s</th><td>%s</td><td><b>%s</b></td></tr>")
        head = Markup("<tr><th></th><th>%s</th><th>%s</th></tr>") % (
            self.env._("Now"),
            self.env._("After booking"),
        )
        rows = Markup("").join(
            row % (label, before or "-", after or "-")
            for label, before, after in changes
        )
        return Markup('<table class="table table-sm"><tbody>%s%s</tbody></table>') % (
            head,
            rows,
        )
