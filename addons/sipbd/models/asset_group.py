from collections.abc import Collection

from odoo import fields, models
from odoo.fields import Domain
from odoo.orm.domains import DomainAnd, DomainCondition

from ..rules import totals as rules
from .sipbd_asset_total import MEASURES, Scope

AGGREGATES = frozenset({"__count", *(f"{name}:sum" for name in MEASURES)})
COMPARED = frozenset({"=", "!=", "in", "not in"})
# What a column to group by is made of.
SOURCES = {"opd_id": "unit_id", **{name: name for name in rules.DIMENSIONS}}


class Asset(models.Model):
    """Groups of the register answered by kept totals, where these can.

    They can when the domain, the record rules and the columns grouped by name only
    what totals are kept by, and nothing is asked but counts, quantities and values.
    Everything else goes to the register itself.
    """

    _inherit = "sipbd.asset"

    opd_id = fields.Many2one(related="unit_id.opd_id", string="OPD")

    def _read_group(
        self,
        domain,
        groupby=(),
        aggregates=(),
        having=(),
        offset=0,
        limit=None,
        order=None,
    ):
        kept = not having and self._totals(domain, groupby, aggregates, order)
        if not kept:
            return super()._read_group(
                domain, groupby, aggregates, having, offset, limit, order
            )
        totals, rest = kept
        return self._as_own(
            totals._read_group(rest, groupby, aggregates, (), offset, limit, order)
        )

    def _read_grouping_sets(self, domain, grouping_sets, aggregates=(), order=None):
        groupby = {name for names in grouping_sets for name in names}
        kept = self._totals(domain, groupby, aggregates, order)
        if not kept:
            return super()._read_grouping_sets(domain, grouping_sets, aggregates, order)
        totals, rest = kept
        answer = totals._read_grouping_sets(rest, grouping_sets, aggregates, order)
        return [self._as_own(rows) for rows in answer]

    def _totals(self, domain, groupby, aggregates, order):
        """The totals that answer for what the user may read.

        :return: model and what is left of the domain for it; None when the totals
            cannot answer
        """
        if not (
            SOURCES.keys() >= set(groupby)
            and AGGREGATES.issuperset(aggregates)
            and {*groupby, *aggregates}.issuperset(_order_terms(order))
        ):
            return None
        self.browse().check_access("read")
        units, others = self._split_by_units(Domain(domain))
        if not all(_is_comparison(each) for each in others.iter_conditions()):
            return None
        columns = {"state", *(SOURCES[name] for name in groupby)}
        columns.update(each.field_expr for each in others.iter_conditions())
        cuboid = rules.cuboid_of(columns)
        if cuboid is None:
            return None
        self.flush_model([*rules.DIMENSIONS, *MEASURES])
        self.env["hr.department"].flush_model(["parent_path", "opd_id"])
        totals = self.env["sipbd.asset.total"]
        paths = totals._paths(units)
        if not paths:
            return None
        scope = Scope(cuboid, tuple(sorted(columns)), paths)
        return totals._in_scope(scope), others

    def _split_by_units(self, domain):
        """Tell the subtrees of units in a domain with the record rules from the rest.

        :return: list of lists of ids, one per condition; domain of the rest
        """
        if not self.env.su:
            domain &= self.env["ir.rule"]._compute_domain(self._name, "read")
        units, others = [], []
        for part in domain.children if isinstance(domain, DomainAnd) else [domain]:
            ids = _subtrees(part)
            if ids:
                units.append(ids)
            else:
                others.append(part)
        return units, Domain.AND(others)

    def _as_own(self, rows):
        """Rows with the records in them as records of this environment."""
        return [
            tuple(
                value.with_env(self.env) if isinstance(value, models.Model) else value
                for value in row
            )
            for row in rows
        ]


def _order_terms(order):
    return {part.split()[0] for part in (order or "").split(",") if part.strip()}


def _subtrees(part):
    """Ids of a condition on units and all below them; empty for any other."""
    if not (
        isinstance(part, DomainCondition)
        and part.field_expr == "unit_id"
        and part.operator == "child_of"
    ):
        return []
    ids = [part.value] if isinstance(part.value, int) else part.value
    return list(ids) if _all_ids(ids) else []


def _is_comparison(condition):
    """Whether a condition means the same on a total as on an asset.

    Texts for units and codes do not: they are looked up with the rights of the user,
    which the totals do not have.
    """
    if condition.field_expr not in rules.DIMENSIONS:
        return False
    if condition.field_expr not in ("unit_id", "code_id"):
        return condition.operator in COMPARED
    values = condition.value
    if isinstance(values, int):
        values = [values]
    return condition.operator in {*COMPARED, "child_of"} and _all_ids(values)


def _all_ids(values):
    return isinstance(values, Collection) and all(
        isinstance(value, int) and not isinstance(value, bool) for value in values
    )
