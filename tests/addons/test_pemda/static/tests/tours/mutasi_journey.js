/**
 * Pengalihan status penggunaan between two OPD, each person in a browser of his own:
 * the pengurus barang writes it, the offices decide, the receiving OPD chooses the room
 * and confirms the receipt on a phone, and the ledger shows both legs.
 */
import { delay } from "@odoo/hoot-dom";
import { registry } from "@web/core/registry";
import { arriveAt, openMenu, signIn, visit } from "./steps";

function choose(field, text) {
    return [
        { trigger: `[name=${field}] input`, run: `edit ${text}` },
        {
            trigger: `body .o-autocomplete--dropdown-item:contains(${text})`,
            run: "click",
        },
    ];
}

/** The sheet of buttons of a phone goes by a step back in the history. */
const sheetIsGone = () => delay(1500);

function maker() {
    return [
        ...signIn("mut_clerk"),
        ...openMenu("sipbd_lifecycle.menu_lifecycle", "sipbd_lifecycle.menu_mutasi"),
        arriveAt("/odoo/mutasi-barang"),
        { trigger: ".o_list_button_add", run: "click" },
        { trigger: "[name=unit_id] input:value(Dinas Uji)" },
        ...choose("to_unit_id", "Badan Uji"),
        { trigger: "[name=jenis]:contains(Ke pengguna lain)" },
        { trigger: "[name=reason] textarea", run: "edit Dipakai untuk pelayanan" },
        { trigger: "button[name=action_add]:visible", run: "click" },
        { trigger: ".modal [name=name] input", run: "edit Rapat && press Tab" },
        { trigger: ".modal [name=count]:contains(2)" },
        { trigger: ".modal button[name=action_confirm]:visible", run: "click" },
        { trigger: "body:not(:has(.modal)) [name=line_ids] .o_data_row:contains(Kursi)" },
        { trigger: "button[name=action_submit]:visible", run: "click" },
        { trigger: "[name=waits_for]:contains(mut_ppb_a)" },
    ];
}

function approve(login) {
    return [
        ...signIn(login),
        ...visit("/odoo/persetujuan"),
        { trigger: ".o_list_view .o_data_row:contains(Mutasi)" },
        { trigger: "thead .o_list_record_selector input", run: "click" },
        { trigger: "button[name=action_approve]", run: "click" },
        { trigger: ".modal button[name=action_confirm]:visible", run: "click" },
        { trigger: ".o_notification" },
        { trigger: ".o_view_nocontent" },
    ];
}

function room() {
    return [
        ...signIn("mut_clerk_b"),
        ...visit("/odoo/mutasi-barang"),
        { trigger: ".o_kanban_record:contains(Badan Uji)", run: "click" },
        { trigger: ".o_form_view" },
        {
            trigger: ".o_statusbar_buttons .dropdown-toggle, .o_form_statusbar button[name=action_choose_room]",
            run: "click",
        },
        { trigger: "body button[name=action_choose_room]", run: "click" },
        { trigger: ".modal [name=to_unit_id]:contains(Badan Uji)", run: sheetIsGone },
        { trigger: ".modal [name=room_id] input", run: "click" },
        { trigger: ".modal .o_kanban_record:contains(Ruang Baru)", run: "click" },
        { trigger: ".modal [name=room_id] input:value(Ruang Baru)" },
        { trigger: ".modal button[name=action_confirm]:visible", run: "click" },
        { trigger: "body:not(:has(.modal)) [name=to_room_id]:contains(Ruang Baru)" },
    ];
}

function receiver() {
    return [
        ...signIn("mut_pengguna_b"),
        ...visit("/odoo/persetujuan"),
        { trigger: ".o_kanban_record:contains(Mutasi)", run: "click" },
        { trigger: ".o_form_view:contains(Ruang Baru)" },
        { trigger: ".o_statusbar_buttons .dropdown-toggle", run: "click" },
        { trigger: "body button[name=action_approve]", run: "click" },
        { trigger: ".modal button[name=action_confirm]:visible", run: "click" },
        { trigger: ".o_notification" },
        { trigger: ".o_kanban_view" },
    ];
}

function ledger() {
    return [
        ...signIn("mut_clerk_b"),
        ...openMenu("sipbd.menu_register", "sipbd.menu_entry"),
        { trigger: ".o_list_view .o_data_row:contains(BAST-MUT)" },
    ];
}

const TOURS = { maker, room, receiver, ledger };
for (const login of ["mut_ppb_a", "mut_pengguna_a", "mut_ppb", "mut_pengelola"]) {
    TOURS[login] = () => approve(login);
}
for (const [name, steps] of Object.entries(TOURS)) {
    registry.category("web_tour.tours").add(`mutasi_journey_${name}`, { steps });
}
