"""What the letter of a KGB says, in the order of the notes in use."""

from datetime import date
from types import SimpleNamespace

import pytest

from odoo.addons.sikda_service.letters.kgb import (
    GIVEN,
    NO_FURTHER,
    pay,
    points,
)

OPD = SimpleNamespace(name="Dinas Uji")
OPD.opd_id = OPD
UPT = SimpleNamespace(name="UPT Uji", opd_id=OPD)
LINE = {
    "nama": "Budi, S.E.",
    "nip": "197001011995031901",
    "tempat_lahir": "Bangil",
    "tanggal_lahir": date(1970, 1, 1),
    "status_asn": "pns",
    "jabatan": "Penyusun Laporan",
    "golongan_id": SimpleNamespace(name="III/a", pangkat="Penata Muda"),
    "unit_id": UPT,
    "tmt": date(2027, 2, 1),
    "mkg_tahun": 2,
    "mkg_bulan": 0,
    "gaji_lama": 2_785_700,
    "gaji": 2_873_500,
    "tmt_berikut": date(2029, 2, 1),
    "sk_pejabat": "Bupati",
    "sk_nomor": "821/17/2025",
    "sk_tanggal": date(2025, 1, 15),
    "sk_tmt": date(2025, 2, 1),
    "sk_mkg_tahun": 0,
    "sk_mkg_bulan": 0,
}


FULL_PAY = "Rp2.218.400 (dua juta dua ratus delapan belas ribu empat ratus rupiah)"
PART_OF_IT = (
    "Rp1.774.720 (satu juta tujuh ratus tujuh puluh empat ribu tujuh ratus dua puluh "
    "rupiah)"
)


def said(percent=100, **values):
    parts = points(SimpleNamespace(**{**LINE, **values}), percent)
    return {part.label: part.text for part in parts if part is not GIVEN}, parts


def test_everything_of_the_last_sk_and_of_the_rise():
    text, parts = said()
    assert [part.mark for part in parts if getattr(part, "mark", "")] == (
        "1. 2. 3. 4. 5. a. b. c. d. 6. 7. 8. 9. 10.".split()
    )
    assert text["Tempat, tanggal lahir"] == "Bangil, 1 Januari 1970"
    assert text["Pangkat / jabatan"] == "Penata Muda / Penyusun Laporan"
    assert text["Kantor / tempat"] == "UPT Uji, Dinas Uji"
    assert text["tanggal dan nomor"] == "15 Januari 2025, 821/17/2025"
    assert text["Gaji pokok baru"].startswith("Rp2.873.500 (dua juta delapan ratus")
    assert text["Berdasarkan masa kerja"] == "2 tahun 0 bulan"
    assert text["Terhitung mulai tanggal"] == "1 Februari 2027"
    assert text["Kenaikan gaji berikutnya"] == "1 Februari 2029"


def test_what_is_not_known_is_a_dash():
    text, _parts = said(
        tempat_lahir=False,
        tanggal_lahir=False,
        jabatan=False,
        sk_pejabat=False,
        sk_nomor=False,
        sk_tanggal=False,
        unit_id=OPD,
        golongan_id=SimpleNamespace(name="IX", pangkat=False),
        status_asn="pppk",
        tmt_berikut=False,
    )
    assert text["Tempat, tanggal lahir"] == text["Pangkat / jabatan"] == "-"
    assert text["oleh pejabat"] == "-"
    assert text["tanggal dan nomor"] == "-"
    assert text["Kantor / tempat"] == "Dinas Uji"
    assert text["Kenaikan gaji berikutnya"] == NO_FURTHER
    assert "NI PPPK" in text and "NIP" not in text


# PP 7/1977 art. 5: a CPNS is paid 80 % of the basic pay
@pytest.mark.parametrize(
    ("percent", "text"),
    [
        (100, FULL_PAY),
        (80, f"80% x Rp2.218.400 = {PART_OF_IT}"),
    ],
)
def test_pay_of_a_candidate(percent, text):
    assert pay(2_218_400, percent) == text
