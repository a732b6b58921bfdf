from odoo import api, fields, models
from odoo.exceptions import ValidationError

from odoo.addons.pemda_approval.rules.steps import words
from odoo.addons.sipbd.rules import kode as kode_rules


class HapusKetentuan(models.AbstractModel):
    """A row of a table that the law of write-offs fills: what holds from when until
    when, by which rule, and whether this pemda has looked at it."""

    _name = "sipbd.hapus.ketentuan"
    _description = "Rule of write-offs"

    name = fields.Char(required=True, translate=True)
    active = fields.Boolean(default=True)
    date_from = fields.Date(string="From", required=True)
    date_to = fields.Date(string="Until")
    legal_basis = fields.Char(required=True)
    unconfirmed = fields.Boolean(
        help="Not yet compared with the rules of this pemda: check it with them."
    )

    _dates_in_order = models.Constraint(
        "check(date_to >= date_from)", "It ends before it begins."
    )

    def _in_force(self, day):
        """Whether it holds on a day."""
        self.ensure_one()
        return self.date_from <= day and (not self.date_to or day <= self.date_to)


class HapusKetentuanBarang(models.AbstractModel):
    """A rule of write-offs that is about some goods: by cause and by code."""

    _name = "sipbd.hapus.ketentuan.barang"
    _description = "Rule of write-offs of some goods"
    _inherit = ["sipbd.hapus.ketentuan"]

    sebab_ids = fields.Many2many(
        "sipbd.hapus.sebab", string="Causes", help="None: whatever the cause."
    )
    code_prefixes = fields.Char(
        string="Codes that begin with",
        help="Several are separated by blanks. Empty: all goods.",
    )
    except_prefixes = fields.Char(string="But not with")

    @api.constrains("code_prefixes", "except_prefixes")
    def _check_prefixes(self):
        for row in self:
            for prefix in (*words(row.code_prefixes), *words(row.except_prefixes)):
                if not kode_rules.is_valid(prefix):
                    raise ValidationError(
                        self.env._(
                            "%(prefix)s is not the beginning of a code of goods: "
                            "write it like 1.3.5.07.",
                            prefix=prefix,
                        )
                    )

    def _rule_vals(self):
        """What ``rules.hapus.Ketentuan`` takes."""
        self.ensure_one()
        return {
            "id": self.id,
            "date_from": self.date_from,
            "date_to": self.date_to or None,
            "causes": frozenset(self.sebab_ids.mapped("code")),
            "prefixes": words(self.code_prefixes),
            "except_prefixes": words(self.except_prefixes),
        }
