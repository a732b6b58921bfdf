from odoo import api, fields, models
from odoo.exceptions import UserError
from odoo.fields import Domain

from odoo.addons.pemda_base.notice import CLOSE_DIALOG, notice
from odoo.addons.sipbd.models.sipbd_entry import KONDISI
from odoo.addons.sipbd.models.sipbd_kode import KIB

from ..models.lifecycle_document import DOCUMENT, MOST_LINES
from ..rules.goods_list import marks

#: so many are named of those that were not added
NAMED = 15


class LifecycleAdd(models.TransientModel):
    """Adds goods to a document of any kind: by filter, by scan, by pasted list."""

    _name = "sipbd.lifecycle.add"
    _description = "Add goods to a document"

    res_model = fields.Char(required=True)
    res_id = fields.Many2oneReference(model_field="res_model", required=True)
    way = fields.Selection(
        [
            ("filter", "By what they are"),
            ("scan", "By scanning labels"),
            ("list", "By a list"),
        ],
        string="Goods are chosen",
        required=True,
        default="filter",
    )
    unit_id = fields.Many2one(
        "hr.department", string="Unit and those below", help="Empty: all of them."
    )
    document_unit_id = fields.Many2one(
        "hr.department", compute="_compute_document_unit_id"
    )
    kib = fields.Selection(KIB, string="KIB")
    kode = fields.Char(string="Code begins with", help="Such as 1.3.2.02.")
    name = fields.Char(string="Name contains")
    room_id = fields.Many2one("sipbd.ruang")
    kondisi = fields.Selection(KONDISI, string="Condition")
    holder = fields.Char(string="Custodian", help="Name or NIP.")
    year_from = fields.Char(string="Acquired from year", size=4)
    year_to = fields.Char(string="Acquired until year", size=4)
    count = fields.Integer(string="Found", compute="_compute_count")
    not_offered = fields.Integer(
        string="Not offered",
        compute="_compute_count",
        help="They stand in another document on its way, or are in the receiving unit "
        "already.",
    )
    scan = fields.Char(help="Scan the QR code of a label, or type NIBAR and Enter.")
    scan_note = fields.Char(string="Last scan", readonly=True)
    text = fields.Text(
        string="NIBAR or kode register", help="One a line, or pasted from a sheet."
    )

    # the document is named by the client: it is looked at before anything else

    def _document(self):
        """The document, which the user may change.

        :raises UserError: there is none, or it is on its way
        """
        if self.res_model not in self.env[DOCUMENT]._lifecycle_models():
            raise UserError(self.env._("Open the document and add goods there."))
        document = self.env[self.res_model].browse(self.res_id or 0).exists()
        if not document:
            raise UserError(self.env._("Open the document and add goods there."))
        document.check_access("write")
        document._approval_check_editable()
        return document

    @api.depends("res_model", "res_id")
    def _compute_document_unit_id(self):
        for wizard in self:
            wizard.document_unit_id = wizard._document()._lifecycle_unit()

    def _domain(self):
        """Goods by the filter; readable ones only, as any search."""
        return self._document()._offered_domain() & self._criteria()

    def _criteria(self):
        domain = Domain.TRUE
        if self.unit_id:
            domain &= Domain("unit_id", "child_of", self.unit_id.id)
        for name in ("kib", "kondisi"):
            if self[name]:
                domain &= Domain(name, "=", self[name])
        if (self.kode or "").strip():
            codes = self.env["sipbd.kode"].search(
                [("code", "=like", f"{self.kode.strip()}%"), ("level", "=", 7)]
            )
            domain &= Domain("code_id", "in", codes.ids)
        if (self.name or "").strip():
            domain &= Domain("name", "ilike", self.name.strip())
        if self.room_id:
            domain &= Domain("room_id", "=", self.room_id.id)
        if (self.holder or "").strip():
            domain &= Domain("holder_search", "ilike", self.holder.strip())
        for name, operator in (("year_from", ">="), ("year_to", "<=")):
            if year := (self[name] or "").strip():
                domain &= Domain("tahun_perolehan", operator, self._year(year))
        return domain

    def _year(self, text):
        if not (len(text) == 4 and text.isdecimal()):
            raise UserError(self.env._("Write the year in four digits, as 2019."))
        return int(text)

    @api.depends(
        "way",
        "unit_id",
        "kib",
        "kode",
        "name",
        "room_id",
        "kondisi",
        "holder",
        "year_from",
        "year_to",
    )
    def _compute_count(self):
        for wizard in self:
            by_filter = wizard.way == "filter"
            assets = wizard.env["sipbd.asset"]
            wizard.count = by_filter and assets.search_count(wizard._domain())
            goods = wizard._document()._goods_domain() & wizard._criteria()
            found = by_filter and assets.search_count(goods)
            wizard.not_offered = found - wizard.count

    @api.onchange("scan")
    def _onchange_scan(self):
        """A label that was scanned joins the list; the field waits for the next."""
        found = marks(self.scan).wanted
        if not found:
            self.scan = False
            return
        known = set(marks(self.text).wanted)
        assets = self._assets_marked(found)
        if not assets:
            self.scan_note = self.env._(
                "%(mark)s: not among the goods of this unit.", mark=found[0]
            )
        elif known & set(found):
            self.scan_note = self.env._(
                "%(goods)s: scanned already.", goods=assets[0].display_name
            )
        else:
            self.text = "\n".join(filter(None, (self.text, *found)))
            self.scan_note = self.env._(
                "%(count)s: %(goods)s",
                count=len(known) + 1,
                goods=assets[0].display_name,
            )
        self.scan = False

    def _assets_marked(self, wanted):
        """Goods of the document's unit with these NIBAR or kode register."""
        named = Domain("nibar", "in", wanted) | Domain("kode_register", "in", wanted)
        return self.env["sipbd.asset"].search(self._document()._goods_domain() & named)

    def action_confirm(self):
        """Add the goods; what was not added is told, with the reason."""
        self.ensure_one()
        document = self._document()
        if self.way == "filter":
            assets, left = self._filtered_goods(), []
        else:
            assets, left = self._listed_goods()
        already = document.sudo().line_ids.asset_id & assets.sudo()
        added = document._add_goods(assets) if assets else 0
        if already:
            left.append(
                self.env._("%(count)s were in the document before.", count=len(already))
            )
        if not added:
            raise UserError(
                "\n".join(self._shortened(left))
                or self.env._("No goods were found: change the filter.")
            )
        return self._told(added, left)

    def _filtered_goods(self):
        """What the filter finds, but never more than could be added."""
        return self.env["sipbd.asset"].search(
            self._domain(), limit=MOST_LINES + 1, order="id"
        )

    def _listed_goods(self):
        """Goods of the list, and sentences on what is not among them."""
        named = marks(self.text)
        if not named.wanted:
            raise UserError(self.env._("Scan or paste one NIBAR or more."))
        assets = self._assets_marked(named.wanted)
        known = {*assets.mapped("nibar"), *assets.mapped("kode_register")}
        left = []
        if named.left:
            left.append(
                self.env._(
                    "The list is too long: %(count)s pieces at its end were not looked "
                    "at.",
                    count=named.left,
                )
            )
        if named.repeated:
            left.append(
                self.env._(
                    "%(count)s stand in the list more than once, such as %(mark)s; "
                    "each is taken once.",
                    count=len(named.repeated),
                    mark=named.repeated[0],
                )
            )
        missing = [mark for mark in named.wanted if mark not in known]
        elsewhere = self._elsewhere(missing)
        for mark in missing:
            left.append(
                elsewhere.get(mark)
                or self.env._("“%(mark)s”: no such goods in this unit.", mark=mark)
            )
        return assets, left

    def _elsewhere(self, missing):
        """Sentences on goods that the user may see, but that are not of this unit or
        not in the register any more: dict mark -> sentence."""
        found = self.env["sipbd.asset"].search(
            Domain("nibar", "in", missing) | Domain("kode_register", "in", missing)
        )
        sentences = {}
        states = dict(found._fields["state"]._description_selection(self.env))
        for asset in found:
            text = self.env._(
                "%(goods)s: %(unit)s, %(state)s.",
                goods=asset.display_name,
                unit=asset.unit_id.display_name,
                state=states[asset.state],
            )
            sentences |= {asset.nibar: text, asset.kode_register: text}
        return sentences

    def _shortened(self, left):
        if len(left) <= NAMED:
            return left
        more = self.env._("And %(count)s more.", count=len(left) - NAMED)
        return [*left[:NAMED], more]

    def _told(self, added, left):
        """Close the dialog; tell how many were added and what was not."""
        if not left:
            return CLOSE_DIALOG
        return notice(
            " ".join(self._shortened(left)),
            CLOSE_DIALOG,
            kind="warning",
            title=self.env._("%(count)s added", count=added),
        )
