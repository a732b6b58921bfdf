from odoo import api, fields, models
from odoo.exceptions import UserError

from ..rules import files

# Evidence of land that auditors accept, and the right it gives as the KIB prints it.
RIGHTS = {
    "shp": "Hak Pakai",
    "hpl": "Hak Pengelolaan",
    "shm": "Hak Milik",
    "hgb": "Hak Guna Bangunan",
}
KINDS = [
    ("shp", "Right of use (SHP)"),
    ("hpl", "Right of management (HPL)"),
    ("shm", "Right of ownership (SHM)"),
    ("hgb", "Right to build (SHGB)"),
    ("ajb", "Deed of sale (AJB)"),
    ("hibah", "Deed of grant (akta hibah)"),
    ("skt", "Statement on land (SKT)"),
    ("lain", "Other evidence"),
]


class Sertifikat(models.Model):
    """One certificate or other evidence of a parcel of land; an asset may have several.

    The KIB has one column each for right, number and date. They stay columns of the
    asset (``hak``, ``nomor_sertifikat``, ``tanggal_sertifikat``), typed or imported,
    as long as no certificate is recorded. From the first one on they follow from the
    certificates and are written by them alone: see ``_sync_certificates``.
    """

    _name = "sipbd.sertifikat"
    _description = "Certificate of land"
    _inherit = ["sipbd.asset.part"]
    _order = "date, id"
    _rec_name = "number"

    kind = fields.Selection(selection=KINDS, required=True, default="shp")
    number = fields.Char(required=True)
    date = fields.Date()
    atas_nama = fields.Char(string="In the name of")
    luas = fields.Float(string="Area (m2)", digits=(16, 2))
    surat_ukur = fields.Char(string="Survey letter (surat ukur)")
    surat_ukur_date = fields.Date(string="Survey letter date")
    scan = fields.Binary(attachment=True)
    scan_name = fields.Char()
    note = fields.Char()

    _once = models.Constraint(
        "unique(asset_id, kind, number)",
        "This certificate is recorded on the land already.",
    )
    _date_plausible = models.Constraint(
        "check(date >= '1900-01-01' AND surat_ukur_date >= '1900-01-01')",
        "A certificate before 1900 cannot be recorded.",
    )
    _luas_not_negative = models.Constraint(
        "check(luas >= 0 AND luas < 1e12)", "The area must be a number above zero."
    )

    @api.constrains("date", "surat_ukur_date")
    def _check_not_in_future(self):
        today = self.env.company.sudo()._pemda_today()
        for certificate in self:
            dates = (certificate.date, certificate.surat_ukur_date)
            if any(date and date > today for date in dates):
                raise UserError(
                    self.env._(
                        "The date of certificate %(number)s lies in the future.",
                        number=certificate.number,
                    )
                )

    @api.constrains("asset_id")
    def _check_land(self):
        for certificate in self:
            if certificate.asset_id.kib != "A":
                raise UserError(
                    self.env._(
                        "%(asset)s is not land: certificates are recorded on the land "
                        "of KIB A.",
                        asset=certificate.asset_id.display_name,
                    )
                )

    @api.model_create_multi
    def create(self, vals_list):
        for vals in vals_list:
            self._check_scan(vals)
        certificates = super().create(vals_list)
        certificates.asset_id._sync_certificates()
        return certificates

    def write(self, vals):
        self._check_scan(vals)
        result = super().write(vals)
        if vals.keys() & {"kind", "number", "date"}:
            self.asset_id._sync_certificates()
        return result

    def unlink(self):
        assets = self.asset_id
        result = super().unlink()
        assets._sync_certificates()
        return result

    def _check_scan(self, vals):
        if not vals.get("scan"):
            return
        try:
            files.check_scan(vals["scan"])
        except files.FileError as error:
            raise UserError(
                self.env._(
                    "The scan is not taken: it must be a PDF or a picture (JPEG, PNG, "
                    "WebP) of at most %(size)s MB.",
                    size=files.MOST_MB,
                )
            ) from error

    def _hak(self):
        """The right as the KIB prints it; form text, so it stays Indonesian."""
        rights = dict.fromkeys(RIGHTS.get(c.kind) for c in self)
        return ", ".join(filter(None, rights))
