from decimal import Decimal

from odoo import api, fields, models
from odoo.exceptions import UserError

from ..rules import chain
from ..rules import transitions as rules
from ..rules.steps import Facts
from .request_submit import facts_to_json

ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")
CODE_OF_UNIT, CODE_OF_OPD = "kode_unit", "kode_opd"


class ApprovalDocument(models.AbstractModel):
    """A document that is decided on: inherit it, and set what is marked "set this".

    ``docs/approval.md`` shows a kind from model to print. The acts are in
    ``approval_document_acts``, attachments in ``approval_document_files``, what keeps
    a submitted document as it is in ``approval_document_guard``.
    """

    _name = "pemda.approval.document"
    _description = "Document that is decided on"

    #: set this: code of the ``pemda.approval.kind``
    _approval_kind_code = ""
    #: set this: fields that are decided on, by name. A one2many counts with the
    #: fields in ``_approval_payload_fields`` of its model.
    _approval_payload_fields = ()
    #: fields that may change after submission, since nobody decides on them
    _approval_free_fields = frozenset()

    unit_id = fields.Many2one(
        "hr.department", required=True, index=True, ondelete="restrict"
    )
    state = fields.Selection(
        selection="_selection_state",
        required=True,
        readonly=True,
        default=rules.DRAFT,
        index=True,
        copy=False,
    )
    request_id = fields.Many2one(
        "pemda.approval.request",
        readonly=True,
        copy=False,
        index="btree_not_null",
        ondelete="restrict",
    )
    number = fields.Char(
        readonly=True, copy=False, index="btree_not_null", help="Given at approval."
    )
    date = fields.Date(
        string="Dated", readonly=True, copy=False, help="Day of the final decision."
    )
    maker_id = fields.Many2one(
        "res.users",
        string="Made by",
        required=True,
        readonly=True,
        copy=False,
        default=lambda self: self.env.uid,
        ondelete="restrict",
    )
    waits_for = fields.Char(
        compute="_compute_waits_for", help="Who holds the document now."
    )

    @api.model
    def _selection_state(self):
        """As requests call them, in the language of the user: labels that a model has
        from an abstract one are translated by neither of the two addons."""
        states = self.env["pemda.approval.request"]._fields["state"]
        return states._description_selection(self.env)

    # what a kind of document says of itself

    def _approval_kind(self):
        """The kind of these documents."""
        return self.env["pemda.approval.kind"]._by_code(self._approval_kind_code)

    def _approval_payload(self):
        """What is decided on, as a dict that is hashed. Usually the fields named in
        ``_approval_payload_fields`` are all there is to say."""
        self.ensure_one()
        return self._values_of(self._approval_payload_fields)

    def _approval_facts(self) -> Facts:
        """What the conditions of steps may ask."""
        self.ensure_one()
        return Facts(between_opd=self._approval_reaches_other_opd())

    def _approval_receiving_unit(self):
        """The unit that receives; may be empty."""
        return self.env["hr.department"]

    def _approval_check(self):
        """What stands against these documents: dict id -> list of sentences.

        Asked for all of them at once, before submission and again before the final
        decision: what was right then may be sold, moved or closed by now.
        """
        return {}

    def _approval_effect(self):
        """What documents do once they are approved: for all of them at once, as
        superuser. What it raises undoes the decision as well."""

    def _approval_cancelled(self):
        """What is undone when documents are cancelled; as ``_approval_effect``."""

    def _approval_preview(self):
        """Lines that whoever decides should see first: list of (label, text)."""
        self.ensure_one()
        return []

    def _approval_public(self):
        """What the public page shows besides: list of (label, text). Anybody may read
        it: numbers of letters, say, and nothing of people."""
        self.ensure_one()
        return []

    def _approval_number_parts(self, date):
        """Parts of the number, for the template of the register."""
        self.ensure_one()
        return {
            "tahun": date.year,
            "bulan": f"{date.month:02}",
            "bulan_romawi": ROMAN[date.month - 1],
            CODE_OF_UNIT: self.unit_id.code,
            CODE_OF_OPD: self.unit_id.opd_id.code,
        }

    # what the engine asks

    def _approval_hashes(self):
        """Hash of each document as it stands: dict id -> hash.

        The same for everybody: nothing of the caller's context counts.
        """
        documents = self.with_env(self.env(su=True, context={}))
        attachments = documents._approval_attachments()
        return {
            document.id: chain.document_hash(
                document._name,
                document.id,
                {
                    "document": document._approval_payload(),
                    "attachments": attachments.get(document.id, []),
                },
            )
            for document in documents
        }

    def _approval_request_vals(self, kind, document_hash):
        """Values of the request of this document."""
        self.ensure_one()
        receiving, facts = self._approval_receiving_unit(), self._approval_facts()
        today = self.env.company.sudo()._pemda_today()
        flow = self.env["pemda.approval.flow"]._in_force(kind, self.unit_id, today)
        return {
            "kind_id": kind.id,
            "flow_id": flow.id,
            "res_model": self._name,
            "res_id": self.id,
            "title": self.display_name or kind.name,
            "unit_id": self.unit_id.id,
            "receiving_unit_id": receiving.id,
            "maker_id": self.env.uid,
            "state": rules.RUNNING,
            "round_start": 0,
            "amount": float(facts.amount or 0),
            "facts": facts_to_json(facts),
            "document_hash": document_hash,
            "submitted_at": fields.Datetime.now(),
        }

    def _approval_reaches_other_opd(self):
        receiving = self._approval_receiving_unit()
        return bool(receiving) and receiving.opd_id != self.unit_id.opd_id

    def _values_of(self, names):
        """Fields of one record as plain values, one2many by their own fields."""
        self.ensure_one()
        return {name: self._plain_value(name) for name in names}

    def _plain_value(self, name):
        field, value = self._fields[name], self[name]
        if field.type in ("one2many", "many2many"):
            inner = getattr(value, "_approval_payload_fields", ())
            if field.type == "many2many" or not inner:
                return sorted(value.ids)
            return [
                {"id": line.id, **{each: plain(line, each) for each in inner}}
                for line in value.sorted("id")
            ]
        return plain(self, name)

    @api.depends("request_id.state", "request_id.task_ids.state")
    def _compute_waits_for(self):
        for document in self:
            waiting = document.request_id.sudo().task_ids.filtered(
                lambda task: task.state == "waiting" and task.purpose == "decide"
            )
            document.waits_for = "; ".join(waiting.mapped("who"))

    def _approval_problems(self):
        """Sentences of ``_approval_check`` and what is not attached, each with its
        document in front.

        :raises UserError: if there are any
        """
        problems = self.sudo()._approval_check()
        missing = self._approval_missing_files()
        lines = [
            f"{document.display_name}: {text}" if len(self) > 1 else text
            for document in self
            for text in (
                *problems.get(document.id, ()),
                *missing.get(document.id, ()),
            )
        ]
        if lines:
            raise UserError("\n".join(lines))


def plain(record, name):
    """Value of a field as the hash takes it."""
    field, value = record._fields[name], record[name]
    if isinstance(value, models.BaseModel):
        return value.ids if len(value) > 1 else value.id
    if field.type in ("float", "monetary"):
        return Decimal(repr(value))
    return value or None if field.type != "boolean" else bool(value)
