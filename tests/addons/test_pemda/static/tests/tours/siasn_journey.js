/**
 * From sign-in to a settled difference, as the staff of BKD: a file of SIASN is read and
 * loaded, a new person comes with it, and what it says otherwise of a person in the
 * register is decided on with a reason. The same story on a desktop and on a phone.
 */
import { registry } from "@web/core/registry";
import { readAndCheck, signIn, visit } from "./steps";

function decide(phone) {
    if (phone) {
        return [
            {
                trigger: ".o_kanban_record:contains(02-01-1970) button[name=action_decide]",
                run: "click",
            },
        ];
    }
    return [
        { trigger: ".o_group_header:contains(Budi Uji)", run: "click" },
        {
            trigger: ".o_data_row:contains(02-01-1970) button[name=action_decide]",
            run: "click",
        },
    ];
}

function siasnJourney(phone) {
    return [
        ...signIn("journey_bkd"),
        ...visit("/odoo/imports"),
        ...readAndCheck("siasn.xlsx", phone),
        { trigger: ".o_pemda_import_overview" },
        { trigger: "button[name=action_load]:enabled", run: "click" },
        { trigger: ".modal-footer .btn-primary", run: "click" },
        { trigger: ".o_form_view .alert-success" },
        ...visit("/odoo/differences"),
        ...decide(phone),
        { trigger: ".modal input[type=radio][data-value=right]", run: "click" },
        {
            trigger: ".modal .o_field_widget[name=reason] input",
            run: "edit Akta kelahiran dilihat",
        },
        { trigger: ".modal button[name=action_confirm]", run: "click" },
        { trigger: "body:not(:has(.modal))" },
        { trigger: ".o_action_manager:not(:contains(02-01-1970))" },
    ];
}

registry.category("web_tour.tours").add("siasn_journey_desktop", {
    url: "/web/login",
    steps: () => siasnJourney(false),
});
registry.category("web_tour.tours").add("siasn_journey_phone", {
    url: "/web/login",
    steps: () => siasnJourney(true),
});
