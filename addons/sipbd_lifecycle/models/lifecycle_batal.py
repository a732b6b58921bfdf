from odoo import api, fields, models
from odoo.exceptions import UserError
from odoo.tools import SQL, format_date

from .sql_file import sql_file

BATAL = "sipbd.lifecycle.batal"


class LifecycleBatal(models.AbstractModel):
    """Cancellation: a counter-document that takes an approved document back.

    What is to be set beside ``sipbd.lifecycle.document``: the many2one to the document
    that is taken back, its name in ``_lifecycle_cancels``; what is booked, in
    ``_approval_effect``. The cancellation belongs to the unit of that document and
    begins with its goods.
    """

    _name = BATAL
    _description = "Cancellation of a document that changes goods"
    _inherit = ["sipbd.lifecycle.document"]

    #: field with the document that is taken back
    _lifecycle_cancels = ""
    #: whether some of the goods may be left as they are
    _lifecycle_in_part = False

    unit_id = fields.Many2one(
        compute="_compute_unit_id",
        store=True,
        precompute=True,
        readonly=True,
        default=False,
    )
    reason = fields.Text(required=True)

    def _lifecycle_cancelled(self):
        """The documents that these take back."""
        return self[self._lifecycle_cancels]

    @api.depends(lambda self: (self._lifecycle_cancels,))
    def _compute_unit_id(self):
        for batal in self:
            batal.unit_id = batal.sudo()._lifecycle_cancelled().unit_id

    @api.model_create_multi
    def create(self, vals_list):
        """A cancellation has the goods that were decided on, so it begins afterwards.

        :raises AccessError: of a document that the maker may not read
        :raises UserError: of one that was not approved, or is cancelled by now
        """
        found = super().create(vals_list)
        cancelled = found._lifecycle_cancelled()
        cancelled.with_env(self.env).check_access("read")
        if any(document.state != "approved" for document in cancelled):
            raise UserError(self._not_standing_text())
        for batal in found:
            batal._fill()
        return found

    def write(self, vals):
        for each in self:
            document = each.sudo()._lifecycle_cancelled()
            stays = {
                self._lifecycle_cancels: document.id,
                "unit_id": document.unit_id.id,
            }
            if all(vals.get(name, id_) == id_ for name, id_ in stays.items()):
                continue
            raise UserError(
                self.env._(
                    "A cancellation stays with its document: make another one instead."
                )
            )
        return super().write(vals)

    def _fill(self):
        """Put the goods of the document in: all of them, whoever has them now."""
        batal = self.sudo()
        batal._add_goods(batal._lifecycle_cancelled().line_ids.asset_id)

    # what the engine asks

    def _approval_preview(self):
        _, cancelled = self.env._, self._lifecycle_cancelled()
        day = format_date(self.env, cancelled.date) if cancelled.date else "-"
        return [
            (_("Takes back"), cancelled.display_name),
            (_("Number"), cancelled.number or "-"),
            (_("Dated"), day),
            (_("Goods"), str(self.line_count)),
            (_("Reason"), self.reason or ""),
        ]

    def _approval_check(self):
        found = super()._approval_check()
        for batal in self:
            texts = [*batal._batal_problems()]
            if texts:
                found.setdefault(batal.id, []).extend(texts)
        return found

    def _batal_problems(self):
        """Sentences on why the document can no longer be taken back."""
        if self._lifecycle_cancelled().state != "approved":
            yield self._not_standing_text()

    @api.model
    def _not_standing_text(self):
        return self.env._("Only an approved document that still stands is cancelled.")

    def _lifecycle_problem_text(self, row):
        """Where all goods go back, none of them can be taken out."""
        if self._lifecycle_in_part:
            return super()._lifecycle_problem_text(row)
        _, goods = self.env._, row["goods"]
        match row["problem"]:
            case "held":
                return _(
                    "%(goods)s stands in another document on its way: %(document)s. "
                    "Wait until that is decided.",
                    goods=goods,
                    document=self.env["sipbd.lifecycle.hold"]._holder_text(row),
                )
            case "gone":
                return _(
                    "%(goods)s is no longer in the register. A cancellation is about "
                    "all goods: let the others go back by a new document instead.",
                    goods=goods,
                )
            case "elsewhere":
                return _(
                    "%(goods)s belongs to %(unit)s now. A cancellation is about all "
                    "goods: let the others go back by a new document instead.",
                    goods=goods,
                    unit=row["unit"],
                )
        return super()._lifecycle_problem_text(row)

    def _lifecycle_undo_text(self):
        return self.env._("Make a new document for these goods instead.")

    def _booked_acts(self, statement, **values):
        """What the document has booked on the goods: rows of a statement."""
        cancelled = self._lifecycle_cancelled()
        self.env.flush_all()
        return self.env.execute_query_dict(
            sql_file(
                statement,
                assets=self.line_ids.asset_id.ids,
                number=cancelled.number,
                date=cancelled.date,
                **values,
            )
        )

    def _cancel_when_all_are_back(self):
        """Documents of which nothing is left are cancelled; by approved ones only."""
        self._meet_others()
        for batal in self:
            cancelled = batal._lifecycle_cancelled()
            back = self.search(
                [
                    (self._lifecycle_cancels, "=", cancelled.id),
                    ("state", "=", "approved"),
                ]
            )
            whole = cancelled.line_ids.asset_id <= back.line_ids.asset_id
            if whole and cancelled.state == "approved":
                cancelled._cancel_by(batal)

    def _meet_others(self):
        """Two that bring back the last goods of one document at once: the second sees
        the first, since PostgreSQL lets it begin again."""
        documents = self._lifecycle_cancelled()
        self.env.cr.execute(
            SQL(
                "UPDATE %s SET write_date = now() AT TIME ZONE 'UTC'"
                " WHERE id = ANY(%s)",
                SQL.identifier(documents._table),
                documents.ids,
            )
        )
        documents.invalidate_recordset(["write_date"])

    # buttons

    @api.model
    def _form_for(self, document):
        """A new cancellation of a document, on screen."""
        document.ensure_one()
        document.check_access("read")
        return {
            "type": "ir.actions.act_window",
            "res_model": self._name,
            "views": [(False, "form")],
            "context": {f"default_{self._lifecycle_cancels}": document.id},
        }
