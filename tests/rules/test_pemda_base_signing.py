import pytest

from odoo.addons.pemda_base.rules.signing import acting, signed


@pytest.mark.parametrize(
    ("capacity", "line"),
    [
        ("definitif", "Sekretaris Daerah"),
        ("plt", "Plt. Sekretaris Daerah"),
        ("plh", "Plh. Sekretaris Daerah"),
        (False, "Sekretaris Daerah"),
    ],
)
def test_acting(capacity, line):
    assert acting(capacity, "Sekretaris Daerah") == line
    assert signed("Sekretaris Daerah", capacity) == line
    assert signed("Sekretaris Daerah", capacity, "Bupati") == f"a.n. Bupati, {line}"
