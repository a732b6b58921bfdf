from odoo.http import Controller, request, route

HEADERS = {
    "Cache-Control": "no-store",
    "Referrer-Policy": "no-referrer",
    "X-Robots-Tag": "noindex, nofollow",
}


class PublicPage(Controller):
    @route(
        "/dokumen/<string:token>",
        type="http",
        auth="public",
        methods=["GET"],
        readonly=True,
        save_session=False,
        sitemap=False,
    )
    def document(self, token):
        """What the QR code on a document leads to, for anybody.

        It says whether the document is what it claims, and nothing of the people in
        it. A token that does not exist and a document that is not approved look alike.
        """
        facts = request.env["pemda.approval.request"]._public_facts(token)
        return request.render(
            "pemda_approval.public_page",
            {"facts": facts},
            headers=list(HEADERS.items()),
            status=200 if facts else 404,
        )
