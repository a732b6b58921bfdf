/**
 * The inbox: the head of an OPD approves hundreds with one confirmation, on a desktop and
 * on a phone; on a phone he returns a single document and says why.
 */
import { registry } from "@web/core/registry";
import { open, signIn } from "./steps";

const openInbox = open("/odoo/persetujuan");

registry.category("web_tour.tours").add("inbox_journey_desktop", {
    steps: () => [
        ...signIn("ap_head"),
        ...openInbox,
        { trigger: ".o_list_view .o_data_row:contains(Surat 1)" },
        { trigger: "thead .o_list_record_selector input", run: "click" },
        { trigger: ".o_select_domain", run: "click" },
        { trigger: ".o_selection_box:contains(300)" },
        { trigger: "button[name=action_approve]", run: "click" },
        { trigger: ".modal .lead:contains(300)" },
        { trigger: ".modal button[name=action_confirm]:visible", run: "click" },
        { trigger: ".o_notification:contains(300)" },
        { trigger: ".o_view_nocontent" },
    ],
});

registry.category("web_tour.tours").add("inbox_journey_phone_many", {
    steps: () => [
        ...signIn("ap_head"),
        ...openInbox,
        { trigger: ".o_kanban_record:contains(Surat 1)" },
        { trigger: ".o_approval_select_all", run: "click" },
        { trigger: ".o_selection_box:contains(300)" },
        { trigger: ".o_approval_decisions button[name=action_approve]", run: "click" },
        { trigger: ".modal .lead:contains(300)" },
        { trigger: ".modal button[name=action_confirm]:visible", run: "click" },
        { trigger: ".o_notification:contains(300)" },
        { trigger: ".o_view_nocontent" },
    ],
});

registry.category("web_tour.tours").add("inbox_journey_phone", {
    steps: () => [
        ...signIn("ap_head"),
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
