from odoo import models
from odoo.exceptions import UserError
from odoo.tools import SQL

from odoo.addons.pemda_base.rules.unit_list import UnitRow, check


class UnitImportTarget(models.AbstractModel):
    """A list of units becomes the unit tree below the unit of the load.

    Units that exist already keep their name and place: the tree carries rights, so
    a list never moves what is in use. Its mistakes are shown, not mended.
    """

    _name = "pemda.import.target.unit"
    _inherit = "pemda.import.target"
    _description = "List of units"

    _import_model = "hr.department"
    _import_group = "pemda_base.group_pemda_admin"
    _import_reader_group = "pemda_base.group_pemda_admin"
    _import_sequence = 90

    def _finding_messages(self):
        _ = self.env._
        return {
            "unit_code_missing": _("A unit has no code: give it one in the file."),
            "unit_name_missing": _("Unit %(value)s has no name."),
            "unit_code_repeated": _(
                "The code %(value)s stands in row %(other)s already: each unit needs "
                "a code of its own."
            ),
            "unit_parent_unknown": _(
                "Unit %(value)s belongs to %(other)s, which is neither in the file "
                "nor among the units: add it or correct the code."
            ),
            "unit_out_of_scope": _(
                "Unit %(value)s belongs to %(other)s, which lies outside the unit of "
                "this load."
            ),
            "unit_parent_cycle": _("Unit %(value)s is above itself through %(other)s."),
            "unit_code_outside_parent": _(
                "The code %(value)s does not begin with that of its unit above, "
                "%(other)s."
            ),
            "unit_kind_unknown": _(
                "There is no kind of unit %(value)s: add it under Settings, or "
                "correct the file."
            ),
            "unit_name_repeated": _(
                "%(value)s has the same name as %(other)s in the same unit."
            ),
            "unit_name_misspelt": _(
                "%(value)s: one word looks like %(other)s misspelt. It is taken as "
                "it stands."
            ),
            "unit_function_shared": _(
                "The function %(value)s stands in the name of OPD %(other)s too: one "
                "of the two may be the former OPD. Both are taken."
            ),
            "unit_exists": _("%(count)s units exist already and stay as they are."),
        }

    def _is_prepared(self, load):
        return False  # the tree may have changed since: check before each load

    def _tables(self):
        return ("hr_department",)

    def _staged_units(self, load):
        rows = self.env["pemda.import.row"].search(
            [("load_id", "=", load.id)], order="table_id, number"
        )
        units = []
        for row in rows:
            values = dict(zip(row.table_id.field_names, row.data, strict=True))
            cells = (values[name] for name in ("code", "name", "parent_code", "kind"))
            units.append(UnitRow(row.number, *(str(c or "").strip() for c in cells)))
        return units

    def _check(self, load):
        units = self._staged_units(load)
        existing = self._existing(units)
        kinds = self._kinds()
        faults = [
            (f.number, f.kind, f.severity, f.value, f.other)
            for f in check(units, kinds, existing)
        ]
        faults += [
            (unit.number, "unit_exists", "note", None, None)
            for unit in units
            if unit.code in existing
        ]
        faults += [
            (unit.number, "unit_out_of_scope", "error", unit.code, unit.parent_code)
            for unit in units
            if self._leaves_scope(unit, existing, load)
        ]
        columns = [list(column) for column in zip(*faults, strict=True)] or [[]] * 5
        self.env["pemda.import.finding"]._write_findings(
            load,
            "check",
            SQL(
                """
                SELECT %s::integer AS table_id, number, kind, severity,
                       NULL::text AS col,
                       jsonb_strip_nulls(
                           jsonb_build_object('value', value, 'other', other)
                       ) AS params
                  FROM unnest(%s::int[], %s::text[], %s::text[], %s::text[], %s::text[])
                       AS fault (number, kind, severity, value, other)
                """,
                load.table_ids[:1].id,
                *columns,
            ),
        )

    def _leaves_scope(self, unit, existing, load):
        """Whether a new unit would hang on one that is not the load's to change."""
        parent = existing.get(unit.parent_code)
        return (
            unit.code not in existing
            and parent is not None
            and not (parent.parent_path or "").startswith(load.unit_id.parent_path)
        )

    def _kinds(self):
        """Kinds of units: {code: id}."""
        kinds = self.env["pemda.unit.kind"].search([("code", "!=", False)])
        return {kind.code: kind.id for kind in kinds}

    def _existing(self, units):
        """Units of the list, or above it, that exist: {code: unit}."""
        codes = {unit.code for unit in units} | {unit.parent_code for unit in units}
        found = self.env["hr.department"].sudo().with_context(active_test=False)
        return {unit.code: unit for unit in found.search([("code", "in", list(codes))])}

    def _load(self, load):
        units = self._staged_units(load)
        existing = self._existing(units)
        kinds = self._kinds()
        waiting = [unit for unit in units if unit.code not in existing]
        created = 0
        tree = self.env["hr.department"].with_context(tracking_disable=True)
        while waiting:
            # One level of the tree at a time: parents exist before their units.
            ready = [
                u for u in waiting if not u.parent_code or u.parent_code in existing
            ]
            if not ready:
                raise UserError(
                    self.env._(
                        "%(count)s units have no unit to belong to, such as "
                        "%(code)s. Check the list again.",
                        count=len(waiting),
                        code=waiting[0].code,
                    )
                )
            records = tree.create(
                [
                    {
                        "code": unit.code,
                        "name": " ".join(unit.name.split()),
                        "kind_id": kinds[unit.kind],
                        "parent_id": existing[unit.parent_code].id
                        if unit.parent_code
                        else load.unit_id.id,
                        "import_load_id": load.id,
                    }
                    for unit in ready
                ]
            )
            existing.update((record.code, record) for record in records)
            created += len(records)
            waiting = [unit for unit in waiting if unit.code not in existing]
        return created

    def _undo(self, load, reason):
        """Archive the units of the load, unless something refers to one."""
        units = self.env["hr.department"].search([("import_load_id", "=", load.id)])
        uses = [(label, used) for label, used in units._import_uses() if used]
        if uses:
            lines = [
                self.env._("%(what)s: %(count)s units", what=label, count=len(used))
                for label, used in uses
            ]
            raise UserError(
                self.env._(
                    "%(count)s units of this list are in use, so it cannot be undone "
                    "any more:\n%(uses)s",
                    count=len(units.browse().union(*(used for _label, used in uses))),
                    uses="\n".join(lines),
                )
            )
        # The codes are free again for a corrected list.
        units.write({"active": False, "code": False})
        return len(units)

    def _result_action(self, load):
        action = self.env["ir.actions.act_window"]._for_xml_id(
            "pemda_base.hr_department_action_unit"
        )
        return dict(action, domain=[("import_load_id", "=", load.id)])
