/**
 * A vehicle goes into somebody's hands: the pengurus barang makes the BAST and sends it
 * on its way, the pengguna barang decides on his phone, and the register says who has it.
 */
import { registry } from "@web/core/registry";
import { arriveAt, openMenu, signIn } from "./steps";

const makeAndSubmit = () => [
    ...signIn("pakai_clerk"),
    ...openMenu("sipbd_lifecycle.menu_lifecycle", "sipbd_lifecycle.menu_pakai", false),
    arriveAt("/odoo/pemakaian-barang"),
    { trigger: ".o_list_button_add", run: "click" },
    { trigger: "[name=holder_nip] input", run: "edit sant" },
    {
        trigger: "body .o-autocomplete--dropdown-item:contains(Budi Santoso)",
        run: "click",
    },
    { trigger: "[name=holder_info]:contains(Budi Santoso)" },
    { trigger: "[name=reason] textarea", run: "edit Tugas lapangan" },
    { trigger: ".o_form_button_save", run: "click" },
    { trigger: "button[name=action_add]:visible", run: "click" },
    { trigger: ".modal [name=name] input", run: "edit Sedan && press Tab" },
    { trigger: ".modal [name=count]:contains(1)" },
    { trigger: ".modal button[name=action_confirm]", run: "click" },
    { trigger: "body:not(:has(.modal)) [name=line_ids]:contains(B 77 ABC)" },
    { trigger: "button[name=action_submit]:visible", run: "click" },
    { trigger: ".o_form_view button[name=action_withdraw]" },
];

const decide = () => [
    ...signIn("pakai_pengguna"),
    {
        trigger: ".o_main_navbar",
        run: () => location.assign("/odoo/persetujuan"),
        expectUnloadPage: true,
    },
    { trigger: ".o_kanban_record:contains(Budi Santoso)", run: "click" },
    { trigger: ".o_form_view:contains(Tugas lapangan)" },
    { trigger: ".o_statusbar_buttons .dropdown-toggle", run: "click" },
    { trigger: "body button[name=action_approve]", run: "click" },
    { trigger: ".modal button[name=action_confirm]:visible", run: "click" },
    { trigger: ".o_notification" },
];

const seeHolder = () => [
    ...signIn("pakai_clerk"),
    ...openMenu("sipbd.menu_register", "sipbd.menu_vehicle", false),
    arriveAt("/odoo/kendaraan"),
    { trigger: ".o_data_row td[name=name]", run: "click" },
    { trigger: "[name=holder_info]:contains(Budi Santoso, NIP 198501012010011001)" },
];

for (const [name, steps] of [
    ["clerk", makeAndSubmit],
    ["pengguna", decide],
    ["holder", seeHolder],
]) {
    registry.category("web_tour.tours").add(`pakai_journey_${name}`, { steps });
}
