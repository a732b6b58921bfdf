from odoo import api, fields, models

KINDS = [
    ("agama", "Religion"),
    ("status_kawin", "Marital status"),
    ("jenis_pegawai", "Kind of civil servant"),
    ("jenis_kp", "Kind of kenaikan pangkat"),
    ("jenis_diklat", "Kind of training"),
    ("latihan_struktural", "Leadership training"),
    ("jenis_penghargaan", "Kind of award"),
    ("jenis_pemberhentian", "Kind of discharge"),
    ("jenis_pensiun", "Kind of pension"),
    ("jenis_pengadaan", "Kind of recruitment"),
    ("jenis_penugasan", "Kind of assignment"),
]
FILES = {
    "agama": "agama",
    "status_kawin": "status_kawin",
    "jenis_pegawai": "jenis_pegawai",
    "jenis_kp": "jenis_kenaikan_pangkat",
    "jenis_diklat": "jenis_diklat",
    "latihan_struktural": "latihan_struktural",
    "jenis_penghargaan": "jenis_penghargaan",
    "jenis_pemberhentian": "jenis_pemberhentian",
    "jenis_pensiun": "jenis_pensiun_siasn",
    "jenis_pengadaan": "jenis_pengadaan",
    "jenis_penugasan": "jenis_penugasan",
}


class Referensi(models.Model):
    """The small code lists of SIASN, told apart by kind."""

    _name = "sikda.referensi"
    _description = "Code of SIASN"
    _inherit = "sikda.published"
    _order = "kind, sequence, code"

    kind = fields.Selection(KINDS, required=True)

    _code_uniq = models.UniqueIndex("(kind, code)", "This code exists already.")

    @api.model
    def _load_published(self):
        """Codes are digits without leading zeros: their value is the order."""
        self._add_published(
            [
                {
                    "kind": kind,
                    "code": row["code"],
                    "name": row["name"],
                    "sequence": int(row["code"]) if row["code"].isdigit() else 900,
                }
                for kind, name in FILES.items()
                for row in self._published_rows(name)
            ],
            ("kind", "code"),
        )

    @api.model
    def _of(self, kind, code):
        """The code of a kind; empty when there is none."""
        return self.with_context(active_test=False).search(
            [("kind", "=", kind), ("code", "=", code)], limit=1
        )
