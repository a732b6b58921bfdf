"""What hangs on closed fields of people: files, and the log of changes."""

from odoo import api, models
from odoo.fields import Domain

from .by_unit import ByUnit


class Attachment(models.Model):
    """A file in a field of a person is as closed as the field."""

    _inherit = "ir.attachment"

    def _check_access(self, operation):
        result = super()._check_access(operation)
        if self.env.su:
            return result
        closed = self._in_closed_fields()
        if not closed:
            return result
        forbidden, error = result or (self.browse(), None)
        return closed | forbidden, error or self._refusal

    def _in_closed_fields(self):
        closed = self.browse()
        for attachment in self.sudo().filtered("res_field"):
            records = self.env.get(attachment.res_model or "")
            if isinstance(records, ByUnit) and attachment.res_id:
                record = records.browse(attachment.res_id).exists()
                field = records._fields.get(attachment.res_field)
                if field and not record._has_field_access(field, "read"):
                    closed |= attachment.sudo(False)
        return closed

    def _refusal(self):
        return self.env["ir.rule"]._make_access_error("read", self)

    @api.model
    def _search(self, domain, *args, bypass_access=False, **kwargs):
        if not (self.env.su or bypass_access):
            domain = self._without_closed(Domain(domain))
        return super()._search(domain, *args, bypass_access=bypass_access, **kwargs)

    def _without_closed(self, domain):
        """Files of fields are found only if asked for by their field or number."""
        asked = {condition.field_expr for condition in domain.iter_conditions()}
        if not asked & {"id", "res_field"} and not self.env.context.get(
            "skip_res_field_check"
        ):
            return domain
        for records, name, units in self._closed_files():
            people = records.sudo()._search(records._open_domain(units))
            domain &= (
                Domain("res_model", "!=", records._name)
                | Domain("res_field", "!=", name)
                | Domain("res_id", "in", people)
            )
        return domain

    def _closed_files(self):
        """Model and name of each closed field that holds a file; where it is open."""
        for records in self.env.values():
            if isinstance(records, ByUnit) and not records._abstract:
                names = [n for n, f in records._fields.items() if f.type == "binary"]
                for name, units in records._closed_names(names).items():
                    yield records, name, units


class TrackingValue(models.Model):
    """A change of a closed field is not told below the page either."""

    _inherit = "mail.tracking.value"

    def _filter_has_field_access(self, env):
        def is_open(tracking):
            message = tracking.mail_message_id
            records = env.get(message.model or "")
            if not isinstance(records, ByUnit) or not tracking.field_id:
                return True
            field = records._fields[tracking.field_id.name]
            return records.browse(message.res_id)._has_field_access(field, "read")

        return super()._filter_has_field_access(env).filtered(is_open)
