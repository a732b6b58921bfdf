from odoo import api, fields, models
from odoo.exceptions import AccessError, ValidationError
from odoo.fields import Domain

from .access import OFFICER_OR_READER, PRIVATE, READER

# What an operator of a unit may write on a person; the rest belongs to BKD.
OPERATOR_FIELDS = {
    "alamat",
    "hp",
    "email_gov",
    "agama_id",
    "status_kawin_id",
    "golongan_darah",
    "npwp",
    "bpjs",
    "taspen",
    "karis_karsu",
    "image_1920",
}


class Employee(models.Model):
    """A civil servant. What changes over time stands on hr.version."""

    _name = "hr.employee"
    _inherit = ["hr.employee", "sikda.by.unit"]
    _person_field = "id"

    # Stock fields that readers of the register see as well.
    version_id = fields.Many2one(groups=OFFICER_OR_READER)
    nip = fields.Char(groups=OFFICER_OR_READER)
    birthday = fields.Date(string="Born on", groups=OFFICER_OR_READER)
    name = fields.Char(index="trigram")

    unit_id = fields.Many2one(
        "hr.department",
        string="Unit",
        related="current_version_id.department_id",
        store=True,
        index=True,
        groups=OFFICER_OR_READER,
        help="Unit in which the person works; rights follow it.",
    )
    ni_kind = fields.Selection(
        [("nip", "NIP"), ("nipppk", "NI PPPK")],
        string="Kind of number",
        groups=READER,
    )
    nip_lama = fields.Char(string="Old NIP", size=9, groups=READER)
    nik = fields.Char(
        string="NIK", size=16, index="btree_not_null", copy=False, groups=PRIVATE
    )
    nik_valid = fields.Boolean(string="NIK matched by Dukcapil", groups=PRIVATE)
    gelar_depan = fields.Char(string="Title before the name", groups=READER)
    gelar_belakang = fields.Char(string="Title after the name", groups=READER)
    nama_gelar = fields.Char(
        string="Name with titles",
        compute="_compute_nama_gelar",
        store=True,
        compute_sudo=True,
    )
    tempat_lahir = fields.Char(string="Place of birth (tempat lahir)", groups=READER)
    agama_id = fields.Many2one(
        "sikda.referensi",
        domain=[("kind", "=", "agama")],
        string="Religion",
        groups=READER,
    )
    status_kawin_id = fields.Many2one(
        "sikda.referensi",
        domain=[("kind", "=", "status_kawin")],
        string="Marital status (status kawin)",
        groups=READER,
    )
    golongan_darah = fields.Selection(
        [("A", "A"), ("B", "B"), ("AB", "AB"), ("O", "O")],
        string="Blood group",
        groups=PRIVATE,
    )
    alamat = fields.Char(string="Home address", groups=READER)
    hp = fields.Char(string="Mobile number", groups=READER)
    email_gov = fields.Char(string="Government e-mail", groups=READER)
    npwp = fields.Char(string="NPWP", groups=PRIVATE)
    bpjs = fields.Char(string="BPJS Kesehatan", groups=PRIVATE)
    karpeg = fields.Char(groups=READER)
    kartu_asn = fields.Char(string="Kartu ASN Virtual", groups=READER)
    karis_karsu = fields.Char(string="Karis/Karsu", groups=PRIVATE)
    taspen = fields.Char(groups=PRIVATE)
    kpkn = fields.Char(string="KPPN", groups=READER)
    siasn_id = fields.Char(
        string="SIASN id", index="btree_not_null", copy=False, groups=READER
    )
    tmt_cpns = fields.Date(string="TMT CPNS", groups=READER)
    sk_cpns_nomor = fields.Char(string="SK CPNS number", groups=READER)
    sk_cpns_tanggal = fields.Date(string="SK CPNS date", groups=READER)
    tmt_pns = fields.Date(string="TMT PNS", groups=READER)
    sk_pns_nomor = fields.Char(string="SK PNS number", groups=READER)
    sk_pns_tanggal = fields.Date(string="SK PNS date", groups=READER)
    jenis_pegawai_id = fields.Many2one(
        "sikda.referensi",
        domain=[("kind", "=", "jenis_pegawai")],
        string="Kind of civil servant",
        groups=READER,
    )
    instansi_induk = fields.Char(string="Home authority", groups=READER)
    instansi_kerja = fields.Char(string="Working authority", groups=READER)
    lokasi_kerja = fields.Char(string="Place of work", groups=READER)
    flag_ikd = fields.Char(string="Flag IKD", groups=READER)

    can_keep_identity = fields.Boolean(
        compute="_compute_can_keep_identity",
        groups=READER,
        help="The caller keeps names, numbers and dates too, not only the contact.",
    )

    private_closed = fields.Boolean(
        compute="_compute_private_closed",
        groups=READER,
        help="NIK, family, health and pay of this person are for others to see.",
    )

    _birthday_plausible = models.Constraint(
        "check(birthday between '1900-01-01' and '2199-12-31')",
        "The date of birth lies outside 1900 to 2200.",
    )
    _nip_uniq = models.UniqueIndex(
        "(nip) WHERE nip IS NOT NULL", "Another person has this NIP already."
    )

    @api.depends("name", "gelar_depan", "gelar_belakang")
    def _compute_nama_gelar(self):
        for employee in self:
            before = " ".join(filter(None, (employee.gelar_depan, employee.name)))
            employee.nama_gelar = ", ".join(
                filter(None, (before, employee.gelar_belakang))
            )

    def _signed_name(self):
        """With the titles."""
        return self.nama_gelar or super()._signed_name()

    @api.depends_context("uid")
    def _compute_can_keep_identity(self):
        self.can_keep_identity = self.env.user.has_group("hr.group_hr_user")

    @api.depends_context("uid")
    def _compute_private_closed(self):
        nik = self._fields["nik"]
        for person in self:
            person.private_closed = not person._has_field_access(nik, "read")

    @api.model
    def _search_display_name(self, operator, value):
        """Digits are the beginning of a NIP, for those who may read it."""
        digits = value.replace(" ", "") if isinstance(value, str) else ""
        if (
            operator == "ilike"
            and digits.isdigit()
            and self._has_field_access(self._fields["nip"], "read")
            and self.browse().has_access("read")
        ):
            return Domain("nip", "=like", f"{digits}%")
        return super()._search_display_name(operator, value)

    @api.model_create_multi
    def create(self, vals_list):
        for vals in vals_list:
            self._check_written_fields(vals, creating=True)
            self._check_unit_given(vals)
        people = super().create(vals_list)
        # the rule for creation cannot tell: their version had no person yet
        people.check_access("write")
        return people

    def _check_unit_given(self, vals):
        """Rights follow the unit: a person without one would be nobody's."""
        given = vals.get("department_id") or self.default_get(["department_id"])
        if not given and not self.env.su:
            raise ValidationError(
                self.env._(
                    "Choose the unit in which %(person)s works.",
                    person=vals.get("name", ""),
                )
            )

    def write(self, vals):
        self._check_written_fields(vals)
        return super().write(vals)

    def _check_written_fields(self, vals, creating=False):
        """Who may write what of a person; the unit and the like come from histories.

        :raises UserError: for a value that follows from the histories
        :raises AccessError: for a field that is not the caller's to write
        """
        if self.env.su:
            return
        self.env["hr.version"]._check_not_projected(vals)
        user = self.env.user
        if user.has_group("hr.group_hr_user"):
            return
        own = {name for name in vals if name.startswith("riwayat_")}
        if creating or set(vals) - OPERATOR_FIELDS - own:
            raise AccessError(
                self.env._(
                    "Operators keep the address, contact and family status of a "
                    "person; the rest is kept by BKD."
                )
            )

    def get_formview_id(self, access_uid=None):
        """Readers without an office of Odoo's HR open the form of the register."""
        if self._opens_register(access_uid):
            return self.env.ref("sikda.hr_employee_view_form").id
        return super().get_formview_id(access_uid=access_uid)

    def get_formview_action(self, access_uid=None):
        action = super().get_formview_action(access_uid=access_uid)
        if self._opens_register(access_uid):
            action["res_model"] = self._name
        return action

    def _opens_register(self, access_uid):
        uid = access_uid or self.env.uid
        user = self.env["res.users"].sudo().browse(uid)
        return user.has_group(READER) and self.with_user(uid).has_access("read")
