"""Every public method of ours is an endpoint of the API: none is forgotten here, and
none does anything for somebody who may not read (or change) the record it is called on.
"""

from odoo.exceptions import UserError
from odoo.tests import tagged
from odoo.tools import mute_logger

from .expectations import EXPECTED
from .isolation_policy import EVERYBODY, PLACES, ROLES, roles
from .test_isolation import IsolationCase

OUR_ADDONS = ("pemda_", "sipbd", "sikda")

# Method -> its arguments. Whoever may not read the record is refused.
READING = {
    "action_accept_suggestion": (),
    "action_add_jabatan": (),
    "action_choose_room": (),
    "action_download_faults": (),
    "action_holders": (),
    "action_open_asset": (),
    "action_open_duplicate": (),
    "action_open_document": (),
    "action_open_person": (),
    "action_open_request": (),
    "action_revoke": (),
    "action_print_labels": (),
    "action_show_result": (),
    "get_overview": (),
    "read_rows": (),
    "sikda_picture": (),
}
# Whoever may not change the record is refused.
CHANGING = {
    "action_accept_suggestions": (),
    "action_add": (),
    "action_add_all_jabatan": (),
    "action_attach": (),
    "action_attach_later": (),
    "action_begin_return": (),
    "action_change": (),
    "action_check": (),
    "action_choose_assets": (),
    "action_close": (),
    "action_correct": (),
    "action_decide": ("approve",),
    "action_delete": (),
    "action_end": (),
    "action_fill": (),
    "action_forward": (1, 1, "x"),
    "action_go_live": (),
    "action_load": (),
    "action_make_main": (),
    "action_new_version": (),
    "action_open_entry_wizard": (),
    "action_propose_hapus": (),
    "action_opine": ("x",),
    "action_remove": (),
    "action_reread": (),
    "action_run": (),
    "action_run_step": (),
    "action_step": (),
    "action_submit": (),
    "action_take": (),
    "action_uncheck": (),
    "action_verify": (),
    "action_withdraw": (),
}
# Lead to a list or a dialog that is read with the caller's own rights.
LEADING = {
    "action_answer",
    "action_approve",
    "action_ask",
    "action_due",
    "action_leave_out",
    "action_open_custody",
    "action_open_entries",
    "action_open_figures",
    "action_open_findings",
    "action_open_lain",
    "action_open_lines",
    "action_open_totals",
    "action_reject",
    "action_return",
    "action_show_selisih",
    "action_simulate",
    "action_undo",
    "report_action",
}
# Of dialogs: everybody has his own, which the record rules see to.
DIALOGS = {
    "action_book",
    "action_confirm",
    "action_export",
    "action_generate",
    "action_print",
    "action_reopen",
    "action_sign",
}
# Change by their button what they may not write.
BY_BUTTON = {
    ("sikda.selisih", "action_decide"): roles("bkd_staff"),
    ("sikda.kgb.usul.line", "action_remove"): roles("bkd_staff", "operator"),
    ("sikda.kgb.usul.lain", "action_take"): roles("bkd_staff", "operator"),
}
CLERKS = roles("pengurus", "pembantu")
ASSET_READERS = CLERKS | roles("kepala_opd", "auditor")
# On no record: arguments and who may.
ON_MODELS = {
    ("sipbd.pegawai", "find_people"): (("Budi",), CLERKS),
    ("sipbd.pekerjaan", "get_work"): ((), ASSET_READERS),
    ("sipbd.pekerjaan", "open_card"): (("value",), ASSET_READERS),
    ("sikda.data.saya", "action_open_mine"): ((), roles("pegawai")),
    ("sikda.snapshot", "action_record"): ((), roles("bkd_staff")),
    ("hr.department", "sikda_own_units"): ((), EVERYBODY),
}


@tagged("post_install", "-at_install")
class TestPublicMethods(IsolationCase):
    def _public_methods(self):
        """Pairs of model and method that our addons add to the API."""
        base = self.env.registry["base"]
        for name, model in self.env.registry.items():
            for method in dir(model):
                if method.startswith("_") or hasattr(base, method):
                    continue
                makers = [each for each in model.mro() if method in vars(each)]
                private = any(
                    getattr(vars(each)[method], "_api_private", False)
                    for each in makers
                )
                ours = any(
                    each.__module__.startswith(
                        tuple(f"odoo.addons.{addon}" for addon in OUR_ADDONS)
                    )
                    for each in makers
                )
                if ours and not private and callable(getattr(model, method)):
                    yield name, method

    def test_no_method_is_forgotten(self):
        known = {*READING, *CHANGING, *LEADING, *DIALOGS}
        known |= {method for _model, method in ON_MODELS}
        found = {method for _model, method in self._public_methods()}
        found -= {"get_formview_action", "get_formview_id"}
        self.assertEqual(found - known, set(), "state who may call it")
        self.assertEqual(known - found, set(), "it is no more")

    def test_methods_refuse_who_may_not(self):
        for model, method in self._public_methods():
            changing = method in CHANGING
            if model not in self.records or not (changing or method in READING):
                continue
            arguments = CHANGING[method] if changing else READING[method]
            if model == "sikda.selisih":
                arguments = ()
            right = "write" if changing else "read"
            for role in ROLES:
                for place in PLACES:
                    if role in BY_BUTTON.get((model, method), ()):
                        continue
                    if EXPECTED[model].allows(role, right, place):
                        continue
                    with self.case("methods", f"{role} {model}.{method} {place}"):
                        record = self.records[model][place]
                        self.assertFalse(self._answers(record, method, arguments, role))

    def test_methods_on_no_record(self):
        for (model, method), (arguments, allowed) in ON_MODELS.items():
            for role in ROLES:
                with self.case("methods", f"{role} {model}.{method}"):
                    answered = self._answers(self.env[model], method, arguments, role)
                    self.assertEqual(answered, role in allowed)

    def _answers(self, record, method, arguments, role):
        """Whether a call is answered; its effects are rolled back."""
        self.env.invalidate_all()
        try:
            with self.rolled_back(), mute_logger("odoo.addons.base.models.ir_rule"):
                getattr(record.with_user(self.users[role]), method)(*arguments)
                self.env.flush_all()
        except UserError:
            return False
        return True
