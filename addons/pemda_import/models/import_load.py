from odoo import api, fields, models
from odoo.exceptions import UserError

from ..reader import values

# Only this very object opens the guarded fields. A context that comes over the
# network is JSON and can never carry it.
_ENGINE = object()

STATES = [
    ("draft", "Uploaded"),
    ("read", "Read"),
    ("checked", "Checked"),
    ("loaded", "Loaded"),
    ("undone", "Undone"),
    ("refused", "Refused"),
]


FORMATS = (values.US, values.ID, values.DMY, values.MDY)


def _has_units(target):
    units = target._import_units()
    return units is None or bool(units)


class ImportLoad(models.Model):
    """One uploaded file on its way into a register.

    draft -> read -> checked -> loaded -> undone, or refused with one sentence. Each
    step is a transaction of its own and can be run again. A load belongs to a unit:
    who may see or load it follows from the offices held there, and its rows may
    name that unit and those below it only. A file of several OPDs is loaded into
    the root unit by someone who holds an office there.
    """

    _name = "pemda.import.load"
    _description = "Import"
    _order = "id desc"
    _rec_name = "filename"

    file = fields.Binary(attachment=True, required=True)
    filename = fields.Char("File Name", required=True)
    target = fields.Selection(
        selection="_selection_target",
        string="Register",
        required=True,
        default=lambda self: self._default_target(),
    )
    unit_id = fields.Many2one(
        "hr.department",
        required=True,
        index=True,
        ondelete="restrict",
        default=lambda self: self._default_unit(),
        help="The rows go into this unit, or into the units below it that they name.",
    )
    state = fields.Selection(
        STATES, required=True, default="draft", index=True, readonly=True
    )
    sha256 = fields.Char("Checksum", readonly=True)
    container = fields.Char("Kind of File", readonly=True)
    sheets = fields.Json(readonly=True)
    chosen_sheet = fields.Char("Sheet to Read")
    chosen_layout = fields.Char("Layout to Use")
    formats = fields.Json(
        help="What the user said of the columns that can be read in two ways: "
        "us or id for numbers, dmy or mdy for dates."
    )

    table_ids = fields.One2many("pemda.import.table", "load_id", readonly=True)
    finding_ids = fields.One2many("pemda.import.finding", "load_id", readonly=True)
    question_ids = fields.One2many("pemda.import.question", "load_id")

    rows_read = fields.Integer("Rows", readonly=True)
    items = fields.Integer(readonly=True)
    total = fields.Float("Our Total", digits=(20, 2), readonly=True)
    file_total = fields.Float("Total in the File", digits=(20, 2), readonly=True)
    error_count = fields.Integer(compute="_compute_counts", string="Errors")
    note_count = fields.Integer(compute="_compute_counts", string="Notes")
    blocked = fields.Boolean(compute="_compute_counts")
    open_question_count = fields.Integer(compute="_compute_open_questions")
    question_kinds = fields.Char(compute="_compute_open_questions")
    has_suggestions = fields.Boolean(compute="_compute_open_questions")
    confirmable = fields.Boolean(compute="_compute_counts")
    confirm_reason = fields.Char(
        "Reason to Load Anyway",
        help="Overrules the findings that may be overruled, such as a total row that "
        "differs. It is kept with the load.",
    )

    refused_kind = fields.Char(readonly=True)
    refused_params = fields.Json(readonly=True)
    refused_reason = fields.Char(compute="_compute_refused_reason")
    # Whose file it was is shown to those only who may see that load.
    first_load_id = fields.Many2one(
        "pemda.import.load", readonly=True, groups=fields.NO_ACCESS
    )
    duplicate_of_id = fields.Many2one(
        "pemda.import.load", compute="_compute_duplicate_of_id", compute_sudo=False
    )
    loaded_count = fields.Integer("Loaded", readonly=True)
    loaded_at = fields.Datetime(readonly=True)
    loaded_by_id = fields.Many2one("res.users", readonly=True)
    undone_at = fields.Datetime(readonly=True)
    undone_by_id = fields.Many2one("res.users", readonly=True)
    undo_reason = fields.Char(readonly=True)

    _loaded_file_uniq = models.UniqueIndex(
        "(sha256) WHERE state = 'loaded'",
        "This very file is loaded already.",
    )

    @api.model
    def _selection_target(self):
        targets = self.env["pemda.import.target"]._import_targets()
        return [(name, target._title()) for name, target in targets.items()]

    @api.model
    def _default_target(self):
        targets = self.env["pemda.import.target"]._import_targets()
        allowed = (name for name, target in targets.items() if _has_units(target))
        return next(allowed, next(iter(targets), False))

    @api.model
    def _default_unit(self):
        """The only unit that the user may load into, if it is one."""
        target = (
            self.env["pemda.import.target"]
            ._import_targets()
            .get(self._default_target())
        )
        units = target._import_units() if target is not None else None
        return units[0] if units and len(units) == 1 else False

    @api.depends("finding_ids", "confirm_reason")
    def _compute_counts(self):
        for load in self:
            errors = load.finding_ids.filtered(lambda f: f.severity == "error")
            load.error_count = len(errors)
            load.note_count = len(load.finding_ids) - len(errors)
            load.blocked = bool(load._blocking_findings())
            kinds = load._target()._confirmable_kinds() if errors else ()
            load.confirmable = any(finding.kind in kinds for finding in errors)

    @api.depends("question_ids.answered", "question_ids.suggestion")
    def _compute_open_questions(self):
        for load in self:
            load.question_kinds = ",".join(
                sorted(set(load.question_ids.mapped("kind")))
            )
            waiting = load.question_ids.filtered(lambda each: not each.answered)
            load.open_question_count = len(waiting)
            load.has_suggestions = any(waiting.mapped("suggestion"))

    @api.depends("filename")
    @api.depends_context("uid", "lang")
    def _compute_display_name(self):
        """Names of relations are read past the rules: check here who may know."""
        known = self.sudo(False)._filtered_access("read")
        for load in self:
            load.display_name = (
                load.filename
                if load.id in known._ids or not load.id
                else self.env._("Import %(id)s", id=load.id)
            )

    @api.depends("first_load_id")
    @api.depends_context("uid")
    def _compute_duplicate_of_id(self):
        for load in self:
            first = load.sudo().first_load_id.sudo(False)
            load.duplicate_of_id = first._filtered_access("read")

    @api.depends("refused_kind", "refused_params", "first_load_id")
    @api.depends_context("lang", "uid")
    def _compute_refused_reason(self):
        for load in self:
            load.refused_reason = load.refused_kind and load._refusal_message()

    @api.model_create_multi
    def create(self, vals_list):
        maker = self._without_guarded_defaults()
        for vals in vals_list:
            maker._check_guarded(vals)
            maker._check_size(vals)
            maker._check_formats(vals.get("formats"))
        return super(ImportLoad, maker).create(vals_list)

    def _without_guarded_defaults(self):
        """The context is the caller's: no default for what the steps set."""
        allowed = {f"default_{name}" for name in self._user_fields()}
        context = {
            key: value
            for key, value in self.env.context.items()
            if not key.startswith("default_") or key in allowed
        }
        return self.with_context(context)  # pylint: disable=context-overridden

    def write(self, vals):
        self._check_guarded(vals)
        self._check_size(vals)
        self._check_formats(vals.get("formats"))
        return super().write(vals)

    def copy_data(self, default=None):
        raise UserError(self.env._("An import cannot be duplicated; upload again."))

    @api.model
    def _user_fields(self):
        """Fields that a user sets himself: {name: states in which he may}."""
        return {
            "file": ("draft",),
            "filename": ("draft",),
            "target": ("draft",),
            "unit_id": ("draft",),
            "chosen_sheet": ("draft",),
            "chosen_layout": ("draft",),
            "formats": ("draft",),
            "confirm_reason": ("draft", "read", "checked"),
            "question_ids": ("draft", "read", "checked"),
        }

    def _check_guarded(self, vals):
        """Refuse what only the steps may write, whoever calls."""
        if self.env.context.get("pemda_import_engine") is _ENGINE:
            return
        allowed = self._user_fields()
        states = set(self.mapped("state")) or {"draft"}
        for name in vals:
            if name not in allowed and name in self._fields:
                # A new record names every field; its default is no forgery.
                if not self and self._is_default(name, vals[name]):
                    continue
                raise UserError(
                    self.env._(
                        "“%(field)s” of an import is set by its steps only.",
                        field=self._fields[name].get_description(self.env)["string"],
                    )
                )
            if name in allowed and not states <= set(allowed[name]):
                raise UserError(
                    self.env._(
                        "“%(field)s” cannot be changed at this step of the import.",
                        field=self._fields[name].get_description(self.env)["string"],
                    )
                )

    @api.model
    def _check_formats(self, formats):
        """Refuse answers about the form of columns that the reader does not know."""
        if formats is None or formats is False:
            return
        if not isinstance(formats, dict) or any(
            not isinstance(name, str) or word not in FORMATS
            for name, word in formats.items()
        ):
            raise UserError(
                self.env._(
                    "The form of a column is one of %(words)s, by field name.",
                    words=", ".join(FORMATS),
                )
            )

    def _is_default(self, name, value):
        return value == ("draft" if name == "state" else False) or not value

    def _engine(self):
        """These loads with the guarded fields open; never leaves the server."""
        return self.with_context(pemda_import_engine=_ENGINE)

    def _require_state(self, *states):
        for load in self:
            if load.state not in states:
                raise UserError(
                    self.env._(
                        "“%(file)s” is in state “%(state)s”; this is not possible "
                        "any more.",
                        file=load.filename,
                        state=dict(
                            self._fields["state"]._description_selection(self.env)
                        )[load.state],
                    )
                )

    def _target(self):
        self.ensure_one()
        target = self.env["pemda.import.target"]._import_targets().get(self.target)
        if target is None:
            raise UserError(self.env._("No register takes this file."))
        return target

    def _blocking_findings(self):
        """Errors that keep the file out: a reason overrules some, never all."""
        self.ensure_one()
        errors = self.finding_ids.filtered(lambda f: f.severity == "error")
        if not errors or not (self.confirm_reason or "").strip():
            return errors
        confirmable = self._target()._confirmable_kinds()
        return errors.filtered(lambda f: f.kind not in confirmable)
