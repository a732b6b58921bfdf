"""Spreadsheet reader of the import pipeline: plain Python, no Odoo.

A file of an office goes in; tables of typed values come out, with a list of
findings that says what was skipped, what could not be read and what has to be
asked.  Nothing is guessed and nothing is dropped silently.

    layouts = load_layouts(LAYOUT_DIR)
    try:
        reading = read_file("kib_a.xls", layouts)
    except UnusableFile as error:
        print(error.kind, error.message)

``read_file(path, layouts, *, layout=None, sheet=None, limits=Limits(),
formats=None, money_unit=None, filename=None) -> Reading``
    ``layout``      name of the layout to use instead of finding it
    ``sheet``       read only this sheet (also when it is hidden)
    ``formats``     answers to questions: ``{field: "us" | "id"}`` for numbers,
                    ``{field: "dmy" | "mdy"}`` for dates
    ``money_unit``  1 or 1000, overrides what title and header say
    ``filename``    name to report, when ``path`` is a temporary file
    raises ``UnusableFile(kind, params)``, and nothing else, for any content;
    ``OSError`` when the path cannot be opened

``load_layouts(*directories) -> dict[str, Layout]``
    reads ``*.yaml``; raises ``LayoutError`` naming file, place and fault

``UnusableFile``  ``.kind`` stable key, ``.params`` dict, ``.message`` one
    English sentence, ``.sheets`` list[SheetInfo] as far as the file was read

``Reading``  ``filename, sha256, container, sheets, tables, findings``
    container: xls, xls-biff7, xlsx, ods, csv, html, spreadsheetml
    findings: about the file as a whole (several layouts fit, macros not run)

``SheetInfo``  ``name, rows, layout, reason``
    ``layout`` name of the layout found, or None and ``reason`` says why not

``Table``  ``sheet, layout, header_rows, columns, identity, title, money_unit,
    fields, rows, file_total, total, items, findings``
    header_rows  (first, last) row numbers as the spreadsheet shows them
    columns      list[ColumnMatch(index, path, field, sensitive)]; field None =
                 not taken; sensitive = personal data may stand in it
    identity     dict; known labels under ``provinsi``, ``kabupaten_kota``,
                 ``unit``, ``unit_code``, ``sub_unit``, ``kode_lokasi``,
                 ``tahun``, ``ruangan``; other labels as written
    fields       tuple[str]; names of the layout, for assets those of sipbd.asset
                 plus the pseudo fields ``kode``,
                 ``code_book`` ("p17", "p108" or None), ``register``,
                 ``register_from``, ``register_to``, ``items``, ``unit_code``,
                 ``unit_name``, ``kode_lokasi``
    rows         sequence of Row(number, values, raw); values aligned with fields:
                 str | int | Decimal | date as ISO text | None;
                 raw: the text of every cell, aligned with columns
    file_total   Decimal of the file's own total row, None without one
    total        Decimal, sum of nilai_perolehan of our rows, in rupiah
    items        assets the rows stand for (register ranges, jumlah)

``Finding``  ``kind, severity, row, column, value, params`` and ``.message``
    severity  "error": has to be settled before loading; "note": to be known
    row       row number in the sheet or None; column: header path or None
    value     the text as read; None for columns marked sensitive
    params    dict for the message template ``findings.MESSAGES[kind]``
              (English, ``%(name)s`` placeholders, made for translation)

Values
    money is rupiah as Decimal, exact to the sen, already multiplied by
    money_unit; years int; a date of which only the year is known has the year
    in the year field and None in the date field; ``kode`` is dotted and padded
    (02.06.01.04.06 or 1.3.2.05.01.04.001); ``kondisi`` is B, RR or RB.
    ``split_amount(total, items)`` splits a price to the rupiah with the
    rest on the last item; ``expand_register(first, last)`` lists a
    register range.  A NIP has 18 digits or is None; ``nip_start`` then holds its
    first 15 where a number cell lost the rest; a lost digit of the birth date is
    put back only where the row leaves one answer.

Modules, in the order a file passes them: ``sniff`` (what is it), ``archive``,
``xls``, ``xlsx`` with ``extent`` and ``halves``, ``ods``, ``delimited``, ``html``,
``spreadsheetml`` (to a ``grid``), ``headers``, ``layout``, ``matching`` (which
table), ``identity``, ``body``, ``rows``, ``person_rows``, ``columns``,
``person_columns``, ``pieces``, ``parsers``, ``people``, ``values``, ``codes``,
``registers`` (what is in it), ``items``, ``tables``, ``reading`` (all of it).

Needs xlrd (.xls), python-calamine (.xlsx), lxml (HTML) and PyYAML (layouts).
"""

from .errors import UNUSABLE, UnusableFile
from .findings import MESSAGES, Finding
from .items import Row
from .layout import Layout, LayoutError, Layouts, load_layouts
from .limits import Limits
from .reading import Reading, SheetInfo, read_file
from .registers import expand_register
from .tables import ColumnMatch, Table
from .values import split_amount

__all__ = [
    "ColumnMatch",
    "Finding",
    "Layout",
    "LayoutError",
    "Layouts",
    "Limits",
    "MESSAGES",
    "Reading",
    "Row",
    "SheetInfo",
    "Table",
    "UNUSABLE",
    "UnusableFile",
    "expand_register",
    "load_layouts",
    "read_file",
    "split_amount",
]
