"""Layouts: what the columns of a known spreadsheet are, read from YAML files.

A layout file says which headings stand for which field::

    name: permendagri17_kib_a
    title: KIB A Tanah, Permendagri 17/2007
    target: sipbd.asset
    kib: A
    source: Permendagri 17/2007, Lampiran
    options:
      split: [register]        # what makes one row several assets
      register_width: 4        # digits of a register that came as a number
      dates: dmy               # order of day and month in text dates
      numbers: id              # how numbers in text are written
      record_rows: 2           # rows of the sheet that one record takes
      nothing: ["null"]        # texts that mean an empty cell
    columns:
      - field: kode            # a field, see the package docstring
        type: code             # one of TYPES
        headings: [Kode Barang, Nomor / Kode Barang]
        required: true         # without it the layout does not fit
        empty: error           # an empty cell is an error | a note
    ignored: [No, RT]          # known headings without a place in the register

``headings`` are full paths from the top heading down, ' / ' between levels.
Instead, ``parts`` names columns that make one value together; a list of lists
gives alternatives, of which the first complete one is used.  Columns that take
different pieces of a cell ('piece', 'row') may name the same heading.

A file with ``refuse`` lists tables that are known not to be loadable.
"""

from dataclasses import dataclass, fields
from pathlib import Path

import yaml

from .headers import normal
from .pieces import PIECES
from .text import compact
from .values import DMY, ID, MDY, US

TYPES = (
    "text", "int", "number", "money", "date", "year",
    "code", "register", "location", "kondisi", "choice", "tick",
    "nip", "identifier", "golongan", "fullname", "service",
)  # fmt: skip
KONDISI = {
    "B": ["B", "Baik"],
    "RR": ["RR", "KB", "Rusak Ringan", "Kurang Baik"],
    "RB": ["RB", "Rusak Berat"],
}
_SPLITS = ("register", "jumlah")
# types that fill fields of fixed names beside their own
_MORE_FIELDS = {
    "nip": ("nip_start",),
    "fullname": ("gelar_depan", "gelar_belakang"),
    "service": ("mkg_tahun", "mkg_bulan"),
}
_TOP_KEYS = {
    "name",
    "title",
    "target",
    "kib",
    "source",
    "options",
    "columns",
    "ignored",
}
_REFUSAL_KEYS = {"name", "what", "titles", "headings", "at_least"}


class LayoutError(ValueError):
    """A layout file that is not valid; the text names file, place and fault."""


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a layout.

    ``headings``  normal forms of accepted paths
    ``parts``     alternatives of normal forms of the columns to put together
    ``choices``   {code: [accepted texts]} of a choice
    ``value``     what a tick in this column means
    ``also``      a second field that gets the same value
    ``year_field``, ``unit_field``  fields for the year and the unit found
    ``units``     units a number may carry
    ``piece``     the part of the cell that is meant, one of PIECES
    ``row``       row of the record that the cell stands in, from 1
    ``width``     digits of an identifier, 0 for any number of them
    ``ahead``     years from now that a date of two year digits may lie in
    """

    field: str
    type: str = "text"
    headings: tuple = ()
    parts: tuple = ()
    required: bool = False
    empty: str = ""
    year_field: str = ""
    unit_field: str = ""
    also: str = ""
    units: tuple = ()
    digits: int = 2
    choices: dict | None = None
    value: str = ""
    numbers: str = ""
    dates: str = ""
    first_of_january: str = ""
    lookup: bool = False
    sensitive: bool = False
    piece: str = ""
    row: int = 1
    width: int = 0
    ahead: int = 0

    def alternatives(self):
        """Return the alternatives as tuples of sets of normal headings."""
        if self.parts:
            return tuple(
                tuple(frozenset((part,)) for part in parts) for parts in self.parts
            )
        return ((frozenset(self.headings),),)

    def output(self):
        """Return the names of the fields that this column fills."""
        names = [self.field]
        if self.type == "code" and self.field == "kode":
            names.append("code_book")
        if self.type == "register":
            names += [f"{self.field}_from", f"{self.field}_to"]
        names += _MORE_FIELDS.get(self.type, ())
        return names + [n for n in (self.year_field, self.unit_field, self.also) if n]


@dataclass(frozen=True, slots=True)
class Options:
    """How a layout as a whole is read."""

    split: tuple = ()
    register_width: int = 4
    dates: str = ""
    numbers: str = ""
    record_rows: int = 1
    nothing: tuple = ()


@dataclass(frozen=True, slots=True)
class Layout:
    """A known table."""

    name: str
    title: str
    target: str
    kib: str
    source: str
    options: Options
    columns: tuple
    ignored: frozenset

    @property
    def person(self):
        """Tell whether its rows are people, known by their NIP."""
        return any(column.type == "nip" for column in self.columns)

    def vocabulary(self):
        """Return the normal forms of all headings and of each of their levels."""
        paths = set(self.ignored)
        for column in self.columns:
            paths.update(column.headings)
            paths.update(part for parts in column.parts for part in parts)
        return paths | {level for path in paths for level in path.split("/")}


@dataclass(frozen=True, slots=True)
class Refusal:
    """A kind of table that must not be taken for one of the layouts.

    ``titles``    phrases in the title that give it away
    ``headings``  normal headings, of which ``at_least`` so many give it away
    """

    name: str
    what: str
    titles: tuple
    headings: frozenset
    at_least: int


class Layouts(dict):
    """``{name: Layout}`` with the refusals that came in the same folders."""

    def __init__(self):
        super().__init__()
        self.refusals = []

    def vocabulary(self):
        """Return the normal forms of all headings known to any file."""
        words = set()
        for layout in self.values():
            words |= layout.vocabulary()
        for refusal in self.refusals:
            words |= refusal.headings
            words |= {level for path in refusal.headings for level in path.split("/")}
        return words - {""}


class _Loader(yaml.SafeLoader):
    """YAML in which No is a heading and only true and false are truth values."""


_Loader.yaml_implicit_resolvers = {
    first: [
        (tag, pattern)
        for tag, pattern in resolvers
        if tag != "tag:yaml.org,2002:bool" or first in "tTfF"
    ]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def load_layouts(*directories):
    """Return the ``Layouts`` of all ``*.yaml`` files in ``directories``.

    Raises ``LayoutError`` for a file that is not valid, and for two layouts of
    one name.
    """
    layouts = Layouts()
    for directory in directories:
        for path in sorted(Path(directory).glob("*.yaml")):
            data = _load_yaml(path)
            if "refuse" in data:
                layouts.refusals += _read_refusals(data, path.name)
                continue
            layout = read_layout(data, path.name)
            if layout.name in layouts:
                raise LayoutError(f"{path.name}: a second layout named {layout.name}")
            layouts[layout.name] = layout
    return layouts


def _load_yaml(path):
    try:
        data = yaml.load(path.read_text(encoding="utf-8"), _Loader)
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        raise LayoutError(f"{path.name}: {error}") from None
    if not isinstance(data, dict):
        raise LayoutError(f"{path.name}: not a list of keys and values")
    return data


def read_layout(data, source):
    """Return the ``Layout`` in ``data`` (dict); ``source`` names it in errors."""
    check = _Checker(source)
    check.keys(data, _TOP_KEYS, "the layout")
    for key in ("name", "title", "target", "columns"):
        check.that(data.get(key), f"{key} is missing")
    check.that(isinstance(data["columns"], list), "columns is not a list")
    columns = tuple(_read_column(item, check) for item in data["columns"])
    layout = Layout(
        name=data["name"],
        title=data["title"],
        target=data["target"],
        kib=str(data.get("kib", "")),
        source=data.get("source", ""),
        options=_read_options(data.get("options") or {}, check),
        columns=columns,
        ignored=frozenset(map(normal, check.texts(data.get("ignored", []), "ignored"))),
    )
    _check_unique(layout, check)
    return layout


def _read_options(data, check):
    check.keys(data, {item.name for item in fields(Options)}, "options")
    nothing = check.texts(data.get("nothing", []), "options: nothing")
    options = Options(
        **{
            **data,
            "split": tuple(data.get("split", ())),
            "nothing": tuple(map(compact, nothing)),
        }
    )
    check.one_of(options.dates, ("", DMY, MDY), "options: dates")
    check.one_of(options.numbers, ("", US, ID), "options: numbers")
    for item in options.split:
        check.one_of(item, _SPLITS, "options: split")
    check.one_of(options.record_rows, (1, 2), "options: record_rows")
    return options


def _read_column(data, check):
    check.that(isinstance(data, dict) and data.get("field"), f"no field in {data!r}")
    where = f"column {data['field']}"
    check.keys(data, {item.name for item in fields(Column)}, where)
    check.one_of(data.get("type", "text"), TYPES, f"{where}: type")
    check.one_of(data.get("empty", ""), ("", "error", "note"), f"{where}: empty")
    check.one_of(data.get("numbers", ""), ("", US, ID), f"{where}: numbers")
    check.one_of(data.get("dates", ""), ("", DMY, MDY), f"{where}: dates")
    check.one_of(data.get("first_of_january", ""), ("", "year"), f"{where}: january")
    check.one_of(data.get("piece", ""), ("", *PIECES), f"{where}: piece")
    check.one_of(data.get("row", 1), (1, 2), f"{where}: row")
    headings = check.texts(data.get("headings", []), f"{where}: headings")
    parts = data.get("parts", [])
    if parts and not isinstance(parts[0], list):
        parts = [parts]
    parts = tuple(
        tuple(map(normal, check.texts(names, f"{where}: parts"))) for names in parts
    )
    check.that(bool(headings) != bool(parts), f"{where}: either headings or parts")
    choices = data.get("choices")
    if data.get("type") == "kondisi":
        choices = _with_more(KONDISI, choices or {})
    check.that(
        choices or data.get("type") != "choice", f"{where}: a choice needs choices"
    )
    check.that(
        data.get("value") or data.get("type") != "tick", f"{where}: a tick needs value"
    )
    given = {
        **data,
        "headings": tuple(dict.fromkeys(map(normal, headings))),
        "parts": parts,
        "choices": choices,
        "units": tuple(check.texts(data.get("units", []), f"{where}: units")),
    }
    return Column(**given)


def _with_more(choices, more):
    return {
        code: list(texts) + [str(text) for text in more.get(code, [])]
        for code, texts in choices.items()
    }


def _check_unique(layout, check):
    """No heading may stand for two fields, no field for two columns."""
    seen = {}
    filled = set()
    for column in layout.columns:
        names = set(column.headings) | {p for parts in column.parts for p in parts}
        place = (column.piece, column.row)
        for name in names:
            taken = seen.setdefault(name, set())
            check.that(
                place not in taken and name not in layout.ignored,
                f"heading {name!r} stands for two columns",
            )
            check.that(name, f"column {column.field}: an empty heading")
            taken.add(place)
        if column.type != "tick":
            for field in column.output():
                check.that(field not in filled, f"field {field} is filled twice")
                filled.add(field)


def _read_refusals(data, source):
    check = _Checker(source)
    check.that(isinstance(data["refuse"], list), "refuse is not a list")
    refusals = []
    for item in data["refuse"]:
        check.keys(item, _REFUSAL_KEYS, "refuse")
        check.that(
            item.get("name") and item.get("what"), "refuse: name or what missing"
        )
        refusals.append(
            Refusal(
                name=item["name"],
                what=item["what"],
                titles=tuple(check.texts(item.get("titles", []), "titles")),
                headings=frozenset(
                    map(normal, check.texts(item.get("headings", []), "headings"))
                ),
                at_least=item.get("at_least", 3),
            )
        )
    return refusals


class _Checker:
    """Raises ``LayoutError`` with the name of the file in front."""

    def __init__(self, source):
        self.source = source

    def that(self, condition, message):
        if not condition:
            raise LayoutError(f"{self.source}: {message}")

    def keys(self, data, known, where):
        self.that(isinstance(data, dict), f"{where}: not keys and values")
        unknown = ", ".join(sorted(str(key) for key in data.keys() - known))
        self.that(not unknown, f"{where}: unknown key {unknown}")

    def one_of(self, value, known, where):
        self.that(value in known, f"{where}: {value!r} is not one of {known}")

    def texts(self, value, where):
        ok = isinstance(value, list) and all(isinstance(item, str) for item in value)
        self.that(ok, f"{where}: not a list of texts (quote numbers)")
        return value
