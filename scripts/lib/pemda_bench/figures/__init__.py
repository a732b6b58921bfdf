"""The figures by the names that the command line knows."""

from . import (
    asn_importing,
    booking,
    browse,
    decide,
    depreciation,
    due,
    duk,
    importing,
    inbox,
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
    "decide": decide,
    "inbox": inbox,
}
