/**
 * SIKDa as its people use it: the operator of an OPD sees the own subtree, a pegawai
 * sees the own data and prints the own DRH, and BKD adds a rank, verifies it and the
 * person has it. The same stories on a desktop and on a phone.
 */
import { waitUntil } from "@odoo/hoot-dom";
import { registry } from "@web/core/registry";

function signIn(login) {
    return [
        { trigger: "input[name=login]", run: `edit ${login}` },
        { trigger: "input[name=password]", run: `edit ${login}-${login}` },
        {
            trigger: ".oe_login_form button[type=submit]",
            run: "click",
            expectUnloadPage: true,
        },
        { trigger: ".o_main_navbar" },
    ];
}

function goTo(path) {
    return [
        {
            trigger: ".o_main_navbar",
            run: () => {
                window.location.href = path;
            },
            expectUnloadPage: true,
        },
        {
            trigger: ".o_action_manager .o_view_controller, .o_action_manager .o_form_view",
            run: () => waitUntil(() => location.pathname.startsWith(path), { timeout: 5000 }),
        },
    ];
}

const row = (phone, name) =>
    phone ? `.o_kanban_record:contains(${name})` : `.o_data_row:contains(${name})`;
const cell = (phone, name) => (phone ? row(phone, name) : `${row(phone, name)} .o_data_cell`);

function operatorJourney(phone) {
    return [
        ...signIn("journey_operator"),
        ...goTo("/odoo/pegawai"),
        { trigger: row(phone, "Budi Uji") },
        { trigger: row(phone, "Sari Uji") },
        { trigger: ".o_action_manager:not(:contains(Wati Uji))" },
        { trigger: cell(phone, "Budi Uji"), run: "click" },
        { trigger: ".o_sikda_person .o_field_widget[name=nama_gelar]:contains(Budi Uji)" },
        { trigger: ".o_sikda_person a[name=keluarga]", run: "click" },
        { trigger: ".o_field_widget[name=riwayat_keluarga_ids]:contains(Anak Uji)" },
        // What SIASN says otherwise of the own people is shown; BKD decides.
        ...goTo("/odoo/differences"),
        { trigger: phone ? row(phone, "Jl. Baru") : ".o_group_header:contains(Budi Uji)" },
        { trigger: ".o_action_manager:not(:contains(Wati Uji))" },
        { trigger: ".o_action_manager:not(:has(button[name=action_decide]))" },
    ];
}

function pegawaiJourney() {
    return [
        ...signIn("journey_pegawai"),
        ...goTo("/odoo/data-saya"),
        { trigger: ".o_sikda_person .o_field_widget[name=nama_gelar]:contains(Budi Uji)" },
        { trigger: ".o_field_widget[name=nik]:contains(3514)" },
        { trigger: ".o_sikda_person a[name=pangkat]", run: "click" },
        { trigger: ".o_field_widget[name=riwayat_pangkat_ids]:contains(III/a)" },
        { trigger: ".o_sikda_person:not(:has(.o_field_x2many_list_row_add))" },
        { trigger: "button:contains(DRH)", run: "click" },
        { trigger: ".o_web_client:not(:has(.o_blockUI, .o_error_dialog))" },
    ];
}

function bkdJourney(phone) {
    const dialog = ".modal .o_form_view";
    return [
        ...signIn("journey_bkd"),
        ...goTo("/odoo/pegawai"),
        { trigger: cell(phone, "Budi Uji"), run: "click" },
        { trigger: ".o_field_widget[name=golongan_id]:contains(III/a)" },
        { trigger: ".o_sikda_person a[name=pangkat]", run: "click" },
        {
            trigger: phone
                ? ".o_field_widget[name=riwayat_pangkat_ids] .o-kanban-button-new"
                : ".o_field_widget[name=riwayat_pangkat_ids] .o_field_x2many_list_row_add a",
            run: "click",
        },
        { trigger: `${dialog} .o_field_widget[name=golongan_id] input`, run: "edit III/b" },
        {
            trigger: phone
                ? "body .o_kanban_record:contains(III/b), body .dropdown-item:contains(III/b)"
                : ".dropdown-item:contains(III/b)",
            run: "click",
        },
        { trigger: `${dialog} .o_field_widget[name=mkg_tahun] input`, run: "edit 12" },
        { trigger: `${dialog} .o_field_widget[name=sk_nomor] input`, run: "edit 823/9/2020" },
        { trigger: `${dialog} .o_field_widget[name=tmt] .o_input`, run: "click" },
        { trigger: `${dialog} .o_field_widget[name=tmt] input`, run: "edit 01/04/2020" },
        { trigger: ".modal .o_form_button_save", run: "click" },
        { trigger: "body:not(:has(.modal))" },
        { trigger: ".o_form_button_save", run: "click" },
        { trigger: ".o_form_saved" },
        {
            trigger: phone
                ? ".o_field_widget[name=riwayat_pangkat_ids] .o_kanban_record:contains(III/b) button[name=action_verify]"
                : ".o_field_widget[name=riwayat_pangkat_ids] .o_data_row:contains(III/b) button[name=action_verify]",
            run: "click",
        },
        { trigger: ".o_sikda_person .oe_title .o_field_widget[name=golongan_id]:contains(III/b)" },
    ];
}

const STORIES = {
    personnel_operator: operatorJourney,
    personnel_pegawai: pegawaiJourney,
    personnel_bkd: bkdJourney,
};
for (const [name, story] of Object.entries(STORIES)) {
    for (const [device, phone] of [["desktop", false], ["phone", true]]) {
        registry.category("web_tour.tours").add(`${name}_${device}`, {
            url: "/web/login",
            steps: () => story(phone),
        });
    }
}
