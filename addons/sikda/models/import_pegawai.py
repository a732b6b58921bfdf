from odoo import models

# What a list of people may say of one, with its type in the working table.
TEXT_FIELDS = (
    "nip", "nip_start", "nip_lama", "name", "gelar_depan", "gelar_belakang",
    "tempat_lahir", "sex", "nik", "hp", "email_gov", "alamat", "npwp", "bpjs",
    "karpeg", "siasn_id", "sk_cpns_nomor", "sk_pns_nomor", "pendidikan",
    "pendidikan_siasn_id", "sekolah", "kpkn", "lokasi_kerja", "instansi_induk",
    "instansi_kerja", "nik_valid", "flag_ikd", "jabatan", "jabatan_siasn_id",
    "status_cpns_pns", "status_pegawai", "unit_name", "sub_unit_name",
    "agama", "agama_code", "status_kawin", "status_kawin_code", "jenis_pegawai",
    "jenis_pegawai_code", "kedudukan_hukum", "kedudukan_hukum_code", "tingkat",
    "tingkat_code", "eselon", "eselon_code", "jenis_jabatan", "jenis_jabatan_code",
    "golongan", "golongan_awal", "latihan",
)  # fmt: skip
DATE_FIELDS = (
    "birthday", "tmt_cpns", "sk_cpns_tanggal", "tmt_pns", "sk_pns_tanggal",
    "tmt_golongan", "tmt_jabatan", "tmt_kgb_terakhir",
)  # fmt: skip
NUMBER_FIELDS = (
    "mkg_tahun", "mkg_bulan", "tahun_lulus", "tahun_latihan", "jam_latihan",
)  # fmt: skip
COLUMNS = {
    **dict.fromkeys(TEXT_FIELDS, "text"),
    **dict.fromkeys(DATE_FIELDS, "date"),
    **dict.fromkeys(NUMBER_FIELDS, "numeric"),
}
# Layouts in which the masa kerja is that of the SK, not of the day of the list.
MKG_OF_SK = ("siasn_data_utama", "siasn_ringkas", "siasn_kgb_cuti")
# Layouts that correct people who are there and make none.
CORRECTIONS = ("sk_cpns",)
# Findings that leave a row out; with a reason the other rows are loaded.
LEFT_OUT = frozenset(
    {
        "lost-digits", "short-nip", "bad-nip", "bad-identifier", "missing-value",
        "date-in-identifier", "nip-unusable", "nip-impossible", "nip-repeated",
        "nip-of-another", "person-unknown", "date-in-future", "date-too-early",
    }
)  # fmt: skip


class ImportPegawai(models.AbstractModel):
    """A list of civil servants becomes people with their histories.

    Who is in the register already is never overwritten: what the file says otherwise
    goes to the difference desk. Checks are in ``import_pegawai_check.py``, what texts
    stand for in ``import_pegawai_resolve.py``, loading and undoing in
    ``import_pegawai_load.py``; each works on sets by ``sikda/sql/import_*.sql``.
    """

    _name = "sikda.import.pegawai"
    _inherit = "pemda.import.target"
    _description = "Civil servants"

    _import_model = "hr.employee"
    _import_group = "sikda.group_asn_operator"
    _import_reader_group = "sikda.group_asn_operator"
    _import_sequence = 20

    def _tables(self):
        return (
            "resource_resource",
            "hr_employee",
            "hr_version",
            "sikda_riwayat_pangkat",
            "sikda_riwayat_jabatan",
            "sikda_riwayat_pendidikan",
            "sikda_riwayat_kgb",
            "sikda_riwayat_diklat",
        )

    def _confirmable_kinds(self):
        return super()._confirmable_kinds() | LEFT_OUT | {"jabatan-unknown"}

    def _source(self, load):
        """Source of the rows: what an operator loads waits for BKD like his own."""
        if not self.env.su and not self.env.user.has_group("sikda.group_asn_bkd"):
            return "manual"
        siasn = all((t.layout or "").startswith("siasn_") for t in load.table_ids)
        return "siasn" if siasn else "impor"

    def _finding_messages(self):
        _ = self.env._
        return {
            **super()._finding_messages(),
            "nip-unusable": _(
                "The NIP of the row cannot be used, so it is not known who is meant. "
                "Correct it in the file; with a reason the row is left out."
            ),
            "nip-impossible": _(
                "The number cannot be a NIP: its birth date, sex or year are none. "
                "With a reason the row is left out."
            ),
            "nip-repeated": _(
                "The NIP stands in row %(other)s already. Keep one of the rows; with a "
                "reason the first one is taken and this one left out."
            ),
            "nip-of-another": _(
                "In the register the NIP belongs to a person of another name and "
                "birth date. Look whose number it is and correct the file; with a "
                "reason the row is left out."
            ),
            "name-differs": _(
                "The name is quite another than in the register, the birth date is "
                "the same: look at the documents before you decide."
            ),
            "nip-by-name": _(
                "The end of the NIP is lost; the person was found in the register by "
                "its beginning and the name."
            ),
            "nip-birth-differs": _(
                "The birth date differs from the one in the NIP. Both are kept; look "
                "at the documents."
            ),
            "nip-sex-differs": _("The sex differs from the one in the NIP."),
            "nip-tmt-differs": _("The TMT CPNS differs from the one in the NIP."),
            "nip-age": _("By the NIP the age at TMT CPNS is unusual."),
            "nik-birth-differs": _("The birth date differs from the one in the NIK."),
            "nik-sex-differs": _("The sex differs from the one in the NIK."),
            "nik-impossible": _(
                "The number cannot be a NIK: its date or serial are none. It is not "
                "taken."
            ),
            "nik-repeated": _("The same NIK stands in several rows."),
            "nik-known": _("The NIK belongs to another person of the register."),
            "birthday-from-nip": _(
                "The file has no birth date here; the one in the NIP is taken."
            ),
            "tmt-cpns-from-nip": _(
                "The file has no TMT CPNS here; the month in the NIP is taken."
            ),
            "tmt-golongan-missing": _(
                "No TMT of the golongan: it is not entered into the history."
            ),
            "tmt-jabatan-missing": _(
                "No TMT of the post: it is not entered into the history."
            ),
            "golongan-before-cpns": _(
                "The TMT of the golongan lies before the TMT CPNS: one of them is "
                "wrong. Both are kept, the golongan awal is not entered."
            ),
            "kgb-tmt-only": _(
                "%(count)s TMT of the last KGB do not fit the masa kerja of the row: "
                "they are entered without pay and masa kerja, and the next KGB cannot "
                "be told before their SK is entered."
            ),
            "training-new": _(
                "%(count)s trainings are not in the histories yet and are added."
            ),
            "training-without-year": _(
                "No year of the training: DUK does not show it before the year is "
                "entered."
            ),
            "date-in-future": _(
                "The date in “%(column)s” is still to come. Correct the file; with a "
                "reason the row is left out."
            ),
            "date-too-early": _(
                "By the date in “%(column)s” the person would have been younger than "
                "15: it or the birth date is wrong. Correct the file; with a reason "
                "the row is left out."
            ),
            "code-unknown": _(
                "“%(column)s” holds a code or name that is in no list; it stays empty."
            ),
            "person-unknown": _(
                "Nobody in the register has this NIP. With a reason the row is left "
                "out."
            ),
            "unit-missing": _(
                "The row names no unit, and the load is for the whole pemda. Choose "
                "the unit of the file."
            ),
            "unit-unknown": _("The unit is not known. Say below which one is meant."),
            "unit-out-of-scope": _(
                "The unit lies outside the unit of this load or outside your office."
            ),
            "person-out-of-scope": _(
                "A person with this NIP is in the register in a unit outside of this "
                "load or of your office."
            ),
            "jabatan-unknown": _(
                "The post is not in the catalogue. Say below which one it is, or add "
                "it; with a reason only its name is entered."
            ),
            "person-known": _(
                "%(count)s people are in the register already. They are not "
                "overwritten: what differs comes to the difference desk."
            ),
        }

    def _prepare_answer(self, kind, source, target):
        if kind == "jabatan":
            found = self.env["sikda.jabatan"].search(
                ["|", ("code", "=", target), ("name", "=ilike", target)], limit=2
            )
            if len(found) == 1:
                return found.id
            raise self._no_answer_error(target)
        if kind == "unit":
            unit = self.env["hr.department"].search([("code", "=", target)])
            if len(unit) == 1:
                return unit.id
        raise self._no_answer_error(target)

    def _result_action(self, load):
        if not load.employee_ids:
            return load.action_show_selisih()
        action = self.env["ir.actions.act_window"]._for_xml_id(
            "sikda.hr_employee_action"
        )
        return {
            **action,
            "domain": [("import_load_id", "=", load.id)],
            "context": {},
            "name": load.filename,
        }
