from odoo import fields, models


class RiwayatKeluarga(models.Model):
    """Husband or wife, children, parents, and who else KP4 and the DRH list."""

    _name = "sikda.riwayat.keluarga"
    _description = "Family"
    _inherit = "sikda.riwayat"
    _rec_name = "nama"

    hubungan = fields.Selection(
        [
            ("pasangan", "Husband or wife"),
            ("anak", "Child"),
            ("ayah", "Father"),
            ("ibu", "Mother"),
            ("mertua", "Parent-in-law"),
            ("saudara", "Brother or sister"),
        ],
        string="Relation",
        required=True,
    )
    nama = fields.Char(string="Name", required=True)
    nik = fields.Char(string="NIK", size=16)
    sex = fields.Selection([("male", "Male"), ("female", "Female")], string="Gender")
    tempat_lahir = fields.Char(string="Place of birth")
    tanggal_lahir = fields.Date(string="Born on")
    pekerjaan = fields.Char(string="Occupation")
    is_asn = fields.Boolean(string="Civil servant")
    nip = fields.Char(string="NIP", size=18)
    pendidikan = fields.Char(string="Education")
    status_anak = fields.Selection(
        [("AK", "Anak kandung"), ("AT", "Anak tiri"), ("AA", "Anak angkat")],
        string="Kind of child",
    )
    tunjangan = fields.Boolean(string="Family allowance")
    masih_sekolah = fields.Boolean(string="Still studying")
    status = fields.Selection(
        [
            ("menikah", "Married"),
            ("cerai", "Divorced"),
            ("meninggal", "Died"),
            ("hidup", "Alive"),
        ]
    )
    tanggal_menikah = fields.Date(string="Married on")
    akta_menikah = fields.Char(string="Marriage certificate")
    tanggal_cerai = fields.Date(string="Divorced on")
    akta_cerai = fields.Char(string="Divorce certificate")
    tanggal_meninggal = fields.Date(string="Died on")
    akta_meninggal = fields.Char(string="Death certificate")
    akta_lahir = fields.Char(string="Birth certificate")
    karis_karsu = fields.Char(string="Karis/Karsu")
