from collections import Counter

from odoo import api, fields, models
from odoo.exceptions import UserError, ValidationError
from odoo.tools import SQL

from ..rules import numbering as rules


class Numbering(models.Model):
    """How the numbers of one register are made, and how far they have got.

    Numbers are counted per key (for example per unit, year and kode barang) and are
    issued in sets: one statement takes as many as are wanted. The counter row stays
    locked until the transaction ends, so that no number is lost by a rollback and
    none is given twice.
    """

    _name = "pemda.numbering"
    _description = "Numbering of a register"
    _order = "name"

    name = fields.Char(required=True, translate=True)
    code = fields.Char(required=True)
    template = fields.Char(
        required=True,
        help="Literal text and parts in braces: {tahun} as it is, {urut:7} filled "
        "with zeros to seven characters. urut is the running number.",
    )
    key_template = fields.Char(
        string="Counts within",
        help="Parts that start a count of their own, such as {lokasi}.{tahun}. "
        "Empty: one count for all.",
    )
    part_names = fields.Char(
        string="Known parts",
        readonly=True,
        help="Parts that the register can give, separated by blanks.",
    )
    legal_basis = fields.Char()
    unconfirmed = fields.Boolean(
        help="The composition has not been compared with the text of the regulation: "
        "check it with your own rules before the first number is issued."
    )

    _code_uniq = models.Constraint("unique(code)", "Each register is numbered once.")

    @api.constrains("template", "key_template", "part_names")
    def _check_template(self):
        for numbering in self:
            known = {*(numbering.part_names or "").split(), rules.RUNNING_NUMBER}
            try:
                used = set(rules.part_names(numbering.template))
                keys = set(rules.part_names(numbering.key_template or ""))
            except rules.NumberingError as error:
                raise ValidationError(str(error)) from error
            if rules.RUNNING_NUMBER not in used:
                raise ValidationError(
                    self.env._("The template needs the running number, {urut}.")
                )
            unknown = (used | keys) - known
            if numbering.part_names and unknown or rules.RUNNING_NUMBER in keys:
                raise ValidationError(
                    self.env._(
                        "These parts cannot be used here: %(parts)s.",
                        parts=", ".join(sorted(unknown or {rules.RUNNING_NUMBER})),
                    )
                )

    @api.model
    def _by_code(self, code):
        numbering = self.sudo().search([("code", "=", code)], limit=1)
        if not numbering:
            raise UserError(
                self.env._("There is no numbering %(code)s; restore it.", code=code)
            )
        return numbering

    def _issue(self, code, parts_list):
        """Issue one number per dict of parts, in their order.

        :param list[dict] parts_list: values of the parts other than ``urut``
        :return: list[str]
        :raises UserError: when a value does not fit the template
        """
        numbering = self._by_code(code)
        keys = [rules.render(numbering.key_template or "", p) for p in parts_list]
        last = numbering._reserve(Counter(keys))
        numbers = []
        try:
            for key, parts in zip(keys, parts_list, strict=True):
                last[key] += 1
                urut = {rules.RUNNING_NUMBER: last[key]}
                numbers.append(rules.render(numbering.template, {**parts, **urut}))
        except rules.NumberingError as error:
            raise UserError(
                self.env._("%(register)s: %(why)s.", register=numbering.name, why=error)
            ) from error
        return numbers

    def _reserve(self, wanted):
        """Take ``wanted[key]`` numbers per key.

        :return: dict key -> number before the first one taken
        """
        self.ensure_one()
        if not wanted:
            return {}
        keys = sorted(wanted)  # one order for everybody: no deadlock
        counts = [wanted[key] for key in keys]
        self.env.cr.execute(
            SQL(
                """
                INSERT INTO pemda_numbering_counter AS counter
                            (numbering_id, key, last_number)
                SELECT %s, key, number
                  FROM unnest(%s::text[], %s::bigint[]) AS wanted (key, number)
                ON CONFLICT (numbering_id, key) DO UPDATE
                   SET last_number = counter.last_number + EXCLUDED.last_number
                RETURNING key, last_number
                """,
                self.id,
                keys,
                counts,
            )
        )
        return {key: last - wanted[key] for key, last in self.env.cr.fetchall()}

    def _issue_query(self, code, table, columns, order_by):
        """Issue a number to every row of a (temporary) table.

        SQL twin of :meth:`_issue`. Where the number is NULL a part does not fit the
        template: see :meth:`_misfit_error`.

        :param str code: code of the numbering
        :param str table: name of the table
        :param dict columns: part name -> name of the text column that holds it
        :param str order_by: unique column that orders the running numbers of a key
        :return: SQL query of that column and ``number``
        """
        numbering = self._by_code(code)
        key = numbering._render_sql(numbering.key_template or "", columns)
        source = SQL.identifier(table)
        self.env.cr.execute(
            SQL("SELECT %s AS key, count(*) FROM %s GROUP BY 1", key, source)
        )
        before = numbering._reserve(dict(self.env.cr.fetchall()))
        running_number = SQL("(before.number + keyed.position)::text")
        return SQL(
            """
            SELECT keyed.%(order_by)s, %(number)s AS number
              FROM (SELECT *, %(key)s AS key,
                           row_number() OVER
                           (PARTITION BY %(key)s ORDER BY %(order_by)s) AS position
                      FROM %(table)s) AS keyed
              JOIN unnest(%(keys)s::text[], %(numbers)s::bigint[])
                   AS before (key, number) ON before.key = keyed.key
            """,
            table=source,
            number=numbering._render_sql(numbering.template, columns, running_number),
            key=key,
            order_by=SQL.identifier(order_by),
            keys=list(before),
            numbers=list(before.values()),
        )

    def _misfit_error(self, code, count):
        """Error to raise when so many rows got no number by :meth:`_issue_query`."""
        numbering = self._by_code(code)
        return UserError(
            self.env._(
                "%(register)s: %(count)s rows have a part that is wider than the "
                "template %(template)s allows.",
                register=numbering.name,
                count=count,
                template=numbering.template,
            )
        )

    def _render_sql(self, template, columns, running_number=None):
        """SQL text expression of a template; NULL where a part does not fit."""
        pieces = []
        for piece in rules.parse(template):
            if isinstance(piece, str):
                pieces.append(SQL("%s", piece))
                continue
            if piece.name == rules.RUNNING_NUMBER:
                value = running_number
            elif piece.name in columns:
                value = SQL("coalesce(%s, '')", SQL.identifier(columns[piece.name]))
            else:
                value = SQL("''")
            if piece.width:
                value = SQL(
                    "CASE WHEN length(%(value)s) <= %(width)s"
                    " THEN lpad(%(value)s, %(width)s, '0') END",
                    value=value,
                    width=piece.width,
                )
            pieces.append(value)
        if not pieces:
            return SQL("''::text")
        return SQL("(%s)::text", SQL(" || ").join(pieces))


class NumberingCounter(models.Model):
    """Last number issued for a key; written by SQL only."""

    _name = "pemda.numbering.counter"
    _description = "Last number of a register"
    _log_access = False

    numbering_id = fields.Many2one(
        "pemda.numbering", required=True, ondelete="restrict"
    )
    key = fields.Char(required=True)
    last_number = fields.Integer(required=True)

    _key_uniq = models.Constraint("unique(numbering_id, key)", "A key is counted once.")
