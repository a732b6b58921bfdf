from odoo import api, fields, models

from odoo.addons.pemda_approval.models.engine_token import is_engine
from odoo.addons.pemda_approval.rules.transitions import EDITABLE
from odoo.addons.sipbd.models.sipbd_pegawai import NIP_LENGTH

from .sipbd_pakai import HAND_OVER


class Pakai(models.Model):
    """Who takes goods or brings them back: named by NIP, never by what a client says
    of a person."""

    _inherit = "sipbd.pakai"

    holder_info = fields.Char(
        string="Custodian, unit", compute="_compute_holder_info", compute_sudo=False
    )

    @api.depends("holder_nip", "holder_name", "holder_unit")
    def _compute_holder_info(self):
        """While the NIP is typed: who is meant, as the clerk may find him."""
        for pakai in self:
            saved = pakai._origin
            if saved and saved.holder_nip == pakai.holder_nip:
                parts = (saved.holder_name, saved.holder_unit)
            else:
                parts = pakai._found_person()
            pakai.holder_info = ", ".join(filter(None, parts))

    def _found_person(self):
        people = self.env["sipbd.pegawai"]
        nip = people._digits(self.holder_nip or "")
        found = people.find_people(nip) if len(nip) == NIP_LENGTH else []
        return (found[0]["name"], found[0]["unit"]) if found else ()

    @api.model_create_multi
    def create(self, vals_list):
        found = super().create(vals_list)
        for pakai in found:
            pakai._name_holder()
        return found

    def write(self, vals):
        result = super().write(vals)
        if "holder_nip" in vals and not is_engine(self):
            for pakai in self:
                pakai._name_holder(vals.keys())
        return result

    def _approval_lock(self):  # pylint: disable=missing-return
        """A document that is sent on its way names people and goods as they are now."""
        super()._approval_lock()
        drafts = self.filtered(lambda each: each.state in EDITABLE)
        for pakai in drafts:
            pakai._name_holder()
        drafts._copy_numbers()

    def _name_holder(self, written=frozenset()):
        """Take name, unit and post of who has the NIP from the personnel list.

        Post and rank stay as they are written, and are found for people of the OPD
        alone: of others the clerk learns what the register shows of custodians.

        :param written: fields that were written together with the NIP
        :raises UserError: the NIP is none, or nobody has it
        """
        person = self._person_of_nip()
        vals = {
            "holder_nip": person.nip,
            "holder_id": person.id,
            "holder_name": person._signed_name(),
            "holder_unit": person.department_id.name,
        }
        known = self._serves_here(person)
        for name, found in (
            ("holder_jabatan", known and person.job_title),
            ("holder_pangkat", known and person._custody_rank()),
        ):
            another = self.holder_id and self.holder_id != person
            if name not in written and (another or not self[name]):
                vals[name] = found
        self._approval_as_engine().write(vals)

    def _serves_here(self, person):
        """Whether somebody belongs to the OPD of the document."""
        here, there = self.sudo().unit_id, person.department_id
        return bool(there) and there._opd_or_self() == here._opd_or_self()

    def _person_of_nip(self):
        """Also who is no longer in service: what he has is still returned by him."""
        people = self.env["sipbd.pegawai"].with_context(active_test=False)
        return people._person(self.holder_nip)

    def _holder_problems(self):
        """Why this person takes no goods of the unit; what he has he may return."""
        _, person = self.env._, self.holder_id.sudo()
        if self.jenis != HAND_OVER:
            return
        if person._has_left(self._lifecycle_date()):
            yield _(
                "%(person)s is no longer in service and takes no goods. Name somebody "
                "else.",
                person=self.holder_name,
            )
        if not self._serves_here(person):
            unit = self.sudo().unit_id
            yield _(
                "%(person)s does not serve in %(unit)s, whose goods these are. Name "
                "somebody of it, or let the goods be transferred first.",
                person=self.holder_name,
                unit=unit._opd_or_self().name,
            )
        if self.until and self.until < self._lifecycle_date():
            yield _("The day until which the goods are in use is past: correct it.")
