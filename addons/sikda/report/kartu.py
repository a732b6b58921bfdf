"""Cards of the histories of a person (kartu riwayat)."""

from odoo import models

from . import life_tables as life
from . import service_tables as service
from .history_table import History


class Kartu(models.AbstractModel):
    """A card: some histories with all that their decrees say."""

    _name = "sikda.kartu"
    _description = "Kartu riwayat"
    _inherit = ["sikda.person.document"]

    #: the histories of the card
    _card: tuple[History, ...] = ()

    def _tables(self):
        return tuple((history.title, history) for history in self._card)


class KartuPangkat(models.AbstractModel):
    _name = "report.sikda.kartu_pangkat"
    _description = "Kartu riwayat kepangkatan"
    _inherit = ["sikda.kartu"]

    _report_code = "kartu_pangkat"
    _report_title = "Kartu riwayat kepangkatan"
    _form_title = ("KARTU RIWAYAT KEPANGKATAN",)
    _card = (service.PANGKAT, service.PERJANJIAN, service.PMK, service.STATUS)


class KartuJabatan(models.AbstractModel):
    _name = "report.sikda.kartu_jabatan"
    _description = "Kartu riwayat jabatan"
    _inherit = ["sikda.kartu"]

    _report_code = "kartu_jabatan"
    _report_title = "Kartu riwayat jabatan"
    _form_title = ("KARTU RIWAYAT JABATAN",)
    _card = (service.JABATAN, service.UNIT, service.ANGKA_KREDIT)


class KartuPendidikan(models.AbstractModel):
    _name = "report.sikda.kartu_pendidikan"
    _description = "Kartu riwayat pendidikan dan pelatihan"
    _inherit = ["sikda.kartu"]

    _report_code = "kartu_pendidikan"
    _report_title = "Kartu riwayat pendidikan dan pelatihan"
    _form_title = ("KARTU RIWAYAT PENDIDIKAN DAN PELATIHAN",)
    _card = (life.PENDIDIKAN, life.DIKLAT, life.BAHASA)


class KartuKinerja(models.AbstractModel):
    _name = "report.sikda.kartu_kinerja"
    _description = "Kartu riwayat kinerja dan disiplin"
    _inherit = ["sikda.kartu"]

    _report_code = "kartu_kinerja"
    _report_title = "Kartu riwayat kinerja dan disiplin"
    _form_title = ("KARTU RIWAYAT KINERJA DAN DISIPLIN",)
    _card = (service.KINERJA, life.PENGHARGAAN, service.HUKDIS)


class KartuGaji(models.AbstractModel):
    _name = "report.sikda.kartu_gaji"
    _description = "Kartu riwayat gaji"
    _inherit = ["sikda.kartu"]

    _report_code = "kartu_gaji"
    _report_title = "Kartu riwayat gaji"
    _report_group = "sikda.group_asn_private"
    _all_private = True
    _form_title = ("KARTU RIWAYAT GAJI BERKALA",)
    _card = (service.KGB, service.PMK)


class KartuCuti(models.AbstractModel):
    _name = "report.sikda.kartu_cuti"
    _description = "Kartu cuti"
    _inherit = ["sikda.kartu"]

    _report_code = "kartu_cuti"
    _report_title = "Kartu cuti"
    _report_group = "sikda.group_asn_private"
    _all_private = True
    _form_title = ("KARTU CUTI",)
    _card = (service.CUTI, service.CLTN)


class KartuKeluarga(models.AbstractModel):
    _name = "report.sikda.kartu_keluarga"
    _description = "Kartu riwayat keluarga"
    _inherit = ["sikda.kartu"]

    _report_code = "kartu_keluarga"
    _report_title = "Kartu riwayat keluarga"
    _report_group = "sikda.group_asn_private"
    _all_private = True
    _form_title = ("KARTU RIWAYAT KELUARGA",)
    _card = (life.PASANGAN, life.ANAK, life.ORANG_TUA, life.SAUDARA)
