"""The figures by the names that the command line knows."""

from . import (
    asn_importing,
    booking,
    browse,
    depreciation,
    due,
    duk,
    importing,
    pdf,
    person,
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
    "person": person,
    "due": due,
    "duk": duk,
}
