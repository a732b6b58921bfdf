"""The description of a report: what is printed, not how.

All widths are in millimetres on the paper the form was drawn for; on another paper the
columns keep their proportions.
"""

from collections.abc import Callable, Iterator
from dataclasses import KW_ONLY, dataclass
from datetime import date, datetime
from decimal import Decimal
from functools import cached_property

from odoo.addons.pemda_base.rules.signing import acting, in_the_name_of

KINDS = ("text", "int", "number", "money", "date")
NUMERIC = ("int", "number", "money")


@dataclass(frozen=True)
class Column:
    """One numbered column.

    :param key: name of the value, unique in the report
    :param number: what the regulation prints in the row of column numbers
    :param kind: text, int (years, counts), number (areas), money (rupiah) or date
    :param align: left, center or right; by default it follows the kind
    :param total: summed per page, per group and overall
    :param scale: money is printed in units of this many rupiah (1 or 1000)
    :param blank: printed where there is no value
    """

    key: str
    title: str
    width: float
    number: str = ""
    _: KW_ONLY
    kind: str = "text"
    align: str = ""
    total: bool = False
    scale: int = 1
    blank: str = ""

    def __post_init__(self):
        if self.kind not in KINDS:
            raise ValueError(f"column {self.key}: unknown kind {self.kind!r}")
        if self.total and self.kind not in NUMERIC:
            raise ValueError(f"column {self.key}: a {self.kind} cannot be summed")

    @property
    def is_numeric(self) -> bool:
        return self.kind in NUMERIC

    @property
    def alignment(self) -> str:
        if self.align:
            return self.align
        if self.kind in ("number", "money"):
            return "right"
        return "left" if self.kind == "text" else "center"


@dataclass(frozen=True)
class Heading:
    """A header cell over several columns, for example Nomor over Pabrik and Rangka."""

    title: str
    columns: tuple["Column | Heading", ...]


@dataclass(frozen=True)
class Group:
    """One level of grouping: a caption line before the rows, a subtotal after them.

    Both are templates with one ``{}`` for the label that the row carries.
    """

    caption: str = "{}"
    subtotal: str = "Jumlah {}"


@dataclass(frozen=True, kw_only=True)
class Letterhead:
    """Kop naskah dinas.

    :param names: the government first, the issuing unit last
    :param contact: address line
    :param logo: bytes of a PNG or JPEG picture
    """

    names: tuple[str, ...]
    contact: str = ""
    logo: bytes | None = None


@dataclass(frozen=True, kw_only=True)
class Signer:
    """One signature block.

    :param title: office, for example KEPALA DINAS KESEHATAN
    :param heading: line above the office, for example MENGETAHUI
    :param capacity: definitif, plt or plh
    :param on_behalf_of: office in whose name it is signed (a.n.)
    """

    title: str
    name: str = ""
    nip: str = ""
    heading: str = ""
    capacity: str = "definitif"
    on_behalf_of: str = ""

    @property
    def lines(self) -> tuple[str, ...]:
        """What stands above the space for the signature."""
        behalf = in_the_name_of(self.on_behalf_of)
        above = (behalf,) if behalf else ()
        return (*above, acting(self.capacity, self.title))


@dataclass(frozen=True, kw_only=True)
class Report:
    """A printed form.

    A row is a tuple: first one label per level of ``groups``, then one value per
    leaf of ``columns``. Rows must come in the order of their groups.

    :param card: on paper each of the innermost groups is a form by itself, on pages
        of its own: gives for the labels of one the report whose heading and signers
        it has
    :param place_date: line above the last signature, "Bangil, 31 Desember 2026"
    :param total_label: text of the line with the overall total
    """

    name: str
    title: tuple[str, ...]
    columns: tuple[Column | Heading, ...]
    paper: str = "F4"
    orientation: str = "landscape"
    letterhead: Letterhead | None = None
    identity: tuple[tuple[str, str], ...] = ()
    identity_right: tuple[tuple[str, str], ...] = ()
    groups: tuple[Group, ...] = ()
    card: Callable[[tuple], "Report"] | None = None
    total_label: str = "JUMLAH"
    place_date: str = ""
    signers: tuple[Signer, ...] = ()
    font_size: float = 7.5

    def __post_init__(self):
        if len(self.signers) > 3:
            raise ValueError("at most three signature blocks fit beside each other")
        keys = [column.key for column in self.leaves]
        if len(set(keys)) != len(keys):
            raise ValueError(f"report {self.name}: column keys must be unique")

    @cached_property
    def leaves(self) -> tuple[Column, ...]:
        """The columns that hold values, from left to right."""
        return tuple(_leaves(self.columns))

    @cached_property
    def summed(self) -> tuple[int, ...]:
        """Positions of the columns that are summed."""
        return tuple(i for i, column in enumerate(self.leaves) if column.total)

    @cached_property
    def label_span(self) -> int:
        """How many columns the label of a total line may cover (at least one)."""
        return max(1, self.summed[0] if self.summed else len(self.leaves))


def _leaves(columns) -> Iterator[Column]:
    for column in columns:
        if isinstance(column, Heading):
            yield from _leaves(column.columns)
        else:
            yield column


@dataclass(frozen=True, kw_only=True)
class Issue:
    """This print of a report.

    :param number: document id, printed and in the QR code
    :param printed_at: local time of the print
    :param zone: its time zone as printed, for example WIB
    :param system: name of the issuing system, in the footer
    :param url: page that vouches for the document, in the QR code
    """

    number: str
    printed_at: datetime
    zone: str = ""
    system: str = ""
    url: str = ""


@dataclass(frozen=True)
class Expected:
    """What the database says the report holds.

    :param sums: one amount per summed column, from left to right
    """

    rows: int
    sums: tuple[Decimal, ...] = ()


@dataclass(frozen=True)
class Printed:
    """What came out: for the register of issued documents."""

    pages: int
    rows: int
    sums: tuple[Decimal, ...]
    sha256: str


Value = str | int | Decimal | date | bool | None
