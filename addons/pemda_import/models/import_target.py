from odoo import models
from odoo.exceptions import UserError
from odoo.fields import Domain
from odoo.tools import SQL

from .text_index import place_words


class ImportTarget(models.AbstractModel):
    """What an imported file becomes. A register that takes files inherits this.

    The pipeline stages every row as it was read and knows nothing of assets or
    people; the target checks the staged rows in sets, turns them into records and
    takes them back. All methods are called inside the step's transaction, after
    the caller's access to the load has been checked.
    """

    _name = "pemda.import.target"
    _description = "Import Target"

    # Model that the layouts name as their target, such as "sipbd.asset".
    _import_model = None
    # External id of the group that a user must hold in a unit to load into it.
    _import_group = None
    # External id of the group that a user must hold in a unit to see its loads.
    _import_reader_group = None
    # Place among the registers; the first that the user may load into is proposed.
    _import_sequence = 10

    def _import_targets(self):
        """All registers that take files, in order: {model name: target model}."""
        targets = [
            self.env[name]
            for name, model in self.env.registry.items()
            if name != self._name and getattr(model, "_import_model", None)
        ]
        targets.sort(key=lambda target: (target._import_sequence, target._name))
        return {target._import_model: target for target in targets}

    def _import_scope(self, right, prefix=""):
        """Domain of the loads that the user may see or load, for record rules.

        A load belongs to a register: an office that keeps units sees no files of
        assets, and the other way round.

        :param right: ``read`` or ``load``
        :param prefix: path from the model of the rule to the load, such as "load_id."
        """
        domains = []
        for model, target in self._import_targets().items():
            group = (
                target._import_group if right == "load" else target._import_reader_group
            )
            units = self.env.user._pemda_unit_ids(group)
            domains.append(
                Domain(f"{prefix}target", "=", model)
                & Domain(f"{prefix}unit_id", "child_of", units)
            )
        return list(Domain.OR(domains))

    def _import_units(self):
        """Units under which the current user may load, ``None`` for no limit."""
        if self.env.su:
            return None
        return self.env.user._pemda_unit_ids(self._import_group)

    def _import_allowed(self, unit):
        """Whether the current user may load into this unit today."""
        units = self._import_units()
        return units is None or bool(
            self.env["hr.department"]
            .sudo()
            .search_count([("id", "=", unit.id), ("id", "child_of", units)])
        )

    def _finding_messages(self):
        """Sentences for the kinds of findings that this target makes.

        :return: {kind: translated text, may hold %(count)s, %(column)s and the
            finding's own parameters}
        """
        return {}

    def _confirmable_kinds(self):
        """Kinds of errors that a reason given by the user may overrule."""
        return {"total-differs"}

    def _prepare_answer(self, kind, source, target):
        """Answer to a mapping question given as text (a code) from outside.

        :return: id of the record that is meant
        :raises UserError: when there is no such record, or no such question
        """
        raise UserError(
            self.env._("Files of %(register)s ask nothing.", register=self._title())
        )

    def _title(self):
        """Name of the register in the user's language."""
        return self.env["ir.model"]._get(self._name).name

    def _tables(self):
        """Database tables that a load fills."""
        return ()

    def _settle(self):
        """Do now, after a large load, what else would be done some time later.

        The planner learns of it, and what it left in the pending lists of text
        indexes, where each search goes through it, is put in its place.
        """
        for table in self._tables():
            self.env.cr.execute(SQL("ANALYZE %s", SQL.identifier(table)))
            place_words(self.env.cr, table)

    def _is_prepared(self, load):
        """Whether the checks ran earlier in this very transaction."""
        raise NotImplementedError

    def _check(self, load):
        """Check the staged rows; write findings and mapping questions.

        Raw SQL passes by record rules: that the units of the rows are the user's
        own is checked here.
        """
        raise NotImplementedError

    def _load(self, load):
        """Turn the staged rows into records; the checks have just passed.

        :return: how many records came of it
        """
        raise NotImplementedError

    def _undo(self, load, reason):
        """Take the records of a load back by reversal; nothing is deleted.

        :return: how many records were taken back
        :raises UserError: with the list of what stands in the way
        """
        raise NotImplementedError

    def _result_action(self, load):
        """Window action that shows the records of a load."""
        raise NotImplementedError
