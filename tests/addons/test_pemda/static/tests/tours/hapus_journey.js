/**
 * Penghapusan of badly damaged goods: the pengurus barang proposes them from the list,
 * each office decides in its inbox, the pengelola makes the decree.
 */
import { registry } from "@web/core/registry";
import { signIn, visit } from "./steps";

const tours = registry.category("web_tour.tours");

function proposal() {
    return [
        ...signIn("hapus_clerk"),
        ...visit("/odoo/penghapusan"),
        { trigger: ".o_control_panel .o_list_button_add", run: "click" },
        {
            trigger: ".o_field_widget[name=sebab_id] input",
            run: "edit usang",
        },
        {
            trigger: ".o-autocomplete--dropdown-item:contains(usang)",
            run: "click",
        },
        {
            trigger: ".o_field_widget[name=reason] textarea",
            run: "edit Rusak berat dan tidak bernilai ekonomis",
        },
        { trigger: ".o_notebook a[name=dokumen]", run: "click" },
        {
            trigger: ".o_field_widget[name=dokumen_ids] .o_field_x2many_list_row_add a",
            run: "click",
        },
        {
            trigger: ".o_field_widget[name=dokumen_ids] [name=jenis_id] input",
            run: "edit penelitian",
        },
        {
            trigger: ".o-autocomplete--dropdown-item:contains(penelitian)",
            run: "click",
        },
        {
            trigger: ".o_field_widget[name=dokumen_ids] [name=number] input",
            run: "edit BA/7/2026",
        },
        {
            trigger: ".o_field_widget[name=dokumen_ids] [name=date] input, .o_field_widget[name=dokumen_ids] [name=date] button",
            run: "click",
        },
        {
            trigger: ".o_field_widget[name=dokumen_ids] [name=date] input",
            run: "edit 01/05/2026 && press Tab",
        },
        { trigger: ".o_form_button_save", run: "click" },
        { trigger: "button[name=action_add]:visible", run: "click" },
        {
            trigger: ".modal .o_field_widget[name=kondisi] input, .modal .o_field_widget[name=kondisi] select",
            run: "click",
        },
        {
            trigger: "body .o_select_menu_item:contains(RB)",
            run: "click",
        },
        { trigger: ".modal .o_field_widget[name=count]:contains(3)" },
        { trigger: ".modal button[name=action_confirm]:visible", run: "click" },
        { trigger: ".o_notebook a[name=lines]", run: "click" },
        {
            trigger: ".o_field_widget[name=line_ids] .o_data_row:nth-child(3)",
        },
        { trigger: "[name=perlu]:contains(Kepala daerah)" },
        { trigger: "[name=peringatan]:contains(1.5.4)" },
        { trigger: "button[name=action_submit]:visible", run: "click" },
        {
            trigger: ".o_statusbar_status [data-value=running].o_arrow_button_current",
        },
    ];
}

function decision(login, phone) {
    return [
        ...signIn(login),
        ...visit("/odoo/persetujuan"),
        {
            trigger: phone
                ? ".o_kanban_record:contains(Dinas Uji)"
                : ".o_data_row:contains(Dinas Uji) .o_data_cell",
            run: "click",
        },
        { trigger: ".o_approval_picture .o_approval_waiting" },
        ...(phone
            ? [{ trigger: ".o_statusbar_buttons .dropdown-toggle", run: "click" }]
            : []),
        { trigger: "body button[name=action_approve]", run: "click" },
        { trigger: ".modal button[name=action_confirm]:visible", run: "click" },
        { trigger: ".o_notification" },
    ];
}

tours.add("hapus_journey_proposal", { steps: proposal });
for (const [office, phone] of [
    ["ppb_opd", true],
    ["pengguna", true],
    ["ppb", false],
    ["bupati", true],
    ["pengelola", false],
]) {
    tours.add(`hapus_journey_${office}`, {
        steps: () => decision(`hapus_${office}`, phone),
    });
}
tours.add("hapus_journey_decree", {
    steps: () => [
        ...signIn("hapus_clerk"),
        ...visit("/odoo/penghapusan"),
        { trigger: ".o_data_row:contains(SK-HAPUS) .o_data_cell", run: "click" },
        { trigger: "[name=number]:contains(SK-HAPUS)" },
        { trigger: "button[name=action_revoke]:visible" },
    ],
});
