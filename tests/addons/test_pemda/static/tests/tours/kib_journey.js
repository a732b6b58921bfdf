/**
 * From sign-in to the printed KIB, as the pengurus barang of one OPD: a file with a
 * fault is shown and not loaded, the mended file is loaded, the register shows it and
 * the KIB is printed. The same story on a desktop and on a phone; only the menus differ.
 */
import { registry } from "@web/core/registry";
import { arriveAt, openMenu, readAndCheck, signIn } from "./steps";

function openImports(phone) {
    return [
        ...openMenu("sipbd.menu_import", "sipbd.menu_import_load", phone),
        arriveAt("/odoo/imports"),
    ];
}

function kibJourney(phone) {
    return [
        ...signIn("journey_clerk"),
        ...openImports(phone),
        ...readAndCheck("kib_b_faulty.xlsx", phone),
        // The fault is named and the file cannot be loaded.
        { trigger: ".o_pemda_import_overview .fa-exclamation-circle, .o_pemda_import_overview .text-danger" },
        { trigger: ".o_form_view:not(:has(button[name=action_load]:enabled:visible))" },
        ...openImports(phone),
        ...readAndCheck("kib_b.xlsx", phone),
        { trigger: ".o_pemda_import_overview .border-success" },
        { trigger: "button[name=action_load]:enabled", run: "click" },
        { trigger: ".modal-footer .btn-primary", run: "click" },
        { trigger: ".o_form_view .alert-success" },
        ...openMenu("sipbd.menu_register", "sipbd.menu_kib_b", phone),
        arriveAt("/odoo/kib-b"),
        {
            trigger: phone
                ? ".o_kanban_record:contains(Lap Top)"
                : ".o_data_row:contains(Lap Top)",
        },
        // Goods of the other OPD stand in the register, but not in this one.
        { trigger: ".o_action_manager:not(:contains(Barang Badan Lain))" },
        ...openMenu("sipbd.menu_report", "sipbd.menu_report_print", phone),
        { trigger: ".modal .o_field_widget[name=source] input", run: "click" },
        // On a phone the choices are a sheet over the dialog: "body" allows to reach it.
        { trigger: "body .o_select_menu_item:contains(KIB B)", run: "click" },
        { trigger: ".modal button[name=action_print]", run: "click" },
        { trigger: "body:not(:has(.modal))" },
    ];
}

registry.category("web_tour.tours").add("kib_journey_desktop", {
    url: "/web/login",
    steps: () => kibJourney(false),
});
registry.category("web_tour.tours").add("kib_journey_phone", {
    url: "/web/login",
    steps: () => kibJourney(true),
});
