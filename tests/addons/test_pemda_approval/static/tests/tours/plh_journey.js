/** A Plh. finds what waits for the absent holder of the office, and decides on it. */
import { registry } from "@web/core/registry";
import { open, signIn } from "./steps";

registry.category("web_tour.tours").add("plh_journey", {
    steps: () => [
        ...signIn("ap_plh"),
        ...open("/odoo/persetujuan"),
        { trigger: "td:contains(Surat 1), .o_kanban_record:contains(Surat 1)", run: "click" },
        { trigger: ".o_approval_picture .o_approval_waiting:contains(ap_plh)" },
        { trigger: "button[name=action_approve]:visible", run: "click" },
        { trigger: ".modal button[name=action_confirm]:visible", run: "click" },
        { trigger: ".o_notification" },
    ],
});
