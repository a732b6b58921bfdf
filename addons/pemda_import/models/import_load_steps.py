import logging

from odoo import api, fields, models
from odoo.exceptions import AccessError, UserError
from odoo.tools import SQL

_logger = logging.getLogger(__name__)

# Records of one load from which the statistics of its tables are made anew.
ANALYZE_ABOVE = 1000
# Time in which they are; longer than from one run of the job to the next.
ANALYZE_HOURS = 2


class ImportLoad(models.Model):
    """The steps. The screen and the command line call the same ones."""

    _inherit = "pemda.import.load"

    def action_step(self):
        """Run the next step up to the result page; a call is a transaction.

        :return: the state afterwards
        """
        self.ensure_one()
        self._begin()
        # Nobody waits for the disk: after a crash a step is run again.
        self._wait_for_disk(False)
        if self.state == "draft":
            self._step_read()
        elif self.state in ("read", "checked"):
            self._step_check()
        return self.state

    def action_accept_suggestions(self):
        """Take every suggestion that nobody has answered otherwise."""
        self.ensure_one()
        self.check_access("write")
        self._require_state("read", "checked")
        self.question_ids.filtered(
            lambda question: question.suggestion and not question.answered
        ).action_accept_suggestion()
        return True

    def action_load(self):
        """Load all or nothing. What changed since the check is seen by another."""
        self.ensure_one()
        self._begin()
        self._require_state("checked")
        self._wait_for_disk(True)
        self._step_load()
        return self.state

    def action_reread(self, sheet=None, layout=None, formats=None):
        """Read the file anew, with another sheet or layout when one is named.

        :param dict formats: field -> us, id, dmy or mdy, for columns that can be
            read in two ways
        """
        self.ensure_one()
        self._begin()
        self._require_state("draft", "read", "checked", "refused")
        self._check_formats(formats)
        self._forget_reading()
        self._remember_first(None)
        self._engine().write(
            {
                "state": "draft",
                "chosen_sheet": sheet or False,
                "chosen_layout": layout or False,
                "formats": {**(self.formats or {}), **(formats or {})},
                "refused_kind": False,
                "refused_params": False,
            }
        )
        return self.action_step()

    def action_undo(self):
        """Ask for the reason; the wizard undoes."""
        self.ensure_one()
        self._require_state("loaded")
        return {
            "type": "ir.actions.act_window",
            "name": self.env._("Undo"),
            "res_model": "pemda.import.undo",
            "view_mode": "form",
            "target": "new",
            "context": {"default_load_id": self.id},
        }

    def _begin(self):
        """Nobody else runs a step of this load, and the user may."""
        self.check_access("write")
        self.lock_for_update(allow_referencing=True)
        self.invalidate_recordset()
        self._check_scope()

    def _wait_for_disk(self, wanted):
        """Whether the commit of this transaction returns when it is on disk only."""
        setting = SQL("DEFAULT" if wanted else "off")
        self.env.cr.execute(SQL("SET LOCAL synchronous_commit TO %s", setting))

    def _check_scope(self):
        """The user holds the target's group in the unit of the load, today."""
        if not self._target()._import_allowed(self.unit_id):
            raise AccessError(
                self.env._("You hold no office in this unit that may load files.")
            )

    def _step_check(self):
        self._require_state("read", "checked")
        self._check_now()
        self._engine().write({"state": "checked"})

    def _check_now(self):
        cr = self.env.cr
        cr.execute(
            SQL(
                "DELETE FROM pemda_import_finding WHERE load_id = %s AND stage = %s",
                self.id,
                "check",
            )
        )
        cr.execute(SQL("DELETE FROM pemda_import_question WHERE load_id = %s", self.id))
        self._target()._check(self)
        self.invalidate_recordset()
        self.env["pemda.import.question"].invalidate_model()

    def _step_load(self):
        """Load when nothing blocks; else stay at the check with its findings."""
        self._refuse_duplicate()
        if self.state == "refused":
            return
        target = self._target()
        if self._blocking_findings() or not target._is_prepared(self):
            self._check_now()
        if self._blocking_findings():
            return
        count = target._load(self)
        self._engine().write(
            {
                "state": "loaded",
                "loaded_count": count,
                "loaded_at": fields.Datetime.now(),
                "loaded_by_id": self.env.uid,
            }
        )
        # The unique index on the checksum speaks here, not at a later commit.
        self.flush_recordset()
        if count > ANALYZE_ABOVE:
            self.env.ref("pemda_import.cron_statistics").sudo()._trigger()
        _logger.info("import %s: %s records loaded", self.id, count)

    @api.model
    def _cron_statistics(self):
        """Do for large loads what nobody waits for, as soon as they are committed."""
        since = fields.Datetime.subtract(fields.Datetime.now(), hours=ANALYZE_HOURS)
        loads = self.search(
            [("loaded_at", ">=", since), ("loaded_count", ">", ANALYZE_ABOVE)]
        )
        for target in {load._target() for load in loads}:
            target._settle()

    def _undo(self, reason):
        """Take a load back by reversal entries."""
        self.ensure_one()
        self._begin()
        self._require_state("loaded")
        if not (reason or "").strip():
            raise UserError(self.env._("Say why the load is undone."))
        count = self._target()._undo(self, reason)
        self._engine().write(
            {
                "state": "undone",
                "undo_reason": reason,
                "undone_at": fields.Datetime.now(),
                "undone_by_id": self.env.uid,
            }
        )
        _logger.info("import %s: %s records taken back", self.id, count)
        return count

    def _forget_reading(self):
        """Staged rows are working data; a load that never loaded may drop them."""
        self.env.cr.execute(
            SQL(
                "DELETE FROM pemda_import_row USING pemda_import_table AS sheet"
                " WHERE sheet.id = table_id AND sheet.load_id = ANY(%s)",
                self.ids,
            )
        )
        for table in (
            "pemda_import_finding",
            "pemda_import_question",
            "pemda_import_table",
        ):
            self.env.cr.execute(
                SQL(
                    "DELETE FROM %s WHERE load_id = ANY(%s)",
                    SQL.identifier(table),
                    self.ids,
                )
            )
        self.env.invalidate_all()

    @api.ondelete(at_uninstall=False)
    def _unlink_with_rows(self):
        self._forget_reading()

    def _refuse(self, kind, params=None, duplicate=None):
        self._engine().write(
            {
                "state": "refused",
                "refused_kind": kind,
                "refused_params": params or False,
            }
        )
        self._remember_first(duplicate)

    def _remember_first(self, load):
        """The load that took the file before; its field is closed to users."""
        self._engine().sudo().write({"first_load_id": load and load.id})

    def _refuse_duplicate(self):
        """The same bytes loaded once are not loaded again, in whatever unit."""
        first = self.sudo().search(
            [
                ("sha256", "=", self.sha256),
                ("state", "=", "loaded"),
                ("id", "!=", self.id),
            ],
            limit=1,
        )
        if first:
            self._refuse("duplicate", duplicate=first)
