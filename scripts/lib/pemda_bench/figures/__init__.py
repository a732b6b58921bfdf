"""The figures by the names that the command line knows."""

from . import booking, browse, importing, pdf

FIGURES = {"import": importing, "pdf": pdf, "browse": browse, "booking": booking}
from . import asn_importing, browse, importing, pdf
FIGURES = {
    "import": importing,
    "pdf": pdf,
    "browse": browse,
    "asn-import": asn_importing,
}
