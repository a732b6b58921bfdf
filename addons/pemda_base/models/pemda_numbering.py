import contextlib
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
                used = rules.part_names(numbering.template)
                keys = set(rules.part_names(numbering.key_template or ""))
            except rules.NumberingError as error:
                raise ValidationError(self._in_words(error)) from error
            if used.count(rules.RUNNING_NUMBER) != 1:
                raise ValidationError(
                    self.env._("The template needs the running number, {urut}, once.")
                )
            unknown = {*used, *keys} - known
            if numbering.part_names and unknown or rules.RUNNING_NUMBER in keys:
                raise ValidationError(
                    self.env._(
                        "These parts cannot be used here: %(parts)s.",
                        parts=", ".join(sorted(unknown or {rules.RUNNING_NUMBER})),
                    )
                )
            if keys - set(used):
                raise ValidationError(
                    self.env._(
                        "What is counted within must stand in the template as well, or "
                        "two counts give the same number: %(parts)s.",
                        parts=", ".join(sorted(keys - set(used))),
                    )
                )

    @api.model
    def _in_words(self, error):
        """What a ``NumberingError`` says, in the language of the user."""
        _ = self.env._
        sentence = _(error.sentence)
        return sentence % error.params

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
        with numbering._misfits_told():
            keys = numbering._keys(parts_list)
            last = numbering._reserve(Counter(keys))
            numbers = []
            for key, parts in zip(keys, parts_list, strict=True):
                last[key] += 1
                numbers.append(numbering._render(parts, last[key]))
        return numbers

    @contextlib.contextmanager
    def _misfits_told(self):
        try:
            yield
        except rules.NumberingError as error:
            raise UserError(
                self.env._(
                    "%(register)s: %(why)s.",
                    register=self.name,
                    why=self._in_words(error),
                )
            ) from error

    def _keys(self, parts_list):
        return [rules.render(self.key_template or "", parts) for parts in parts_list]

    def _render(self, parts, number):
        return rules.render(self.template, {**parts, rules.RUNNING_NUMBER: number})

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

    def _issue_query(self, codes, table, columns, order_by, parts_of=list, also=()):
        """Issue numbers to every row of a (temporary) table.

        What :meth:`_issue` gives, for sets: the templates are filled once for all
        rows that are alike, and the database counts on.

        :param dict codes: name -> code of a numbering; or one code, named ``number``
        :param str table: name of the table
        :param dict columns: name -> column of the table that tells rows apart;
            integers or texts, never NULL
        :param str order_by: unique column that orders the running numbers of a key
        :param parts_of: makes the parts of all templates of a list of dicts of those
            columns by their names; default: they are the parts
        :param also: further columns of the table that the query gives
        :return: SQL query of the column ``order_by``, those, and the numbers by their
            names
        :raises UserError: when a part or a running number does not fit a template
        """
        if isinstance(codes, str):
            codes = {"number": codes}
        source = SQL.identifier(table)
        names = SQL(", ").join(map(SQL.identifier, columns.values()))
        sets = self._sets_of_rows(table, names)
        given_back = SQL(", ").join(
            SQL.identifier("row", column) for column in (order_by, *also)
        )
        if not sets:
            return SQL("SELECT %s FROM %s AS row", given_back, source)
        parts_list = parts_of(
            [dict(zip(columns, row[:-1], strict=True)) for row in sets]
        )
        counts = [row[-1] for row in sets]
        given = {
            column: [row[place] for row in sets]
            for place, column in enumerate(columns.values())
        }
        numbers, counted = [], {}
        for name, code in codes.items():
            numbering = self._by_code(code)
            issued = numbering._issue_sets(parts_list, counts)
            given |= {f"{name}_{key}": values for key, values in issued.items()}
            # What is counted within the same sets is counted once.
            within = counted.setdefault(tuple(issued["key"]), f"{name}_key")
            numbers.append(numbering._number_sql(name, within, order_by))
        return SQL(
            """
            SELECT %(given_back)s, %(numbers)s
              FROM %(source)s AS row
              JOIN unnest(%(arrays)s) AS alike (%(given)s) USING (%(names)s)
            """,
            given_back=given_back,
            numbers=SQL(", ").join(numbers),
            source=source,
            arrays=SQL(", ").join(map(_array, given.values())),
            given=SQL(", ").join(map(SQL.identifier, given)),
            names=names,
        )

    def _sets_of_rows(self, table, names):
        """Values of some columns of a table, each once, and how many rows have them.

        :return: list of tuples, the count last
        """
        source = SQL.identifier(table)
        query = SQL("SELECT %s, count(*) FROM %s GROUP BY %s", names, source, names)
        sets = self.env.execute_query(query)
        if any(None in row for row in sets):
            raise ValueError(f"{table} has rows that nothing tells apart: NULL")
        return sets

    def _issue_sets(self, parts_list, counts):
        """Take numbers for sets of records.

        :param list[dict] parts_list: parts of each set
        :param list[int] counts: how many records it has
        :return: dict of lists by set: ``key`` (what is counted within, numbered as
            it comes), ``before`` (number before the first), ``head`` and ``tail``
            (texts around the running number)
        """
        with self._misfits_told():
            keys = self._keys(parts_list)
            wanted = Counter()
            for key, count in zip(keys, counts, strict=True):
                wanted[key] += count
            before = self._reserve(wanted)
            for key, parts in zip(keys, parts_list, strict=True):
                self._render(parts, before[key] + wanted[key])
            around = [rules.surround(self.template, parts) for parts in parts_list]
        places = {key: place for place, key in enumerate(dict.fromkeys(keys))}
        return {
            "key": [places[key] for key in keys],
            "before": [before[key] for key in keys],
            "head": [head for head, _tail in around],
            "tail": [tail for _head, tail in around],
        }

    def _number_sql(self, name, within, order_by):
        """SQL of the numbers of a name in :meth:`_issue_query`.

        :param str within: column of what is counted within
        """
        head, before, tail = (
            SQL.identifier("alike", f"{name}_{column}")
            for column in ("head", "before", "tail")
        )
        urut = SQL(
            "(%s + row_number() OVER (PARTITION BY %s ORDER BY %s))::text",
            before,
            SQL.identifier("alike", within),
            SQL.identifier("row", order_by),
        )
        width = rules.running_width(self.template)
        if width:
            urut = SQL("lpad(%s, %s, '0')", urut, width)
        return SQL("%s || %s || %s AS %s", head, urut, tail, SQL.identifier(name))


def _array(values):
    """SQL of an array of integers or of texts."""
    kind = SQL("bigint" if isinstance(values[0], int) else "text")
    return SQL("%s::%s[]", values, kind)


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
