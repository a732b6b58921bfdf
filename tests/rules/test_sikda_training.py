"""Trainings by the names that lists give them: codes of SIASN's published list."""

import pytest

from odoo.addons.sikda.importing.training import kind_of_training


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("DIKLAT PIM IV", ("struktural", "2")),
        ("Diklatpim Tk. III", ("struktural", "3")),
        ("Diklat Kepemimpinan Tingkat II", ("struktural", "4")),
        ("PIM TK 1", ("struktural", "5")),
        ("PKN Tingkat II", ("struktural", "4")),
        ("Pelatihan Kepemimpinan Nasional Tk. I", ("struktural", "5")),
        ("PKA Angkatan 3", ("struktural", "3")),
        ("PKP", ("struktural", "2")),
        ("SPAMA", ("struktural", "3")),
        ("ADUM", ("struktural", "2")),
        ("SEPADA", ("struktural", "1")),
        ("Diklat Fungsional Auditor Ahli", ("fungsional", None)),
        ("Bimtek Pengelolaan Arsip", ("teknis", None)),
        ("Diklat Kepemimpinan", ("teknis", None)),
        ("Pelatihan Dasar CPNS Golongan III", ("teknis", None)),
        ("Pimpinan Rapat IV", ("teknis", None)),
    ],
)
def test_kind_of_training(name, kind):
    assert kind_of_training(name) == kind
