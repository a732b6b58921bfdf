"""Field types of the personnel register."""

from odoo import fields


class SelfMany2one(fields.Many2one):
    """A many2one to the very model on which it stands, also through inheritance.

    An abstract model cannot name the model that will inherit it.
    """

    def _get_attrs(self, model_class, name):
        attrs = super()._get_attrs(model_class, name)
        attrs["comodel_name"] = model_class._name
        return attrs


class HistoryOne2many(fields.One2many):
    """Rows of a history, with their values in one query.

    Odoo asks for the ids first and for the values of the same rows in a second query.
    A page that shows twenty histories shows all of their rows.
    """

    def read(self, records):
        rows = records.env[self.comodel_name].with_context(active_test=False)
        found = rows._read_of_people(records)
        by_person = {id_: [] for id_ in records._ids}
        for row in found:
            by_person[row[self.inverse_name].id].append(row.id)
        self._insert_cache(records, map(tuple, by_person.values()))
