/**
 * From sign-in to the printed DUK, as the staff of BKD: a file of SIASN is read and
 * loaded, a new person comes with it, what it says otherwise of a person in the register
 * is decided on with a reason, one difference alone and the others together, and DUK and
 * nominatif are printed. The same story on a desktop and on a phone.
 */
import { registry } from "@web/core/registry";
import { openMenu, readAndCheck, signIn, visit } from "./steps";

/** The dialog that asks which side is right, and why. */
function settle(side, reason) {
    return [
        { trigger: `.modal input[type=radio][data-value=${side}]`, run: "click" },
        { trigger: ".modal .o_field_widget[name=reason] input", run: `edit ${reason}` },
        { trigger: ".modal button[name=action_confirm]", run: "click" },
        { trigger: "body:not(:has(.modal))" },
    ];
}

function decideOne(phone) {
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

/** On a desktop all that are left go at once; a phone has no list, one by one. */
function decideTheOthers(phone) {
    if (phone) {
        return [
            {
                trigger: ".o_kanban_record:contains(Pengelola Uji Perjalanan) button[name=action_decide]",
                run: "click",
            },
            ...settle("right", "SK dilihat"),
        ];
    }
    return [
        { trigger: ".o_list_view thead .o_list_record_selector input", run: "click" },
        { trigger: ".o_control_panel button[name=action_decide]", run: "click" },
        ...settle("right", "SK dilihat"),
        { trigger: ".o_view_nocontent" },
    ];
}

function print(report, phone) {
    return [
        ...openMenu("sikda.menu_report", "sikda.menu_report_print", phone),
        { trigger: ".modal .o_field_widget[name=source] input", run: "click" },
        { trigger: `body .o_select_menu_item:contains(${report})`, run: "click" },
        { trigger: ".modal button[name=action_print]", run: "click" },
        { trigger: "body:not(:has(.modal))" },
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
        ...decideOne(phone),
        ...settle("right", "Akta kelahiran dilihat"),
        { trigger: ".o_action_manager:not(:contains(02-01-1970))" },
        ...decideTheOthers(phone),
        ...print("Daftar urut kepangkatan", phone),
        ...print("Daftar nominatif", phone),
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
