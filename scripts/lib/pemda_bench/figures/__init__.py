"""The figures by the names that the command line knows."""

from . import asn_importing, booking, browse, importing, pdf

FIGURES = {
    "import": importing,
    "pdf": pdf,
    "browse": browse,
    "booking": booking,
    "asn-import": asn_importing,
}
