from odoo import api, fields, models
from odoo.exceptions import UserError

CERTIFICATE_FIELDS = frozenset({"hak", "nomor_sertifikat", "tanggal_sertifikat"})


class Asset(models.Model):
    """Certificates of land; how they fill the KIB: see ``sipbd.sertifikat``."""

    _inherit = "sipbd.asset"

    sertifikat_ids = fields.One2many(
        "sipbd.sertifikat", "asset_id", string="Certificates"
    )
    luas_bersertifikat = fields.Float(
        string="Area with certificate (m2)",
        digits=(16, 2),
        compute="_compute_luas_bersertifikat",
    )

    @api.depends("sertifikat_ids.luas")
    def _compute_luas_bersertifikat(self):
        for asset in self:
            asset.luas_bersertifikat = sum(asset.sertifikat_ids.mapped("luas"))

    def write(self, vals):
        """:raises UserError: when ``vals`` names what the certificates say"""
        named = CERTIFICATE_FIELDS & vals.keys()
        certified = self.filtered("sertifikat_ids") if named else self.browse()
        for asset in certified:
            if any(str(vals[name] or "") != str(asset[name] or "") for name in named):
                raise UserError(
                    self.env._(
                        "Right, number and date of the certificate of %(asset)s "
                        "follow from its list of certificates: change them there.",
                        asset=asset.display_name,
                    )
                )
        return super().write(vals)

    def _sync_certificates(self):  # pylint: disable=missing-return
        """Right, number and date of the KIB from the certificates: all their numbers,
        the date of the latest. Without a certificate left they are empty.
        """
        for asset in self:
            certificates = asset.sertifikat_ids.sorted(
                lambda c: (c.date is not False, c.date or False, c.id)
            )
            dates = certificates.filtered("date").mapped("date")
            super(Asset, asset).write(  # pylint: disable=super-method-mismatch
                {
                    "hak": certificates._hak() or False,
                    "nomor_sertifikat": "; ".join(certificates.mapped("number"))
                    or False,
                    "tanggal_sertifikat": max(dates, default=False),
                }
            )
