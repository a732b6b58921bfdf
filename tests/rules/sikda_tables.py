"""Tables of the addon as the rules read them."""

import csv
from datetime import date
from pathlib import Path

from odoo.addons.sikda.rules.parameters import Parameters, read
from odoo.addons.sikda.rules.pay import Pay, PayTable

DATA = Path(__file__).resolve().parents[2] / "addons" / "sikda" / "data"
START = date(2024, 1, 1)

with (DATA / "sikda_parameter.csv").open(encoding="utf-8") as lines:
    ROWS = read(lines)
PARAMETERS = Parameters(ROWS)


def _cells(name, legal_basis):
    with (DATA / name).open(encoding="utf-8") as rows:
        return [
            Pay(
                row["golongan"],
                int(row["mkg_years"]),
                int(row["amount_idr"]),
                START,
                legal_basis=legal_basis,
            )
            for row in csv.DictReader(rows)
        ]


PAY = PayTable(
    _cells("gaji_pokok_pns_2024.csv", "PP 5/2024")
    + _cells("gaji_pokok_pppk_2024.csv", "Perpres 11/2024")
)
