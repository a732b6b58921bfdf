"""Reading .xls (BIFF2 to BIFF8) with xlrd."""

import io

import xlrd

from .errors import UnusableFile
from .grid import CellBudget, CellError, Merge, Sheet, rectangle
from .mark import _

_EMPTY, _TEXT, _NUMBER, _DATE, _BOOLEAN, _ERROR, _BLANK = range(7)


def read_xls(data, limits):
    """Return ``(sheets, macros, container)``.

    ``container`` is ``xls`` for BIFF8 and ``xls-biff7`` for anything older.
    Raises ``UnusableFile``.
    """
    try:
        book = xlrd.open_workbook(
            file_contents=data,
            logfile=io.StringIO(),
            formatting_info=True,  # merged ranges are only read with it
            on_demand=True,
            ragged_rows=True,
        )
        budget = CellBudget(limits)
        sheets = [_read_sheet(book, index, budget) for index in range(book.nsheets)]
    except UnusableFile:
        raise
    except (xlrd.XLRDError, xlrd.compdoc.CompDocError) as error:
        if "encrypted" in str(error).lower():
            raise UnusableFile("encrypted") from None
        raise UnusableFile("damaged", detail=str(error)) from None
    except Exception:  # xlrd answers damage with any kind of error
        raise UnusableFile("damaged", detail=_("its records do not fit")) from None
    macros = "_VBA_PROJECT".encode("utf-16-le") in data
    return sheets, macros, "xls" if book.biff_version >= 80 else "xls-biff7"


def _read_sheet(book, index, budget):
    sheet = book.sheet_by_index(index)
    width = max((sheet.row_len(row) for row in range(sheet.nrows)), default=0)
    CellBudget(budget.limits).take(sheet.nrows, width)
    rows = []
    for number in range(sheet.nrows):
        types, values = sheet.row_types(number), sheet.row_values(number)
        rows.append(
            tuple(
                [
                    value if kind in (_TEXT, _NUMBER) else _other(kind, value, book)
                    for kind, value in zip(types, values, strict=True)
                ]
            )
        )
    merges = [
        Merge(top, left, bottom - 1, right - 1)
        for top, bottom, left, right in sheet.merged_cells
    ]
    result = Sheet(
        name=sheet.name,
        rows=rectangle(rows, budget),
        merges=merges,
        hidden=bool(sheet.visibility),
        hidden_rows={n for n, info in sheet.rowinfo_map.items() if info.hidden},
        hidden_columns={n for n, info in sheet.colinfo_map.items() if info.hidden},
    )
    book.unload_sheet(index)
    return result


def _other(kind, value, book):
    """Return a cell that is neither text nor number."""
    if kind == _DATE:
        try:
            moment = xlrd.xldate_as_datetime(value, book.datemode)
        except (ValueError, OverflowError):
            return value
        if value < 1:  # a time of day, or a zero shown as a date
            return value
        return moment if moment.time() else moment.date()
    if kind == _BOOLEAN:
        return "TRUE" if value else "FALSE"
    if kind == _ERROR:
        return CellError(xlrd.error_text_from_code.get(value, "#ERROR"))
    return None
