"""People who are due for a KGB, and those who decide on it."""

from odoo.tests import TransactionCase

from odoo.addons.sikda.rules.dates import add_months
from odoo.addons.sikda.tests.common import PersonnelMixin

# PP 5/2024, III/a at 0, 2 and 4 years
ROW_0, ROW_2, ROW_4 = 2_785_700, 2_873_500, 2_964_000


class KgbMixin(PersonnelMixin):
    """Budi (opd_a) and Wati (opd_b) are due next month; Sari (unit_a1, below opd_a)
    was a year ago. All three have their predikat."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.env["pemda.numbering.counter"].search([]).unlink()
        cls.today = cls.env.company._pemda_today()
        cls.month = cls.today.replace(day=1)
        cls.operator = cls.make_user("kgb_opr", "operator_kepegawaian", cls.opd_a)
        cls.operator_b = cls.make_user("kgb_opr_b", "operator_kepegawaian", cls.opd_b)
        cls.head = cls.make_user("kgb_head", "kepala_opd", cls.opd_a)
        cls.head_b = cls.make_user("kgb_head_b", "kepala_opd", cls.opd_b)
        cls.verifier = cls.make_user("kgb_verifier", "verifier_bkd", cls.root)
        cls.chief = cls.make_user("kgb_chief", "kepala_bkd", cls.root)
        cls.bkd = cls.make_user("kgb_bkd", "bkd_staff", cls.root)
        cls.next_month = add_months(cls.month, 1)
        cls.make_due(cls.budi, cls.next_month)
        cls.make_due(cls.sari, add_months(cls.month, -12))
        cls.make_due(cls.wati, cls.next_month)

    @classmethod
    def make_due(cls, person, tmt, graded=True):
        """An SK two years before ``tmt`` with masa kerja 0/0, and the predikat."""
        row = cls.add_row(
            person,
            "pangkat",
            tmt=add_months(tmt, -24),
            golongan_id="III/a",
            mkg_tahun=0,
            mkg_bulan=0,
            gaji=ROW_0,
            sk_nomor="821/17/2024",
            sk_tanggal=add_months(tmt, -25),
            pejabat="Bupati",
        )
        if graded:
            cls.add_row(
                person,
                "kinerja",
                generation="skp22",
                tahun=tmt.year - 1,
                tmt=f"{tmt.year - 1}-12-31",
                predikat="2",
            )
        return row

    def punish(self, person):
        """A punishment of a year from this month on, which stands in the way."""
        kind = self.env["sikda.jenis.hukdis"].search([("code", "=", "25")])
        self.add_row(
            person,
            "hukdis",
            jenis_id=kind.id,
            tmt=self.month,
            tmt_akhir=add_months(self.month, 12),
        )

    @classmethod
    def make_usul(cls, user=None, unit=None, **vals):
        usul = cls.env["sikda.kgb.usul"].with_user(user or cls.operator)
        usul = usul.create({"unit_id": (unit or cls.opd_a).id, **vals})
        usul.action_fill()
        return usul

    def reasons(self, usul):
        """Code per NIP of whoever is not proposed."""
        return {row.nip: row.kode for row in usul.sudo().lain_ids}

    def waiting(self, documents, user):
        tasks = self.env["pemda.approval.task"].with_user(user)
        return (
            tasks.sudo()
            .search(
                [
                    ("request_id", "in", documents.sudo().request_id.ids),
                    ("state", "=", "waiting"),
                ]
            )
            .with_user(user)
        )

    def decide(self, documents, user, act="approve", note=""):
        self.env.flush_all()
        return self.waiting(documents, user).action_decide(act, note)

    def run_through(self, documents):
        for user in (self.head, self.verifier, self.chief):
            self.decide(documents, user)

    def approved(self, **vals):
        usul = self.make_usul(**vals)
        usul.action_submit()
        self.run_through(usul)
        return usul


class KgbCase(KgbMixin, TransactionCase):
    pass
