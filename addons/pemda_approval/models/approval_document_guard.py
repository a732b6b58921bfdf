from odoo import api, models
from odoo.exceptions import AccessError, UserError
from odoo.tools import SQL

from ..rules import transitions as rules
from .engine_token import as_engine, is_engine

#: what the engine alone writes, with the value that a new document has
ENGINE_FIELDS = {
    "state": rules.DRAFT,
    "request_id": False,
    "number": False,
    "date": False,
}
# people talk about a document while it is decided on
CHATTER_PREFIXES = ("message_", "activity_", "rating_")


class ApprovalDocument(models.AbstractModel):
    """A submitted document stays as it was submitted, over every way in.

    Superuser code is refused as well: whatever is not the engine does not hold its
    token (``engine_token``).
    """

    _inherit = "pemda.approval.document"

    def _approval_as_engine(self):
        """These documents, for the effect of a kind that writes on them itself."""
        return as_engine(self)

    @api.model_create_multi
    def create(self, vals_list):
        """A document begins as a draft, whatever values or defaults say."""
        if not is_engine(self):
            for vals in vals_list:
                self._refuse_engine_fields(vals)
            initial = {**ENGINE_FIELDS, "maker_id": self.env.uid}
            vals_list = [{**vals, **initial} for vals in vals_list]
        return super().create(vals_list)

    def write(self, vals):
        if not is_engine(self):
            self._refuse_engine_fields(vals)
            if any(not self._approval_is_free(name) for name in vals):
                self._approval_check_editable()
        return super().write(vals)

    @api.ondelete(at_uninstall=False)
    def _unlink_what_was_never_submitted(self):
        submitted = self.filtered("request_id")
        if submitted:
            raise UserError(
                self.env._(
                    "“%(document)s” was submitted: it is kept with what was decided.",
                    document=submitted[0].display_name,
                )
            )

    def _refuse_engine_fields(self, vals):
        initial = {**ENGINE_FIELDS, "maker_id": self.env.uid}
        forged = [
            name
            for name, value in initial.items()
            if name in vals and (self or (vals[name] or False) != value)
        ]
        if forged:
            raise AccessError(
                self.env._(
                    "State, number and date of a document come from decisions. Use the "
                    "buttons of the document."
                )
            )

    def _approval_is_free(self, name):
        return name in self._approval_free_fields or name.startswith(CHATTER_PREFIXES)

    def _approval_check_editable(self):
        """Refuse the change of documents that are on their way or decided."""
        locked = self.sudo().filtered(lambda each: each.state not in rules.EDITABLE)
        if locked and not is_engine(self):
            raise UserError(
                self.env._(
                    "“%(document)s” was submitted and stays as it is. Withdraw it to "
                    "change it, or let it be returned.",
                    document=locked[0].display_name,
                )
            )

    def _approval_change(self):
        """Ask before what belongs to documents is changed: lines, goods, files.

        Whoever submits a document does not see what another session changes meanwhile,
        nor the other way round. So a change writes on the document as well: PostgreSQL
        lets one of the two wait, and begin again on what holds then.

        :raises UserError: for documents that are on their way or decided
        """
        self._approval_check_editable()
        if is_engine(self) or not self.ids:
            return
        self.flush_recordset(["write_uid", "write_date"])
        self.env.cr.execute(
            SQL(
                "UPDATE %s SET write_uid = %s, write_date = now() AT TIME ZONE 'UTC'"
                " WHERE id = ANY(%s)"
                "   AND write_date IS DISTINCT FROM now() AT TIME ZONE 'UTC'",
                SQL.identifier(self._table),
                self.env.uid,
                self.ids,
            )
        )
        self.invalidate_recordset(["write_uid", "write_date"])
