from odoo import api, fields, models

TEXTS = ("tentang", "menimbang", "mengingat", "memutuskan", "tembusan")


class LifecycleNaskah(models.AbstractModel):
    """A document with a decree whose text it has from the table of texts when it is
    made; it may be changed on the document.

    What is to be set: ``_lifecycle_teks``, the code of that text.
    """

    _name = "sipbd.lifecycle.naskah"
    _description = "Document with the text of a decree"

    #: code of ``sipbd.lifecycle.teks``
    _lifecycle_teks = ""

    tentang = fields.Char(
        string="About", required=True, default=lambda self: self._text_of("tentang")
    )
    menimbang = fields.Text(
        string="Considering (menimbang)",
        default=lambda self: self._text_of("menimbang"),
        help="One line each.",
    )
    mengingat = fields.Text(
        string="In view of (mengingat)",
        default=lambda self: self._text_of("mengingat"),
        help="One line each.",
    )
    memutuskan = fields.Text(
        string="Decides (memutuskan)",
        default=lambda self: self._text_of("memutuskan"),
        help="One line each, after what the decree itself says.",
    )
    tembusan = fields.Text(
        string="Copies (tembusan)",
        default=lambda self: self._text_of("tembusan"),
        help="One line each.",
    )

    @api.model
    def _text_of(self, name):
        return self.env["sipbd.lifecycle.teks"]._by_code(self._lifecycle_teks)[name]
