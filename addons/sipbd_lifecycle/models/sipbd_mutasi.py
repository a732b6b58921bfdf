from dataclasses import replace

from odoo import api, fields, models
from odoo.exceptions import UserError, ValidationError
from odoo.fields import Domain
from odoo.tools import format_date

from odoo.addons.pemda_report.engine.formats import number, rupiah

INTERNAL, BETWEEN = "internal", "antar"
#: series of the number of the handover report, part of its template
SERIES = {INTERNAL: "BA-MUT", BETWEEN: "BAST-MUT"}


class Mutasi(models.Model):
    """Goods go to another unit: of the same pengguna (mutasi internal), or of another
    one (pengalihan status penggunaan, Permendagri 19/2016 Pasal 54-60).

    Usul, persetujuan and handover report are one document on its way: each of its
    letters has a number of its own, given when the office that signs it has decided.
    """

    _name = "sipbd.mutasi"
    _description = "Transfer of goods"
    _inherit = ["sipbd.lifecycle.document"]
    _order = "id desc"

    _approval_kind_code = "sipbd_mutasi"
    _approval_payload_fields = ("unit_id", "to_unit_id", "reason", "line_ids")
    _lifecycle_engine_fields = frozenset(
        {"to_room_id", "usul_number", "usul_date", "sk_number", "sk_date"}
    )

    unit_id = fields.Many2one(string="From unit")
    to_unit_id = fields.Many2one(
        "hr.department",
        string="To unit",
        required=True,
        index=True,
        ondelete="restrict",
    )
    jenis = fields.Selection(
        [
            (INTERNAL, "Inside the pengguna"),
            (BETWEEN, "To another pengguna"),
        ],
        string="Way",
        compute="_compute_jenis",
        store=True,
        precompute=True,
    )
    reason = fields.Text(
        required=True, help="Why the goods go there, as the letters print it."
    )
    to_room_id = fields.Many2one(
        "sipbd.ruang",
        string="Into room",
        readonly=True,
        copy=False,
        ondelete="restrict",
        help="Chosen by the receiving unit; without it the goods are in no room.",
    )
    usul_number = fields.Char(string="Number of the usul", readonly=True, copy=False)
    usul_date = fields.Date(string="Usul dated", readonly=True, copy=False)
    sk_number = fields.Char(string="SK number", readonly=True, copy=False)
    sk_date = fields.Date(string="SK dated", readonly=True, copy=False)
    line_ids = fields.One2many("sipbd.mutasi.line", "document_id", string="Goods list")
    batal_ids = fields.One2many(
        "sipbd.mutasi.batal", "mutasi_id", string="Cancellations"
    )

    @api.depends("unit_id", "to_unit_id")
    def _compute_jenis(self):
        """As the units are when they are chosen; see ``_approval_lock``."""
        for mutasi in self:
            mutasi.jenis = mutasi._way()

    def _way(self):
        """Whether both units belong to one pengguna as the tree is now."""
        here, there = self.sudo().unit_id.opd_id, self.sudo().to_unit_id.opd_id
        return INTERNAL if here and here == there else BETWEEN

    @api.depends("unit_id.name", "to_unit_id.name")
    def _compute_display_name(self):
        for mutasi in self:
            mutasi.display_name = self.env._(
                "Transfer %(unit)s → %(to_unit)s",
                unit=mutasi.sudo().unit_id.name or "",
                to_unit=mutasi.sudo().to_unit_id.name or "",
            )

    @api.constrains("unit_id", "to_unit_id")
    def _check_to_unit(self):
        for mutasi in self:
            if mutasi.unit_id == mutasi.to_unit_id:
                raise ValidationError(
                    self.env._("The goods are in that unit: choose another one.")
                )

    def _offered_domain(self):
        there = Domain("unit_id", "!=", self.to_unit_id.id)
        return super()._offered_domain() & there

    # what the engine asks

    def _approval_facts(self):
        return replace(super()._approval_facts(), between_opd=self.jenis == BETWEEN)

    def _approval_receiving_unit(self):
        return self.to_unit_id

    def _approval_number_parts(self, date):
        return {**super()._approval_number_parts(date), "jenis": SERIES[self.jenis]}

    def _approval_preview(self):
        _ = self.env._
        ways = dict(self._fields["jenis"]._description_selection(self.env))
        rows = [
            (_("From unit"), self.unit_id.display_name),
            (_("To unit"), self.to_unit_id.display_name),
            (_("Way"), ways[self.jenis]),
            (_("Goods"), number(self.line_count)),
            (_("Acquisition value"), rupiah(self.nilai)),
            (_("Book value"), rupiah(self.buku)),
            (_("Reason"), self.reason or ""),
        ]
        held = self.line_ids.asset_id.filtered("holder_id")
        if held:
            rows.append(
                (
                    _("In somebody's hands"),
                    _("%(count)s of them; the custody ends.", count=len(held)),
                )
            )
        if self.to_room_id:
            rows.append((_("Into room"), self.to_room_id.display_name))
        return rows

    def _approval_check(self):
        found = super()._approval_check()
        for mutasi in self:
            texts = list(mutasi._already_there())
            if texts:
                found.setdefault(mutasi.id, []).extend(texts)
        return found

    def _own_problems(self):
        """Also why goods cannot be booked into the receiving unit."""
        yield from super()._own_problems()
        unit = self.to_unit_id
        try:
            self.env["sipbd.asset"]._check_unit(unit, self._lifecycle_date())
            unit._sipbd_number_parts()
        except UserError as error:
            yield str(error)
        if self.jenis != self._way():
            yield self.env._(
                "The units belong to other OPDs than when it was submitted, so other "
                "offices have to decide. Return it to the maker."
            )

    def _already_there(self):
        """Goods of a unit below that are where they are to go."""
        there = self.line_ids.filtered(
            lambda line: line.asset_id.unit_id == self.to_unit_id
        )
        for line in there[:5]:
            yield self.env._(
                "%(goods)s is in %(unit)s already. Take it out.",
                goods=f"{line.nibar} {line.name}",
                unit=self.to_unit_id.name,
            )

    def _approval_effect(self):
        for mutasi in self:
            if mutasi.jenis == BETWEEN and not mutasi.sk_number:
                mutasi._give_number("sk")
            source = mutasi._lifecycle_source(mutasi._ledger_kind())
            assets = mutasi.line_ids.asset_id
            plan = assets._plan("03", mutasi._place_of)
            assets._book_plan(plan, {**source, "note": mutasi._ledger_note()})

    def _ledger_kind(self):
        """Kind of the handover report as the ledger names it."""
        return "ba" if self.jenis == INTERNAL else "bast"

    def _place_of(self, asset):
        """Where an asset goes: what may stand in a room goes into the one chosen."""
        place = {"unit_id": self.to_unit_id.id}
        if self.to_room_id and asset.is_placeable:
            place["room_id"] = self.to_room_id.id
        return place

    def _ledger_note(self):
        if not self.sk_number:
            return ""
        return self.env._(
            "SK %(number)s of %(date)s",
            number=self.sk_number,
            date=format_date(self.env, self.sk_date),
        )

    def action_revoke(self):
        """Begin the document that takes this transfer back."""
        return self.env["sipbd.mutasi.batal"]._form_for(self)
