from odoo import api, fields, models
from odoo.exceptions import UserError

# act -> (label, on one asset only, fields that must be filled in)
ACTS = {
    "serah": ("Hand over for use", False, ("holder_nip",)),
    "terima": ("Returned by the custodian", False, ()),
}


class EntryWizard(models.TransientModel):
    """Handing goods over to a custodian, who is named by NIP, and taking them back."""

    _inherit = "sipbd.entry.wizard"

    act = fields.Selection(
        selection_add=[(act, options[0]) for act, options in ACTS.items()],
        ondelete=dict.fromkeys(ACTS, "cascade"),
    )
    holder_nip = fields.Char(
        string="NIP of the custodian",
        help="Type a name or NIP of your OPD, or the whole NIP of anybody else.",
    )
    holder_name = fields.Char(string="Custodian", compute="_compute_holder_name")

    @api.model
    def default_get(self, fields):
        """The room from whose form the goods were chosen.

        :raises AccessError: for a room that the user may not read
        """
        values = super().default_get(fields)
        room = self.env.context.get("sipbd_room_id")
        if values.get("act") == "ruang" and type(room) is int:
            self.env["sipbd.ruang"].browse(room).check_access("read")
            values["new_room_id"] = room
        return values

    def onchange(self, values, field_names, fields_spec):
        """:raises AccessError: for a room that the user may not read

        The client would get its name, which is given without a look at the rights.
        """
        named = values.get("new_room_id") or self.env.context.get("default_new_room_id")
        self.new({"new_room_id": named}).new_room_id._origin.check_access("read")
        return super().onchange(values, field_names, fields_spec)

    @api.depends("holder_nip")
    def _compute_holder_name(self):
        """Name and unit of who is meant; empty as long as nobody is."""
        for wizard in self:
            wizard.holder_name = False
            if wizard.holder_nip:
                found = self.env["sipbd.pegawai"].find_people(wizard.holder_nip)
                exact = [p for p in found if p["nip"] == self._nip(wizard.holder_nip)]
                wizard.holder_name = exact and ", ".join(
                    filter(None, (exact[0]["name"], exact[0]["unit"]))
                )

    @api.depends("holder_nip")
    def _compute_preview(self):
        return super()._compute_preview()

    @api.model
    def _nip(self, text):
        return self.env["sipbd.pegawai"]._digits(text)

    def _act_options(self):
        return ACTS.get(self.act) or super()._act_options()

    def _planned(self):
        assets = self._assets()
        if self.act == "serah":
            return assets._plan_holder(self._holder())
        if self.act == "terima":
            return assets._plan_return()
        return super()._planned()

    def _holder(self):
        """:raises UserError: when the NIP is of nobody, or the goods are with him"""
        people = self.env["sipbd.pegawai"]
        people._opds()
        person = people._person(self.holder_nip)
        already = self._assets().filtered(lambda a: a.sudo().holder_id == person)
        if already:
            raise UserError(
                self.env._(
                    "%(person)s has %(asset)s already.",
                    person=person.name,
                    asset=", ".join(already[:5].mapped("display_name")),
                )
            )
        return person
