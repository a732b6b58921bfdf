"""The figures by the names that the command line knows."""

from . import (
    asn_importing,
    booking,
    browse,
    depreciation,
    importing,
    pdf,
    recap,
)

FIGURES = {
    "import": importing,
    "pdf": pdf,
    "browse": browse,
    "booking": booking,
    "recap": recap,
    "depreciation": depreciation,
    "asn-import": asn_importing,
}
