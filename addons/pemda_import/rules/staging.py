"""Rows of a file as text for COPY."""

import json
import re
from json.encoder import encode_basestring

_DUMPS = json.JSONEncoder(ensure_ascii=False, default=str).encode
# Rows of a block: about as much as the socket holds.
_BLOCK = 200
# Backslashes before it in pairs stand for themselves.
_NUL = re.compile(r"(?<!\\)((?:\\\\)*)\\u0000")


class CopyFile:
    """Lines of many rows to be read by COPY.

    Each block is encoded while PostgreSQL still takes in the one before.
    """

    def __init__(self, table_id, rows):
        self._blocks = (
            copy_lines(table_id, rows[start : start + _BLOCK])
            for start in range(0, len(rows), _BLOCK)
        )

    def read(self, _size=-1):
        """The next block, which may be larger than asked for."""
        return next(self._blocks, b"")


def copy_lines(table_id, rows):
    """Lines for COPY of table_id, number, raw and data; the last two in JSON.

    By columns, which is several times faster than by rows: the encoder of a text is
    called without anything between, and a value that repeats is encoded once.

    :param rows: list of reader.Row
    :return: bytes
    """
    if not rows:
        return b""
    numbers, values, raw = zip(*rows, strict=True)
    lines = "".join(
        [
            f"{table_id}\t{number}\t[{cells}]\t[{data}]\n"
            for number, cells, data in zip(
                numbers,
                _joined(raw, _encode_texts),
                _joined(values, _encode_values),
                strict=True,
            )
        ]
    )
    # PostgreSQL refuses NUL in jsonb, and no cell has a use for it.
    if "\\u0000" in lines:
        lines = _NUL.sub(r"\1", lines)
    return lines.replace("\\", "\\\\").encode("utf-8", "replace")


def _joined(rows, encode):
    columns = [encode(cells) for cells in zip(*rows, strict=True)]
    return map(",".join, zip(*columns, strict=True)) if columns else [""] * len(rows)


def _encode_texts(cells):
    return map(encode_basestring, cells)


def _encode_values(cells):
    encoded = {
        value: encode_basestring(value) if value.__class__ is str else _DUMPS(value)
        for value in set(cells)
    }
    return [encoded[value] for value in cells]
