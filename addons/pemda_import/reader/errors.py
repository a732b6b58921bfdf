"""The one exception of the reader and its sentences."""

from .mark import _
from .text import shorten

UNUSABLE = {
    "damaged": _(
        "The file is damaged or incomplete and cannot be read (%(detail)s). "
        "Open it in the spreadsheet program, save it again and upload that file."
    ),
    "empty-file": _("The file is empty (0 bytes)."),
    "empty-workbook": _("The workbook has no filled cells in any sheet."),
    "encrypted": _(
        "The file is protected with a password. "
        "Remove the password in the spreadsheet program and upload it again."
    ),
    "hostile-xml": _(
        "The file declares its own XML entities, which no spreadsheet program "
        "does, and is refused."
    ),
    "missing-columns": _(
        'The table on sheet "%(sheet)s" lacks columns that the layout '
        '"%(layout)s" needs: %(missing)s.'
    ),
    "no-header": _(
        "No row of known column headings was found. The first row of the table "
        "has to name the columns as the form does; a file without headings "
        "cannot be read."
    ),
    "no-layout": _(
        "No known layout fits the columns of this file. Best match: %(detail)s."
    ),
    "no-such-sheet": _('The file has no sheet named "%(sheet)s".'),
    "not-loadable": _(
        "This is %(what)s, a table that no register takes; it cannot be loaded."
    ),
    "pictures-only": _(
        "The workbook holds only pictures, no cells. A scan or photo of a table "
        "has to be typed into cells first."
    ),
    "too-large": _(
        "The file is too large: %(what)s is %(size)s, the limit is %(limit)s. "
        "Split it into smaller files."
    ),
    "unknown-layout": _('There is no layout named "%(layout)s".'),
    "wrong-format": _(
        "This is %(what)s, not a spreadsheet. Upload the table as .xls, .xlsx, "
        ".ods or .csv."
    ),
    "zip-bomb": _(
        "The file unpacks to an unreasonable size (%(size)s from %(packed)s) "
        "and is refused."
    ),
}


class UnusableFile(Exception):
    """A file that cannot be read at all.

    ``kind``     stable key of ``UNUSABLE``
    ``params``   dict of the placeholders of the sentence
    ``message``  the English sentence for the user
    ``sheets``   list[SheetInfo] as far as the file could be read
    """

    def __init__(self, kind, sheets=(), **params):
        self.kind = kind
        self.params = {key: shorten(str(value)) for key, value in params.items()}
        self.sheets = list(sheets)
        self.message = UNUSABLE[kind] % self.params
        super().__init__(self.message)


def readable_size(count):
    """Return a number of bytes as text, for example ``1.5 MB``."""
    for unit in ("bytes", "KB", "MB", "GB"):
        if count < 1024 or unit == "GB":
            break
        count /= 1024
    return f"{count:.0f} {unit}" if unit == "bytes" else f"{count:.1f} {unit}"
