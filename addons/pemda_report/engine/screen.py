"""The rows of a report for a preview on the screen."""

from collections.abc import Iterable
from itertools import islice

from .flow import Caption, Flow, Line
from .model import Expected, Report


def preview(
    report: Report,
    rows: Iterable[tuple],
    expected: Expected | None = None,
    limit: int | None = None,
) -> list[dict]:
    """Lines of ``report`` as dictionaries, the first ``limit`` of them.

    ``kind`` is row, caption, subtotal or total; ``cells`` maps column keys to printed
    texts; ``text`` is the label of the other kinds. Totals are cross-checked, and the
    overall total is given, if there are no more lines than that.
    """
    flow = Flow(report, rows, expected)
    lines = [_shown(flow, item) for item in islice(flow, limit)]
    complete = limit is None or len(lines) < limit
    if complete and report.summed:
        lines.append(_labelled(flow, "total", report.total_label, flow.sums))
    return lines


def _shown(flow: Flow, item) -> dict:
    if isinstance(item, Line):
        keys = (column.key for column in flow.report.leaves)
        return {"kind": "row", "cells": dict(zip(keys, item.texts, strict=True))}
    if isinstance(item, Caption):
        return {"kind": "caption", "text": item.text, "cells": {}}
    return _labelled(flow, "subtotal", item.text, item.sums)


def _labelled(flow: Flow, kind: str, text: str, sums) -> dict:
    summed = flow.report.summed
    cells = {
        flow.report.leaves[i].key: flow.printed(i, value)
        for i, value in zip(summed, sums, strict=True)
    }
    return {"kind": kind, "text": text, "cells": cells}
