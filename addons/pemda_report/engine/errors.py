"""Why a report refuses to be printed."""


class ReportError(Exception):
    """The report cannot be printed as asked; the message says why."""


class UnreadableRow(ReportError):
    """A row does not fit the description of the report."""


class TotalsDiffer(ReportError):
    """What was printed does not add up to what the database says."""
