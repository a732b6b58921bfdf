"""Report engine: a report is described once, in plain Python.

No module in here imports Odoo. From one :class:`~.model.Report` and an iterator of
rows come the PDF (:mod:`.pdf`), the workbook (:mod:`.xlsx`) and the rows on the screen
(:mod:`.screen`).
"""
