/**
 * The inbox: the head of an OPD approves everything that waits with one confirmation on
 * a desktop; on a phone he returns a single document and says why.
 */
import { registry } from "@web/core/registry";

const signIn = [
    { trigger: "input[name=login]", run: "edit ap_head" },
    { trigger: "input[name=password]", run: "edit ap_head-ap_head" },
    {
        trigger: ".oe_login_form button[type=submit]",
        run: "click",
        expectUnloadPage: true,
    },
    { trigger: ".o_main_navbar" },
];

const openInbox = [
    {
        trigger: ".o_main_navbar",
        run: () => location.assign("/odoo/persetujuan"),
        expectUnloadPage: true,
    },
];

registry.category("web_tour.tours").add("inbox_journey_desktop", {
    steps: () => [
        ...signIn,
        ...openInbox,
        { trigger: ".o_list_view .o_data_row:contains(Surat 1)" },
        { trigger: "thead .o_list_record_selector input", run: "click" },
        { trigger: "button[name=action_approve]", run: "click" },
        { trigger: ".modal button[name=action_confirm]:visible", run: "click" },
        { trigger: ".o_notification" },
        { trigger: ".o_view_nocontent" },
    ],
});

registry.category("web_tour.tours").add("inbox_journey_phone", {
    steps: () => [
        ...signIn,
        ...openInbox,
        { trigger: ".o_kanban_record:contains(Surat 1)", run: "click" },
        { trigger: ".o_approval_picture .o_approval_waiting" },
        { trigger: ".o_statusbar_buttons .dropdown-toggle", run: "click" },
        { trigger: "body button[name=action_return]", run: "click" },
        { trigger: ".modal [name=note] textarea", run: "edit Foto belum ada" },
        { trigger: ".modal button[name=action_confirm]:visible", run: "click" },
        { trigger: ".o_notification" },
        { trigger: ".o_kanban_view" },
    ],
});
