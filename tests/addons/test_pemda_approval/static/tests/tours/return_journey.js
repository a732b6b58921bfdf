/**
 * A document comes back and is corrected: the clerk submits with what the list of
 * attachments asks for, the head of the OPD returns it with a note on one attachment, the
 * clerk reads it there, changes the file and submits again.
 */
import { registry } from "@web/core/registry";
import { attach, open, signIn } from "./steps";

const openLetter = [
    ...open("/odoo/surat-uji"),
    { trigger: "td:contains(Surat 1), .o_kanban_record:contains(Surat 1)", run: "click" },
    { trigger: ".o_approval_checklist" },
];

registry.category("web_tour.tours").add("return_journey_submit", {
    steps: () => [
        ...signIn("ap_clerk"),
        ...openLetter,
        { trigger: ".o_approval_missing:contains(BAST)" },
        { trigger: "button[name=action_submit]", run: "click" },
        { trigger: ".modal:contains(BAST)" },
        { trigger: ".modal-footer button", run: "click" },
        ...attach("BAST", "bast.pdf"),
        { trigger: ".o_approval_checklist:not(:has(.o_approval_missing))" },
        { trigger: "button[name=action_submit]", run: "click" },
        { trigger: "[name=waits_for]:contains(ap_head)" },
        { trigger: ".o_approval_checklist:not(:has(button))" },
    ],
});

registry.category("web_tour.tours").add("return_journey_return", {
    steps: () => [
        ...signIn("ap_head"),
        ...open("/odoo/persetujuan"),
        { trigger: "td:contains(Surat 1)", run: "click" },
        { trigger: "[name=preview] a:contains(bast.pdf)" },
        { trigger: "button[name=action_return]", run: "click" },
        { trigger: ".modal [name=note] textarea", run: "edit Satu berkas keliru" },
        { trigger: ".modal .o_data_row:contains(BAST) td[name=note]", run: "click" },
        {
            trigger: ".modal .o_selected_row td[name=note] input",
            run: "edit Belum dicap",
        },
        { trigger: ".modal button[name=action_confirm]:visible", run: "click" },
        { trigger: ".o_notification" },
        { trigger: ".o_view_nocontent" },
    ],
});

registry.category("web_tour.tours").add("return_journey_correct", {
    steps: () => [
        ...signIn("ap_clerk"),
        ...openLetter,
        { trigger: "[name=returned_note]:contains(Satu berkas keliru)" },
        { trigger: ".o_approval_line:contains(Belum dicap)" },
        { trigger: ".o_approval_file:contains(bast.pdf) button", run: "click" },
        { trigger: ".modal-footer .btn-primary", run: "click" },
        { trigger: ".o_approval_missing:contains(BAST)" },
        ...attach("BAST", "bast-cap.pdf"),
        { trigger: ".o_statusbar_buttons", run: () => {} },
        { trigger: "button[name=action_submit]:visible", run: "click" },
        { trigger: "[name=waits_for]:contains(ap_head)" },
    ],
});

registry.category("web_tour.tours").add("return_journey_approve", {
    steps: () => [
        ...signIn("ap_head"),
        ...open("/odoo/persetujuan"),
        { trigger: "td:contains(Surat 1)", run: "click" },
        { trigger: "[name=preview] a:contains(bast-cap.pdf)" },
        { trigger: "[name=decision_ids]:contains(Belum dicap)" },
        { trigger: "button[name=action_approve]", run: "click" },
        { trigger: ".modal button[name=action_confirm]:visible", run: "click" },
        { trigger: ".o_notification" },
    ],
});
