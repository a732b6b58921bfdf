from odoo import fields, models
from odoo.tools import SQL, format_date

from odoo.addons.pemda_approval.rules.transitions import EDITABLE
from odoo.addons.pemda_report.engine.formats import number

from .sql_file import sql_file

#: so many goods of a document are named, of the others there is the number
NAMED = 10
#: characters of the texts of documents, by type of field
LONGEST = {"char": 500, "text": 20_000}


class LifecycleDocument(models.AbstractModel):
    """What stands against documents: what was right when goods were added may be sold,
    moved or closed by now."""

    _inherit = "sipbd.lifecycle.document"

    kurang = fields.Text(
        string="Still missing",
        compute="_compute_kurang",
        help="Without this it cannot be submitted.",
    )

    def _compute_kurang(self):
        """What the maker has to add, before he is told at submission."""
        for document in self:
            saved = document._origin
            texts = ()
            if saved and document.state in EDITABLE:
                missing = saved._approval_missing_files().get(saved.id, ())
                texts = (*saved.sudo()._own_problems(), *missing)
            document.kurang = "\n".join(texts)

    def _own_problems(self):
        """Sentences on what is missing in the document itself."""
        yield from self._text_problems()

    def _approval_check(self):
        """Add to it in a kind: ``found = super()._approval_check()``, then
        ``found.setdefault(document.id, []).append(sentence)``."""
        found = super()._approval_check()
        closed = self.env["sipbd.asset"]._closed_until()
        for document in self:
            texts = found.setdefault(document.id, [])
            if not document.line_ids:
                texts.append(self.env._("There are no goods in it: add them first."))
            texts += document._own_problems()
            if document._lifecycle_date() <= closed:
                texts.append(
                    self.env._(
                        "It would be booked on %(day)s, and everything up to "
                        "%(closed)s is closed.",
                        day=format_date(self.env, document._lifecycle_date()),
                        closed=format_date(self.env, closed),
                    )
                )
        rows = self._lifecycle_problems()
        self._add_problems(found, rows, self._lifecycle_problem_text)
        return {id_: texts for id_, texts in found.items() if texts}

    def _add_problems(self, found, rows, sentence):
        """Add what stands against goods to what was found, document by document.

        :param found: dict document id -> sentences
        :param rows: of a statement that counts the ``problems`` of each document,
            numbers them (``place``) and gives the first ``NAMED``
        :param sentence: what makes a sentence of a row
        """
        for row in rows:
            texts = found.setdefault(row["document_id"], [])
            texts.append(sentence(row))
            if row["place"] == NAMED:
                texts += self._goods_not_named(row["problems"])

    def _goods_not_named(self, count):
        """After the first ``NAMED`` of so many goods: the sentence on the others."""
        if count <= NAMED:
            return []
        return [self.env._("And %(count)s more goods.", count=count - NAMED)]

    def _text_problems(self):
        """Texts that say nothing where something is asked for, or that no letter
        holds; a client may send both."""
        for name in self._approval_payload_fields:
            field = self._fields[name]
            if field.type not in LONGEST:
                continue
            text, most = (self[name] or "").strip(), LONGEST[field.type]
            label = field.get_description(self.env, ["string"])["string"]
            if field.required and not text:
                yield self.env._("“%(field)s” says nothing: fill it in.", field=label)
            if len(text) > most:
                yield self.env._(
                    "“%(field)s” has more than %(most)s characters: shorten it, and "
                    "attach what else is to be said.",
                    field=label,
                    most=number(most),
                )

    def _lifecycle_problems(self):
        """Rows of ``lines_check.sql``."""
        documents = self.sudo()
        return self._first_problems(
            "lines_check",
            lines=SQL.identifier(self.line_ids._table),
            model=self._name,
            documents=documents.ids,
            paths=[each._lifecycle_unit().parent_path for each in documents],
            days=[each._lifecycle_date() for each in documents],
            state=self._lifecycle_asset_state,
        )

    def _first_problems(self, statement, **values):
        """The first ``NAMED`` problems of each document, see ``first_problems.sql``.

        :param statement: name of the statement that finds them
        """
        if not self:
            return []
        self.env.flush_all()
        found = sql_file(statement, **values)
        return self.env.execute_query_dict(
            sql_file("first_problems", found=found, most=NAMED)
        )

    def _lifecycle_problem_text(self, row):
        _, goods = self.env._, row["goods"]
        match row["problem"]:
            case "held":
                return self.env["sipbd.lifecycle.hold"]._held_text(row)
            case "gone":
                return self._lifecycle_gone_text(goods)
            case "elsewhere":
                return _(
                    "%(goods)s belongs to %(unit)s now. Take it out.",
                    goods=goods,
                    unit=row["unit"],
                )
            case "changed":
                return _(
                    "Value or quantity of %(goods)s have changed since the document "
                    "was submitted. Return it to the maker.",
                    goods=goods,
                )
            case "later":
                return _(
                    "%(goods)s has an entry of %(day)s, after the date of this "
                    "document.",
                    goods=goods,
                    day=format_date(self.env, row["later"]),
                )

    def _lifecycle_gone_text(self, goods):
        return self.env._(
            "%(goods)s is no longer in the register. Take it out.", goods=goods
        )
