"""A reportlab canvas that keeps finished pages compressed."""

import zlib

from reportlab.pdfbase import pdfdoc
from reportlab.pdfgen.canvas import Canvas


class ReportCanvas(Canvas):
    """Pages are compressed as they finish, so that a long report stays small.

    ``Canvas`` would keep the operators of all pages as text until ``save``. The
    same input always gives the same bytes (``invariant``).
    """

    def __init__(self, target, size, title: str, subject: str, author: str):
        super().__init__(
            target, pagesize=size, pageCompression=1, invariant=1, lang="id-ID"
        )
        self.setTitle(title)
        self.setSubject(subject)
        self.setAuthor(author)
        self.setCreator("pemda_report")

    def showPage(self):
        finished = super().showPage()
        page = self._doc.Pages.pages[-1]
        content = pdfdoc.PDFStream(content=zlib.compress(page.stream.encode("latin-1")))
        content.dictionary["Filter"] = pdfdoc.PDFName("FlateDecode")
        page.Contents = content
        page.stream = None
        return finished
