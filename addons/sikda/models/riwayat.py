from odoo import api, fields, models
from odoo.exceptions import AccessError, UserError, ValidationError

from ..fields import SelfMany2one
from ..person_page import PersonPage

SOURCES = [
    ("manual", "Entered by hand"),
    ("siasn", "SIASN"),
    ("impor", "Imported file"),
    ("layanan", "Service of BKD"),
]
SCAN_KINDS = {"pdf": "pdf", "jpg": "image", "jpeg": "image", "png": "image"}
# Written by the engine of this model only.
GUARDED = {
    "employee_id",
    "source",
    "siasn_id",
    "verified",
    "verified_by_id",
    "verified_at",
    "replaces_id",
    "replaced_by_id",
}


class Riwayat(models.AbstractModel):
    """A row of a history: what was decided on a person, by which SK, from when.

    A row stands once it was verified by BKD, or when it came from outside (any source
    but 'manual'); the present state of a person follows from the rows that stand. Such
    a row is never changed: a correction is a new row with evidence that replaces it
    when BKD verifies it.
    """

    _name = "sikda.riwayat"
    _description = "History"
    _inherit = ["sikda.by.unit"]
    _order = "tmt desc, id desc"
    _rec_name = "sk_nomor"
    _named_to_readers_only = True

    # Whether the present state of the person is derived from this history.
    _projects = False
    # Kept by BKD alone; operators read it.
    _bkd_only = False

    employee_id = fields.Many2one(
        "hr.employee", string="Person", required=True, ondelete="restrict"
    )
    unit_id = fields.Many2one(
        string="Present unit", related="employee_id.unit_id", related_sudo=True
    )
    tmt = fields.Date(string="TMT")
    sk_nomor = fields.Char(string="SK number")
    sk_tanggal = fields.Date(string="SK date")
    pejabat = fields.Char(string="Signed by")
    keterangan = fields.Char(string="Note")
    scan = fields.Binary(attachment=True)
    scan_name = fields.Char(string="File of the scan")
    scan_kind = fields.Selection(
        [("pdf", "PDF"), ("image", "Image")], compute="_compute_scan_kind"
    )
    source = fields.Selection(
        SOURCES, required=True, default="manual", readonly=True, copy=False
    )
    siasn_id = fields.Char(string="SIASN id", readonly=True, copy=False)
    verified = fields.Boolean(readonly=True, copy=False)
    verified_by_id = fields.Many2one("res.users", readonly=True, copy=False)
    verified_at = fields.Datetime(readonly=True, copy=False)
    replaces_id = SelfMany2one(
        string="Corrects", readonly=True, copy=False, ondelete="restrict"
    )
    replaced_by_id = SelfMany2one(
        string="Corrected by", readonly=True, copy=False, ondelete="restrict"
    )
    standing = fields.Selection(
        [
            ("waiting", "Waits for verification"),
            ("standing", "Counts"),
            ("replaced", "Corrected"),
            ("withdrawn", "Withdrawn"),
        ],
        string="State",
        compute="_compute_standing",
    )
    locked = fields.Boolean(compute="_compute_standing")

    _employee_tmt = models.Index("(employee_id, tmt)")
    _replaces_uniq = models.UniqueIndex(
        "(replaced_by_id) WHERE replaced_by_id IS NOT NULL",
        "A correction replaces one row.",
    )

    @api.depends("verified", "source", "replaced_by_id")
    def _compute_standing(self):
        for row in self:
            row.locked = row.verified or row.source != "manual"
            if row.replaced_by_id:
                own = row.replaced_by_id == row
                row.standing = "withdrawn" if own else "replaced"
            else:
                row.standing = "standing" if row.locked else "waiting"

    @api.depends("scan_name")
    def _compute_scan_kind(self):
        for row in self:
            row.scan_kind = SCAN_KINDS.get(self._suffix(row.scan_name), False)

    @api.model
    def _suffix(self, file_name):
        return (file_name or "").rpartition(".")[2].lower()

    @api.constrains("scan", "scan_name")
    def _check_scan(self):
        """A scan is what a browser shows safely, named after what it is."""
        for row in self.filtered("scan_name"):
            if self._suffix(row.scan_name) not in SCAN_KINDS:
                raise ValidationError(
                    self.env._(
                        "%(file)s: a scan is a PDF, JPG or PNG file.",
                        file=row.scan_name,
                    )
                )

    @api.depends("sk_nomor", "tmt")
    def _compute_display_name(self):
        for row in self:
            parts = (row.sk_nomor, row.tmt and row.tmt.strftime("%d-%m-%Y"))
            row.display_name = ", ".join(filter(None, parts)) or row._description

    # Reading the page of a person -------------------------------------------------

    @api.model
    def _read_of_people(self, people):
        """Rows of some people that the user sees, with their values, in one query."""
        of_people = fields.Domain("employee_id", "in", people.ids)
        page = None if self.env.su else PersonPage.of(self, people.ids)
        if page is None:
            return self.search_fetch(of_people)
        if page.opens(self):
            self.browse().check_access("read")
            query = self._search(of_people, order=self._order, bypass_access=True)
            rows = self._fetch_query(query, self._determine_fields_to_fetch())
        else:
            rows = self.search_fetch(of_people)
        page.note(rows)
        return rows

    def _check_access(self, operation):
        """What the page of a person has just read is not asked for again."""
        page = self.env.context.get("sikda_page")
        if operation == "read" and isinstance(page, PersonPage) and page.has_read(self):
            return None
        return super()._check_access(operation)

    # Writing ----------------------------------------------------------------------

    @api.model_create_multi
    def create(self, vals_list):
        if not self.env.su:
            self._check_keeper()
            for vals in vals_list:
                self._check_guarded(
                    {name for name in vals if vals[name]} - {"employee_id"}, vals
                )
        maker = self._without_guarded_defaults()
        rows = super(Riwayat, maker).create(vals_list).with_env(self.env)
        rows._state_changed()
        return rows

    def _without_guarded_defaults(self):
        """The context is the caller's: no default for what the engine writes."""
        forbidden = {f"default_{name}" for name in GUARDED - {"employee_id"}}
        context = {k: v for k, v in self.env.context.items() if k not in forbidden}
        return self.with_context(context)  # pylint: disable=context-overridden

    def write(self, vals):
        if not self.env.su and vals:
            self.check_access("write")
            self._check_keeper()
            self._check_guarded(set(vals))
            self._check_not_locked()
        result = super().write(vals)
        self._state_changed()
        return result

    @api.ondelete(at_uninstall=False)
    def _unlink_unverified_only(self):
        if not self.env.su:
            self._check_keeper()
        self._check_not_locked()

    def _check_keeper(self):
        if self._bkd_only and not self._is_bkd():
            raise AccessError(
                self.env._("%(history)s is kept by BKD.", history=self._description)
            )

    def _is_bkd(self):
        return self.env.su or self.env.user.has_group("sikda.group_asn_bkd")

    def _check_guarded(self, names, vals=None):
        """Refuse what only the engine writes; ``vals`` are those of a new row."""
        guarded = names & GUARDED
        if vals and vals.get("source") == "manual":
            guarded -= {"source"}
        if guarded:
            raise UserError(
                self.env._(
                    "%(field)s is written by the register itself.",
                    field=self._fields[min(guarded)].string,
                )
            )

    def _check_not_locked(self):
        if any(self.mapped("locked")):
            raise UserError(
                self.env._(
                    "%(history)s: a row that was verified or that came from SIASN or a "
                    "file is not changed. Enter a correction that replaces it.",
                    history=self._description,
                )
            )

    def _state_changed(self):
        """Let the present state follow; an unverified row changes nothing."""
        if self._projects and any(self.mapped("locked")):
            self.employee_id.sudo()._project()

    def action_delete(self):
        """For the button in lists: only rows that wait for verification go."""
        self.unlink()
        return {"type": "ir.actions.client", "tag": "soft_reload"}

    # Verifying and correcting -----------------------------------------------------

    def action_verify(self):
        """BKD vouches for the rows; a correction replaces what it corrects."""
        self.check_access("write")
        if not self._is_bkd():
            raise AccessError(self.env._("Only BKD verifies rows of a history."))
        waiting = self.filtered(lambda row: not row.verified)
        for row in waiting:
            row._check_verifiable()
        for row in waiting.sudo():
            row.replaces_id.replaced_by_id = row
        waiting.sudo().write(
            {
                "verified": True,
                "verified_by_id": self.env.uid,
                "verified_at": fields.Datetime.now(),
            }
        )
        return True

    def _check_verifiable(self):
        self.ensure_one()
        if self.replaced_by_id:
            raise UserError(
                self.env._("This row was corrected already: verify the correction.")
            )
        if self.replaces_id.replaced_by_id:
            raise UserError(
                self.env._("Another correction has replaced that row already.")
            )
        if self.replaces_id and not (self.scan_name or self.scan):
            raise UserError(
                self.env._("A correction needs its evidence: attach the scan.")
            )

    def action_correct(self):
        """Open a copy of a locked row that will replace it once it is verified."""
        self.ensure_one()
        self.check_access("write")
        self._check_keeper()
        if self.replaced_by_id:
            raise UserError(self.env._("This row was corrected already."))
        pending = self.sudo().search([("replaces_id", "=", self.id)], limit=1)
        if not pending:
            vals = self.copy_data()[0]
            pending = (
                self.sudo()
                .create({**vals, "employee_id": self.employee_id.id})
                .with_env(self.env)
            )
            pending.sudo().replaces_id = self
        return {
            "type": "ir.actions.act_window",
            "res_model": self._name,
            "res_id": pending.id,
            "view_mode": "form",
            "target": "current",
        }
