from odoo.tests import new_test_user

PRIVATE_HISTORIES = ("keluarga", "kgb", "cuti", "hukdis")


class PersonasMixin:
    """One sign-in for each persona; ``pegawai`` is Budi himself."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.bkd = cls.make_user("akses_bkd", "bkd_staff", cls.root)
        cls.operator = cls.make_user("akses_opr", "operator_kepegawaian", cls.opd_a)
        cls.head = cls.make_user("akses_kepala", "kepala_opd", cls.opd_a)
        cls.auditor = cls.make_user("akses_auditor", "auditor", cls.root)
        cls.admin = cls.make_user("akses_admin", "admin_pemda", cls.root)
        cls.pegawai = cls.make_plain_user("akses_pegawai")
        cls.budi.user_id = cls.pegawai
        cls.everybody = cls.budi | cls.sari | cls.wati
        for person in cls.everybody:
            cls.add_row(person, "keluarga", hubungan="anak", nama="Anak Uji")
            cls.add_row(person, "kgb", tmt="2020-01-01", mkg_tahun=10, gaji=3_000_000)
            cls.add_row(
                person,
                "cuti",
                tmt="2020-01-01",
                tmt_akhir="2020-01-10",
                jenis_id=cls.env["sikda.jenis.cuti"]._by_code("CS").id,
            )
            cls.add_row(
                person,
                "hukdis",
                jenis_id=cls.env["sikda.jenis.hukdis"]._by_code("1").id,
            )
        cls.env.flush_all()

    @classmethod
    def make_plain_user(cls, login):
        return new_test_user(
            cls.env, login, groups="base.group_user", password=f"{login}-{login}"
        )

    def people(self, user):
        self.env.invalidate_all()
        return self.env["hr.employee"].with_user(user)
