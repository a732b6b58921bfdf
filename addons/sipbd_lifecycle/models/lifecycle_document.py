from dataclasses import replace
from decimal import Decimal

from odoo import api, fields, models
from odoo.exceptions import AccessError, UserError
from odoo.fields import Domain
from odoo.tools import SQL

from odoo.addons.pemda_approval.models.engine_token import is_engine
from odoo.addons.pemda_approval.rules.transitions import EDITABLE
from odoo.addons.pemda_report.engine.formats import number

from .sql_file import ASSET, sql_file

DOCUMENT = "sipbd.lifecycle.document"
#: more lines than this are more than one document
MOST_LINES = 5000


class LifecycleDocument(models.AbstractModel):
    """A document that changes goods of the register: inherit it.

    What is to be set beside ``pemda.approval.document``: ``line_ids``, a one2many to a
    model of ``sipbd.lifecycle.line``. The checks are in ``lifecycle_check``; goods of
    a document on its way are held (``sipbd.lifecycle.hold``).
    """

    _name = DOCUMENT
    _description = "Document that changes goods"
    _inherit = ["pemda.approval.document", "mail.thread"]
    _named_to_readers_only = True

    #: state in which the goods of the document are in the register
    _lifecycle_asset_state = "aktif"
    #: fields that only the kind itself writes, on ``_approval_as_engine()``
    _lifecycle_engine_fields = frozenset()

    unit_id = fields.Many2one(default=lambda self: self._default_unit_id())
    line_count = fields.Integer(string="Goods", compute="_compute_totals")
    nilai = fields.Float(
        string="Acquisition value", digits=(20, 2), compute="_compute_totals"
    )
    akumulasi = fields.Float(
        string="Accumulated depreciation", digits=(20, 2), compute="_compute_totals"
    )
    buku = fields.Float(string="Book value", digits=(20, 2), compute="_compute_totals")

    @api.model
    def _default_unit_id(self):
        """The unit of a clerk; the first if he has several."""
        units = self.env.user._pemda_unit_ids("sipbd.group_asset_clerk")
        return self.env["hr.department"].browse(units[:1])

    @api.depends("line_ids")
    def _compute_totals(self):
        """Sums of the document, as they stand in it for everybody who reads it."""
        sums = {
            document.id: amounts
            for document, *amounts in self.line_ids.browse()
            .sudo()
            ._read_group(
                [("document_id", "in", self.ids)],
                ["document_id"],
                ["__count", "nilai:sum", "akumulasi:sum", "buku:sum"],
            )
        }
        for document in self:
            (
                document.line_count,
                document.nilai,
                document.akumulasi,
                document.buku,
            ) = sums.get(document.id, (0, 0, 0, 0))

    @api.model_create_multi
    def create(self, vals_list):
        """What the kind itself writes is empty in a draft, whatever defaults say."""
        if not is_engine(self):
            empty = dict.fromkeys(self._lifecycle_engine_fields, False)
            vals_list = [{**empty, **vals} for vals in vals_list]
        return super().create(vals_list)

    def write(self, vals):
        """:raises AccessError: for a unit for which the user makes no documents"""
        result = super().write(vals)
        if "unit_id" in vals:
            self.check_access("write")
        return result

    def _refuse_engine_fields(self, vals):  # pylint: disable=missing-return
        super()._refuse_engine_fields(vals)
        named = self._lifecycle_engine_fields & vals.keys()
        if any(self or vals[name] for name in named):
            raise AccessError(
                self.env._(
                    "%(fields)s come from decisions on the document.",
                    fields=", ".join(
                        self._fields[name].get_description(self.env)["string"]
                        for name in sorted(named)
                    ),
                )
            )

    @api.model
    def _lifecycle_models(self):
        """Names of all models of such documents."""
        names = self.env.registry.descendants([DOCUMENT], "_inherit")
        return {name for name in names if not self.env[name]._abstract}

    # what a kind says

    def _lifecycle_kind_code(self):
        """Code of the kind of one document, where a model has several."""
        return self._approval_kind_code

    def _approval_kind(self):
        codes = {each._lifecycle_kind_code() for each in self}
        code = codes.pop() if len(codes) == 1 else self._approval_kind_code
        return self.env["pemda.approval.kind"]._by_code(code)

    def _approval_facts(self):
        """What the goods are worth and what they are; a kind adds its causes."""
        return replace(
            super()._approval_facts(),
            amount=Decimal(str(round(self.nilai, 2))),
            codes=tuple(sorted(set(filter(None, self.line_ids.mapped("kode"))))),
        )

    def _lifecycle_unit(self):
        """The unit that the goods belong to: it, or one below it."""
        self.ensure_one()
        return self.unit_id

    def _lifecycle_date(self):
        """Date on which the final decision books, if it is taken today."""
        self.ensure_one()
        return self.date or self.env.company.sudo()._pemda_today()

    def _lifecycle_kind_text(self):
        """Kind and number or maker's unit: what others are told of the document."""
        self.ensure_one()
        unit = self.unit_id.name or ""
        return f"{self._approval_kind().name} ({self.number or unit})"

    def _lifecycle_undo_text(self):
        """What is done instead of reversing what a decided document has booked."""
        return self.env._("Cancel that document instead.")

    def _lifecycle_arrived(self, request):
        """A step of the flow has been opened; as superuser.

        :param request: of this document, which may not know it yet
        """

    def _lifecycle_source(self, kind):
        """The document as source of ledger entries."""
        self.ensure_one()
        return {
            "document_kind": kind,
            "document_number": self.number,
            "document_date": self.date,
        }

    # who decided

    def _flow(self):
        """The flow that the document goes through, or would today."""
        today = self.env.company.sudo()._pemda_today()
        flows = self.env["pemda.approval.flow"].sudo()
        return self.request_id.sudo().flow_id or flows._in_force(
            self._approval_kind(), self.unit_id, today
        )

    def _signing_step(self, places):
        """The last step of the document in some places (``place`` of a step)."""
        stages = self._flow()._stages(self._approval_facts())
        steps = self.env["pemda.approval.step"].sudo()
        steps = steps.browse([rule.id for stage in stages for rule in stage])
        return steps.filtered(lambda step: step.place in places)[-1:]

    def _approved_in(self, places, request=None):
        """The approval at that step, if it was given and still stands.

        :param request: of the document, where it does not know it yet
        """
        step = self._signing_step(places)
        return self._approval_given(lambda each: each.step_id == step, request)

    def _agreed_by(self, office):
        """The standing approval of an office on the way; may be empty.

        :param office: external id
        """
        office = self.env.ref(office)
        return self._approval_given(lambda each: each.office_id == office)

    def _approval_given(self, at_step, request=None):
        """The last approval of some steps, if it still stands."""
        request = (request or self.request_id).sudo()
        if request.state in ("draft", "returned"):
            return request.decision_ids.browse()
        return request.decision_ids.filtered(
            lambda each: (
                each.act == "approve"
                and at_step(each)
                and (each.round == request.round or each.stage < request.round_start)
            )
        )[-1:]

    def _final_decision(self):
        """The decision by which the document was approved; empty before it."""
        self.ensure_one()
        request = self.request_id.sudo()
        if self.state not in ("approved", "cancelled"):
            return request.decision_ids.browse()
        return request._final_decision()

    # lines

    def _goods_domain(self):
        """Goods that may stand in the document."""
        return Domain("unit_id", "child_of", self._lifecycle_unit().id) & Domain(
            "state", "=", self._lifecycle_asset_state
        )

    def _offered_domain(self):
        """Those of them that a filter offers: none of another document on its way."""
        held = self.env["sipbd.lifecycle.hold"].sudo()._search(Domain.TRUE)
        return self._goods_domain() & Domain("id", "not in", held.select("asset_id"))

    def _add_goods(self, assets):
        """Put goods into the document, each once, as they stand in the register now.

        :return: how many were added
        :raises UserError: when there would be more than a document holds
        """
        self.ensure_one()
        self.check_access("write")
        assets.check_access("read")
        self._approval_lock()
        self._approval_change()
        self._check_room_for(assets)
        lines = self.line_ids.browse()
        facts = self._facts_of_goods(
            SQL("(SELECT * FROM sipbd_asset WHERE id = ANY(%s) OFFSET 0)", assets.ids)
        )
        self.env.cr.execute(
            sql_file(
                "lines_insert",
                lines=SQL.identifier(lines._table),
                document=self.id,
                facts=facts,
                uid=self.env.uid,
            )
        )
        count = self.env.cr.rowcount
        self.env.invalidate_all()
        self.modified(["line_ids"])
        return count

    def _check_room_for(self, assets):
        count = len(self.sudo().line_ids.asset_id | assets.sudo())
        if count > MOST_LINES:
            raise UserError(
                self.env._(
                    "A document holds %(most)s goods at most; with these it would "
                    "have %(count)s. Make a further document for the rest.",
                    most=number(MOST_LINES),
                    count=number(count),
                )
            )

    def _facts_of_goods(self, goods):
        """Query of what lines say of goods; see ``goods_facts.sql``.

        :param goods: query of rows of ``sipbd_asset``
        """
        self.env.flush_all()
        today = self.env.company.sudo()._pemda_today()
        return sql_file("goods_facts", goods=goods, today=today)

    def _approval_lock(self):  # pylint: disable=missing-return
        """A document that is sent on its way says what the register says now."""
        super()._approval_lock()
        drafts = self.sudo().filtered(lambda each: each.state in EDITABLE)
        if drafts:
            lines = self.line_ids.browse()
            self.env.cr.execute(
                sql_file(
                    "lines_refresh",
                    lines=SQL.identifier(lines._table),
                    documents=drafts.ids,
                    facts=self._facts_of_goods(ASSET),
                )
            )
            lines.invalidate_model()

    # buttons

    def action_submit(self):
        """Send the documents on their way, each kind by itself."""
        kinds = self.grouped(lambda each: each._lifecycle_kind_code()).values()
        if len(kinds) < 2:
            return super().action_submit()
        results = [super(LifecycleDocument, ours).action_submit() for ours in kinds]
        return next((result for result in results if result is not True), True)

    def action_add(self):
        """Add goods: by filter, scan or pasted list."""
        self.ensure_one()
        self.check_access("write")
        self._approval_check_editable()
        return {
            "type": "ir.actions.act_window",
            "name": self.env._("Add goods"),
            "res_model": "sipbd.lifecycle.add",
            "view_mode": "form",
            "target": "new",
            "context": {
                "default_res_model": self._name,
                "default_res_id": self.id,
            },
        }

    def action_open_lines(self):
        """The goods of the document as a list with its filters."""
        self.ensure_one()
        self.check_access("read")
        return {
            "type": "ir.actions.act_window",
            "name": self.env._("Goods of the document"),
            "res_model": self.line_ids._name,
            "view_mode": "list",
            "domain": [("document_id", "=", self.id)],
            "context": {"create": False},
        }
