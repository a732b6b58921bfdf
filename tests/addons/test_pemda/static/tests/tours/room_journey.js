/**
 * Rooms and custodians, as the pengurus barang of one OPD: a room with who answers for
 * it, three assets placed in it, one handed over by NIP, labels printed; then the QR
 * code of a label opens the asset after sign-in. On a desktop and on a phone.
 */
import { delay } from "@odoo/hoot-dom";
import { registry } from "@web/core/registry";
import { arriveAt, openMenu, signIn } from "./steps";

const DAY = "01/06/2024";

function fillDocument(number) {
    return [
        { trigger: ".modal [name=document_kind] input", run: "click" },
        { trigger: "body .o_select_menu_item:contains(BAST)", run: "click" },
        { trigger: ".modal [name=document_number] input", run: `edit ${number}` },
        { trigger: ".modal [name=document_date] button, .modal [name=document_date] input", run: "click" },
        {
            trigger: ".modal [name=document_date] input",
            run: `edit ${DAY} && press Tab`,
        },
    ];
}

function choosePerson(field, text, name) {
    return [
        { trigger: `[name=${field}] input`, run: `edit ${text}` },
        {
            trigger: `body .o-autocomplete--dropdown-item:contains(${name})`,
            run: "click",
        },
    ];
}

/** A finger that stays on the row. */
async function pressLong({ anchor }) {
    const touch = new Touch({ identifier: 1, target: anchor });
    const options = { bubbles: true, touches: [touch] };
    anchor.dispatchEvent(new TouchEvent("touchstart", options));
    await delay(600);
    anchor.dispatchEvent(new TouchEvent("touchend", { bubbles: true }));
}

function chooseThree(phone) {
    if (!phone) {
        return [1, 2, 3].map((row) => ({
            trigger: `.o_data_row:nth-child(${row}) .o_list_record_selector input`,
            run: "click",
        }));
    }
    return [1, 2, 3].map((row) => ({
        trigger: `.o_data_row:nth-child(${row})`,
        run: pressLong,
    }));
}

function placeChosen(phone) {
    const button = { trigger: "body button:contains(Tempatkan di ruang ini)", run: "click" };
    if (!phone) {
        return [button];
    }
    return [{ trigger: ".o_control_panel .o_cp_action_menus button", run: "click" }, button];
}

function roomJourney(phone) {
    return [
        ...signIn("room_clerk"),
        { trigger: ".sipbd_pekerjaan_card[data-card=room]:contains(4)" },
        ...openMenu("sipbd.menu_register", "sipbd.menu_room", phone),
        arriveAt("/odoo/ruang"),
        {
            trigger: ".o_control_panel .o-kanban-button-new, .o_control_panel .o_list_button_add",
            run: "click",
        },
        { trigger: "[name=name] input", run: "edit Ruang Rapat" },
        { trigger: "[name=code] input", run: "edit A.1" },
        ...choosePerson("employee_nip", "sant", "Budi Santoso"),
        { trigger: ".o_form_button_save", run: "click" },
        { trigger: "[name=employee_id]:contains(Budi Santoso)" },
        { trigger: "button[name=action_choose_assets]", run: "click" },
        { trigger: ".o_list_view .o_data_row" },
        ...chooseThree(phone),
        ...placeChosen(phone),
        ...fillDocument("12/KIR/2024"),
        { trigger: ".modal .o_field_widget[name=preview]:contains(A.1 Ruang Rapat)" },
        { trigger: ".modal button[name=action_book]", run: "click" },
        { trigger: "body:not(:has(.modal)) .o_list_view" },
        { trigger: phone ? ".o_back_button" : ".breadcrumb-item a:contains(A.1)", run: "click" },
        { trigger: ".o_form_view [name=asset_ids]:contains(Lemari)" },
        phone
            ? { trigger: ".o_statusbar_buttons .o-dropdown, .o_form_statusbar button.dropdown-toggle", run: "click" }
            : { trigger: ".o_form_statusbar" },
        { trigger: "body button[name=action_print_labels]", run: "click" },
        { trigger: ".modal [name=count]:contains(3)" },
        { trigger: ".modal [name=start] input", run: "edit 4" },
        { trigger: ".modal button[name=action_print]", run: "click" },
        { trigger: "body:not(:has(.modal))" },
        ...openMenu("sipbd.menu_register", "sipbd.menu_vehicle", phone),
        arriveAt("/odoo/kendaraan"),
        { trigger: ".o_data_row td[name=name], .o_kanban_record:contains(Sedan)", run: "click" },
        { trigger: ".o_form_view button[name=action_open_entry_wizard]", run: "click" },
        { trigger: ".modal [name=act] input", run: "click" },
        { trigger: "body .o_select_menu_item:contains(Serahkan)", run: "click" },
        ...choosePerson("holder_nip", "197903032005011003", "Joko Budiman"),
        { trigger: ".modal [name=holder_name]:contains(Joko Budiman)" },
        ...fillDocument("13/BAST/2024"),
        { trigger: ".modal button[name=action_book]", run: "click" },
        { trigger: "body:not(:has(.modal)) [name=holder_info]:contains(Joko Budiman, NIP 197903032005011003)" },
    ];
}

function qrJourney() {
    return [...signIn("room_clerk"), { trigger: ".o_form_view [name=name] input:value(Lemari QR)" }];
}

for (const [name, phone] of [["desktop", false], ["phone", true]]) {
    registry.category("web_tour.tours").add(`room_journey_${name}`, {
        url: "/web/login",
        steps: () => roomJourney(phone),
    });
}
registry.category("web_tour.tours").add("room_journey_qr", { steps: qrJourney });
