from odoo import api, fields, models


class DokumenJenis(models.Model):
    """A kind of document of the digital file, by its SIASN code where it has one."""

    _name = "sikda.dokumen.jenis"
    _description = "Kind of document"
    _inherit = "sikda.published"

    group = fields.Char(help="History to which SIASN files it.")
    private = fields.Boolean(
        help="Shows family, health, discipline, pay or the NIK: for those who may see "
        "these."
    )

    _code_uniq = models.UniqueIndex("(code)", "This code exists already.")

    @api.model
    def _load_published(self):
        self._add_published(
            [
                {
                    "code": row["code"],
                    "name": row["name"],
                    "group": row["group"],
                    "sequence": int(row["code"]),
                    "private": row["code"] == "882",  # SK hukuman disiplin
                }
                for row in self._published_rows("siasn_dokumen")
            ]
        )
