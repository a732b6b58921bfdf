from odoo import models


class Base(models.AbstractModel):
    """A form tells the name of no record that its reader may not read.

    The client names records by their ids, and ``onchange`` answers with their names,
    which it reads past the rights.
    """

    _inherit = "base"

    # Whether the very name of a record belongs to those who may read it.
    _named_to_readers_only = False

    def onchange(self, values, field_names, fields_spec):
        """:raises AccessError: for a record that the user may not read"""
        defaults = {
            name.removeprefix("default_"): value
            for name, value in self.env.context.items()
            if name.startswith("default_")
        }
        self._check_named_records({**defaults, **values})
        return super().onchange(values, field_names, fields_spec)

    def _check_named_records(self, values):
        """Look at what many2one name, in lines too; what the record has is known."""
        for name, value in values.items():
            field = self._fields.get(name)
            if not value or not field or not field.relational:
                continue
            if field.type == "many2one":
                if self.env[field.comodel_name]._named_to_readers_only:
                    named = self.new({name: value})[name]._origin
                    if named != self[name]:
                        named.check_access("read")
            elif isinstance(value, (list, tuple)):
                lines = self.env[field.comodel_name]
                for command in value:
                    if isinstance(command, (list, tuple)) and len(command) == 3:
                        number, line_id, vals = command
                        if number in (0, 1) and isinstance(vals, dict):
                            line = lines.browse(line_id if number == 1 else ())
                            line._check_named_records(vals)
