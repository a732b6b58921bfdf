"""How large a file may be before it is refused instead of read."""

from dataclasses import dataclass

MEBIBYTE = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Limits:
    """Bounds that keep time and memory of one file within reason.

    The defaults take a register of 200,000 rows in 25 columns.
    """

    bytes: int = 64 * MEBIBYTE  # the file as uploaded
    uncompressed: int = 512 * MEBIBYTE  # all parts of an .xlsx or .ods together
    ratio: int = 250  # uncompressed / compressed of one part
    ratio_floor: int = 16 * MEBIBYTE  # parts below this may have any ratio
    parts: int = 5_000  # files inside an .xlsx or .ods
    text: int = 512 * MEBIBYTE  # characters of all cells of a workbook
    rows: int = 1_048_576
    columns: int = 1_024
    cells: int = 5_000_000  # rows times columns, all sheets together
    findings: int = 2_000  # of one kind in one column, the rest is counted
