"""Rows of a file as text for COPY."""

import json
import re
from decimal import Decimal
from json.encoder import encode_basestring

_DUMPS = json.JSONEncoder(ensure_ascii=False, default=str).encode
# Rows of a block: about as much as the socket holds.
_BLOCK = 200
# Values of a column whose JSON is kept; when there are more, it begins anew.
_MOST_KEPT = 5_000
# Between cells and rows while a block of texts is encoded at once.
_CELL_END, _ROW_END = "\x7f", "\x1e"
_ROW_END_ENCODED = encode_basestring(_ROW_END)[1:-1]
# Backslashes before it in pairs stand for themselves.
_NUL = re.compile(r"(?<!\\)((?:\\\\)*)\\u0000")


class CopyFile:
    """Lines of many rows to be read by COPY.

    Each block is encoded while PostgreSQL still takes in the one before.
    """

    def __init__(self, table_id, rows):
        columns = _columns(rows)
        self._blocks = (
            copy_lines(table_id, rows[start : start + _BLOCK], columns)
            for start in range(0, len(rows), _BLOCK)
        )

    def read(self, _size=-1):
        """The next block, which may be larger than asked for."""
        return next(self._blocks, b"")


class _Encoded(dict):
    """JSON of the values of a column: what repeats is encoded once."""

    def __missing__(self, value):
        if len(self) >= _MOST_KEPT:
            self.clear()
        encoded = self[value] = _encode(value)
        return encoded


def _encode(value):
    if value.__class__ is str:
        return encode_basestring(value)
    return f'"{value}"' if value.__class__ is Decimal else _DUMPS(value)


def _columns(rows):
    return [_Encoded() for _value in rows[0].values] if rows else []


def copy_lines(table_id, rows, columns=None):
    """Lines for COPY of table_id, number, raw and data; the last two in JSON.

    By columns and blocks, which is several times faster than by rows: the encoder is
    called without anything between.

    :param rows: list of reader.Row
    :param columns: what earlier rows of the table left: one ``_Encoded`` per value
    :return: bytes
    """
    if not rows:
        return b""
    columns = _columns(rows) if columns is None else columns
    numbers, values, raw = zip(*rows, strict=True)
    lines = "".join(
        [
            f"{table_id}\t{number}\t[{cells}]\t[{data}]\n"
            for number, cells, data in zip(
                numbers,
                _texts(raw),
                _values(values, columns),
                strict=True,
            )
        ]
    )
    # PostgreSQL refuses NUL in jsonb, and no cell has a use for it.
    if "\\u0000" in lines:
        lines = _NUL.sub(r"\1", lines)
    return lines.replace("\\", "\\\\").encode("utf-8", "replace")


def _values(rows, columns):
    encoded = [
        map(column.__getitem__, cells)
        for column, cells in zip(columns, zip(*rows, strict=True), strict=True)
    ]
    return map(",".join, zip(*encoded, strict=True)) if encoded else [""] * len(rows)


def _texts(rows):
    """The texts of each row in JSON, without brackets."""
    if not rows[0]:
        return [""] * len(rows)
    block = encode_basestring(_ROW_END.join(map(_CELL_END.join, rows)))
    ends = block.count(_CELL_END)
    lines = block.replace(_CELL_END, '","').split(_ROW_END_ENCODED)
    if ends != len(rows) * (len(rows[0]) - 1) or len(lines) != len(rows):
        # A cell holds such a sign itself.
        return [",".join(map(encode_basestring, row)) for row in rows]
    return '"\n"'.join(lines).split("\n")
