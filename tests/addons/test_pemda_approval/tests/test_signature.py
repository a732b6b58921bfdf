import base64
import json
import threading
from http.server import BaseHTTPRequestHandler, HTTPServer

from odoo.exceptions import UserError
from odoo.tests import tagged
from odoo.tests.common import _super_send

from .common import ApprovalCase

NIK, PASSPHRASE = "3514010101700001", "benar"
MARK = b"\n%signed by the simulated service"


class EsignService(BaseHTTPRequestHandler):
    """A simulated Esign Client Service: signs by adding a mark."""

    down = False

    def do_POST(self):
        asked = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        if type(self).down:
            return self._answer(503, {"error": "down"})
        if self.path.endswith("/verify/pdf"):
            signed = base64.b64decode(asked["file"]).endswith(MARK)
            return self._answer(
                200,
                {
                    "conclusion": "VALID" if signed else "NO_SIGNATURE",
                    "signatureInformations": [{"signerName": "Uji"}] * signed,
                },
            )
        if asked["passphrase"] != PASSPHRASE or asked["nik"] != NIK:
            return self._answer(400, {"error": "Passphrase anda salah"})
        files = [
            base64.b64encode(base64.b64decode(each) + MARK).decode()
            for each in asked["file"]
        ]
        self._answer(200, {"time": 1, "file": files})

    def _answer(self, status, values):
        content = json.dumps(values).encode()
        self.send_response(status)
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, *_arguments):
        """Say nothing."""


@tagged("post_install", "-at_install")
class TestSignature(ApprovalCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.kind.report_id = cls.env["ir.actions.report"].create(
            {
                "name": "Letter",
                "model": "test.approval.letter",
                "report_type": "qweb-pdf",
                "report_name": "test_pemda_approval.letter",
                "pdf_engine": "reportlab",
            }
        )

    @classmethod
    def _request_handler(cls, session, request, /, **arguments):
        """Tests may not call out; the simulated service is on this very machine."""
        if request.url.startswith("http://127.0.0.1:"):
            return _super_send(session, request, **arguments)
        return super()._request_handler(session, request, **arguments)

    def setUp(self):
        super().setUp()
        EsignService.down = False

    def switch_on(self):
        server = HTTPServer(("127.0.0.1", 0), EsignService)
        threading.Thread(target=server.serve_forever, daemon=True).start()
        self.addCleanup(server.server_close)
        self.addCleanup(server.shutdown)
        self.env["ir.config_parameter"].sudo().set_param(
            "pemda_approval.esign_url", f"http://127.0.0.1:{server.server_port}"
        )

    def approved(self, count=1):
        letters = self.submitted(count)
        self.run_through(letters)
        return letters

    def sign(self, user=None, nik=NIK, passphrase=PASSPHRASE):
        dialogs = self.env["pemda.approval.sign"].with_user(user or self.sekda)
        for name in ("nik", "passphrase"):
            self.assertFalse(dialogs._fields[name].store)
        asked = dialogs.create({}).with_context(nik=nik, passphrase=passphrase)
        return asked.action_sign()["params"]

    def test_off_by_default(self):
        request = self.approved().sudo().request_id
        self.assertFalse(request.signature_ids)
        self.assertFalse(request._is_signed())

    def test_many_are_signed_with_one_passphrase(self):
        self.switch_on()
        letters = self.approved(3)
        requests = letters.sudo().request_id
        self.assertEqual(requests.signature_ids.signer_id, self.sekda)
        self.assertFalse(requests[0]._is_signed())
        self.assertEqual(self.sign()["message"], "3 signed.")
        self.assertTrue(all(request._is_signed() for request in requests))
        signature = requests[0].signature_ids
        self.assertTrue(signature.attachment_id.raw.endswith(MARK))
        self.assertIn("valid", signature.action_verify()["params"]["message"])
        # the signed file is no part of what was decided on
        self.assertEqual(list(requests._findings()), [])
        self.assertTrue(requests[0]._public_facts(requests[0].token)["signed"])

    def test_while_the_service_is_down_it_stays_in_the_queue(self):
        self.switch_on()
        letters = self.approved(2)
        EsignService.down = True
        notice = self.sign()
        self.assertIn("0 signed.", notice["message"])
        self.assertIn("cannot be reached", notice["message"])
        signatures = letters.sudo().request_id.signature_ids
        self.assertEqual(set(signatures.mapped("state")), {"queued"})
        self.assertTrue(all(signatures.mapped("next_try")))
        self.assertEqual(set(letters.mapped("state")), {"approved"})
        EsignService.down = False
        self.assertEqual(self.sign()["message"], "2 signed.")

    def test_a_wrong_passphrase_is_said(self):
        self.switch_on()
        letter = self.approved()
        self.assertIn("Passphrase", self.sign(passphrase="salah")["message"])
        self.assertEqual(letter.sudo().request_id.signature_ids.state, "queued")
        with self.assertRaisesRegex(UserError, "16 digits"):
            self.sign(nik="123")

    def test_nobody_signs_for_another(self):
        self.switch_on()
        letter = self.approved()
        with self.assertRaisesRegex(UserError, "Nothing waits"):
            self.sign(self.head)
        signature = letter.sudo().request_id.signature_ids
        for change in (
            lambda: signature.with_user(self.sekda).write({"state": "signed"}),
            lambda: signature.with_user(self.clerk).unlink(),
        ):
            with self.assertRaises(UserError):
                change()
        with self.assertRaises(UserError):
            signature.write({"state": "signed"})
