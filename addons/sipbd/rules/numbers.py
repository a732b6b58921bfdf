"""Parts of NIBAR and kode register.

Composition of the NIBAR (45 digits): pemilik 2, komptabel 2, region 4, location of
the SKPD 14, year of acquisition 4, kode barang 12, running number 7. Seen in working
systems; the text of Permendagri 47/2021 was not at hand, so the templates are
settings.
"""

from odoo.addons.pemda_base.rules.numbering import RUNNING_NUMBER, Part, digits, parse

LOCATION_WIDTH = 14
REGION_WIDTH = 4


def location(unit_code: str | None) -> str:
    """14 digits of a unit code: dots dropped, missing deeper levels are zeros."""
    return digits(unit_code, LOCATION_WIDTH)


def region(wilayah_code: str | None) -> str:
    """4 digits of province and kabupaten/kota; zeros where it is not set."""
    return digits(wilayah_code, REGION_WIDTH)


def register_width(template: str) -> int:
    """How many characters at the end of a kode register are its running number.

    :raises ValueError: when the running number is not last, or has no width
    """
    last = parse(template)[-1:]
    if not last or not isinstance(last[0], Part):
        raise ValueError(template)
    if last[0].name != RUNNING_NUMBER or not last[0].width:
        raise ValueError(template)
    return last[0].width
