"""Rows of a file as text for COPY."""

import re

import orjson

# Rows of a block: about as much as the socket holds.
_BLOCK = 200
# Backslashes before it in pairs stand for themselves.
_NUL = re.compile(rb"(?<!\\)((?:\\\\)*)\\u0000")


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

    :param rows: list of reader.Row
    :return: bytes
    """
    lines = b"".join(
        [
            b"%d\t%d\t%b\t%b\n" % (table_id, number, _json(raw), _json(values))
            for number, values, raw in rows
        ]
    )
    # PostgreSQL refuses NUL in jsonb, and no cell has a use for it.
    if b"\\u0000" in lines:
        lines = _NUL.sub(rb"\1", lines)
    return lines.replace(b"\\", b"\\\\")


def _json(values):
    """JSON of the cells of a row; amounts as text, which keeps them exact."""
    try:
        return orjson.dumps(values, str)
    except TypeError:
        return orjson.dumps([_whole(value) for value in values], str)


def _whole(value):
    """A text without halves of surrogate pairs, which UTF-8 has no place for."""
    if isinstance(value, str):
        return value.encode("utf-8", "replace").decode()
    return value
