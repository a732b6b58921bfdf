from dataclasses import replace
from datetime import date, datetime
from decimal import Decimal
from io import BytesIO

import openpyxl
import pytest
from pemda_report_samples import GROUPED, ISSUE, REPORT, grouped_rows, pdf, row

from odoo.addons.pemda_report.engine.errors import TotalsDiffer
from odoo.addons.pemda_report.engine.model import Expected
from odoo.addons.pemda_report.engine.xlsx import write_xlsx


def sheet(report, rows, **options):
    target = BytesIO()
    printed = write_xlsx(report, iter(rows), target, ISSUE, **options)
    return openpyxl.load_workbook(target), printed


def find(worksheet, text):
    """The first row that holds ``text``."""
    for cells in worksheet.iter_rows():
        if any(cell.value == text for cell in cells):
            return cells
    raise AssertionError(f"{text} is not in the sheet")


def test_values_keep_their_types():
    values = (7, "Meja", "0012", date(2020, 2, 29), Decimal("1.5"), Decimal("10.25"))
    book, _ = sheet(REPORT, [(*values, "x")])
    cells = find(book.active, "Meja")
    assert [cell.value for cell in cells] == [
        7,
        "Meja",
        "0012",
        datetime(2020, 2, 29),
        1.5,
        10.25,
        "x",
    ]
    assert cells[3].number_format == "dd-mm-yyyy"
    assert cells[0].number_format == "0"


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(A1)", '=HYPERLINK("x")'])
def test_text_never_becomes_a_formula(text):
    book, _ = sheet(REPORT, [row(1, name="Meja", note=text)])
    cell = find(book.active, "Meja")[6]
    assert cell.value == text
    assert cell.data_type == "s"
    assert cell.quotePrefix


def test_totals_are_formulas_with_their_value():
    target = BytesIO()
    write_xlsx(GROUPED, grouped_rows(4), target, ISSUE)
    values = openpyxl.load_workbook(target, data_only=True).active
    formulas = openpyxl.load_workbook(target).active
    assert find(values, "Jumlah U0")[5].value == 3000
    assert find(values, "JUMLAH")[5].value == 10000
    assert find(formulas, "JUMLAH")[5].value.startswith("=SUBTOTAL(9,F")


def test_header_is_merged_frozen_and_repeated():
    book, _ = sheet(REPORT, [row(1)])
    worksheet = book.active
    head = find(worksheet, "Nama Barang")[0].row
    merged = {str(area) for area in worksheet.merged_cells.ranges}
    assert f"B{head}:B{head + 1}" in merged
    assert worksheet.cell(head + 1, 3).value == "Pabrik"
    numbers = [cell.value for cell in worksheet[head + 2]]
    assert numbers == ["1", "2", "3", "4", "5", "6", "7"]
    assert worksheet.freeze_panes == f"A{head + 3}"
    assert worksheet.print_title_rows == f"${head}:${head + 2}"
    assert worksheet.page_setup.orientation == "landscape"
    assert worksheet.page_setup.paperSize == 14


def test_same_hash_and_sums_as_the_pdf():
    _book, printed = sheet(GROUPED, grouped_rows(40))
    _content, on_paper = pdf(GROUPED, grouped_rows(40))
    assert (printed.sha256, printed.sums) == (on_paper.sha256, on_paper.sums)


def test_same_input_same_bytes():
    first, again = BytesIO(), BytesIO()
    write_xlsx(GROUPED, grouped_rows(5), first, ISSUE)
    write_xlsx(GROUPED, grouped_rows(5), again, ISSUE)
    assert first.getvalue() == again.getvalue()


def test_nothing_is_written_if_totals_differ():
    target = BytesIO()
    with pytest.raises(TotalsDiffer):
        write_xlsx(REPORT, iter([row(1)]), target, ISSUE, Expected(2))
    assert target.getvalue() == b""


def test_thousands_and_empty_cells():
    money = replace(REPORT.leaves[5], scale=1000)
    report = replace(REPORT, columns=(*REPORT.leaves[:5], money, REPORT.leaves[6]))
    book, _ = sheet(report, [row(1, name="Meja", value=1500750)])
    cells = find(book.active, "Meja")
    assert cells[5].value == 1500.75
    assert cells[6].value is None


def test_an_old_date_is_written_as_text():
    book, _ = sheet(REPORT, [(1, "Meja", "", date(1850, 1, 2), None, None, "")])
    assert find(book.active, "Meja")[3].value == "02-01-1850"
