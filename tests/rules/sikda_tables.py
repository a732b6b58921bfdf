"""Tables of the addon as the rules read them."""

import csv
from datetime import date
from pathlib import Path

from odoo.addons.sikda.rules.parameters import Parameter, Parameters, read
from odoo.addons.sikda.rules.pay import Pay, PayTable

DATA = Path(__file__).resolve().parents[2] / "addons" / "sikda" / "data"
START = date(2024, 1, 1)


def _rows(name):
    with (DATA / f"{name}.csv").open(encoding="utf-8") as lines:
        yield from csv.DictReader(lines)


def _lists():
    """What the models take from the code lists (``sikda.parameter._rules``)."""
    for row in _rows("eselon"):
        if row["golongan_min"]:
            span = f"{row['golongan_min']} {row['golongan_max']}"
            yield "eselon.golongan", row["code"], span, "PP 100/2000"
        if row["bup"]:
            yield "bup.eselon", row["code"], row["bup"], "UU 20/2023"
    for row in _rows("jenjang_jf"):
        code, span = row["siasn_code"], f"{row['golongan_min']} {row['golongan_max']}"
        yield "jenjang.golongan", code, span, "PermenPANRB 1/2023"
        yield "bup.jenjang", code, row["bup"], "PP 11/2017"
        yield "ak.koefisien", code, row["ak_koefisien_per_tahun"], "PermenPANRB 1/2023"
    for row in _rows("pendidikan_tingkat"):
        yield "kp.reguler.maksimum", row["code"], row["kp_reguler_max"], "PP 99/2000"
        yield "duk.pendidikan", row["code"], row["order"], "SE BAKN 03/SE/1980"
    for row in _rows("hukuman_disiplin"):
        if row["duration_months"]:
            yield "disiplin.lama", row["code"], row["duration_months"], "PP 94/2021"
    for row in _rows("kedudukan_hukum"):
        if row["suggested_group"] == "active":
            yield "duk.kedudukan", row["code"], "ya", "SE BAKN 03/SE/1980"


with (DATA / "sikda_parameter.csv").open(encoding="utf-8") as _lines:
    ROWS = read(_lines)
LISTS = [Parameter.standing(*row) for row in _lists()]
PARAMETERS = Parameters(ROWS + LISTS)


def _cells(name, legal_basis):
    return [
        Pay(
            row["golongan"],
            int(row["mkg_years"]),
            int(row["amount_idr"]),
            START,
            legal_basis=legal_basis,
        )
        for row in _rows(name)
    ]


PAY = PayTable(
    _cells("gaji_pokok_pns_2024", "PP 5/2024")
    + _cells("gaji_pokok_pppk_2024", "Perpres 11/2024")
)
