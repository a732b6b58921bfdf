"""The Buku Inventaris of all units, printed in full and by a bare canvas."""

import gc
import json
import sys
from io import BytesIO
from itertools import islice

from reportlab.pdfgen.canvas import Canvas

from odoo.addons.pemda_report.engine.formats import formatter
from odoo.addons.pemda_report.engine.paper import frame
from odoo.addons.pemda_report.engine.pdf import write_pdf

from ..timing import alternate
from . import memory

REPORT = "report.sipbd.buku_inventaris"
REPEATS = 5


def time(env, words):
    """Print a dict: seconds of ``report`` and of ``bare`` for so many rows."""
    source, options = _source(env)
    report, issue = _form(env, source, options)
    rows = list(islice(source._rows(options), int(words[0])))
    texts = _texts(report, rows)
    pages = write_pdf(report, iter(rows), BytesIO(), issue).pages
    times = alternate(
        {
            "report": lambda: write_pdf(report, iter(rows), BytesIO(), issue),
            "bare": lambda: _draw(report, texts, pages),
        },
        REPEATS,
    )
    json.dump(times, sys.stdout)


def growth(env, words):
    """Print by how many bytes the process grew to print so many rows."""
    source, options = _source(env)
    report, issue = _form(env, source, options)
    # what is loaded once per process
    write_pdf(report, islice(source._rows(options), 100), BytesIO(), issue)
    gc.collect()
    before = memory.restart_peak()
    rows = islice(source._rows(options), int(words[0]))
    printed = write_pdf(report, rows, BytesIO(), issue)
    json.dump({"rows": printed.rows, "bytes": memory.peak() - before}, sys.stdout)


def _source(env):
    root = env.ref("pemda_base.unit_pemda")
    source = env[REPORT]
    return source, source._default_options(root)


def _form(env, source, options):
    report = source._describe(options)
    return report, source._issue("BENCH", env.cr.now())


def _texts(report, rows):
    """The printed text of each cell."""
    printed = [formatter(column) for column in report.leaves]
    labels = len(report.groups)
    return [
        [show(value) for show, value in zip(printed, row[labels:], strict=True)]
        for row in rows
    ]


def _draw(report, texts, pages):
    """Nothing but the texts, one line a row, on as many pages, in a built-in font."""
    paper = frame(report.paper, report.orientation)
    canvas = Canvas(BytesIO(), pagesize=(paper.width, paper.height))
    step = paper.inner_width / len(report.leaves)
    lefts = [paper.left + step * i for i in range(len(report.leaves))]
    on_page = -(-len(texts) // pages)
    for start in range(0, len(texts), on_page):
        canvas.setFont("Helvetica", report.font_size)
        y = paper.top
        for row in texts[start : start + on_page]:
            y -= report.font_size
            for x, text in zip(lefts, row, strict=True):
                canvas.drawString(x, y, text)
        canvas.showPage()
    canvas.save()
