/**
 * KGB of an OPD: the operator finds what the monthly run proposes, takes a person out
 * and submits; the head of the OPD, the verifier and the head of BKD decide from their
 * inbox; the operator prints the letters and finds the rise in the history of the
 * person. On a desktop and on a phone.
 */
import { registry } from "@web/core/registry";

import { signIn, visit } from "./steps";

const OPD = "Dinas Uji";

const entry = (phone, text) =>
    phone
        ? `.o_kanban_record:contains(${text})`
        : `.o_data_row:contains(${text}) .o_data_cell:first`;

const proposed = (phone, text) =>
    phone
        ? `.o_field_widget[name=line_ids] .o_kanban_record:contains(${text})`
        : `.o_field_widget[name=line_ids] .o_data_row:contains(${text})`;

function openProposal(phone) {
    return [
        ...visit("/odoo/usul-kgb"),
        { trigger: entry(phone, OPD), run: "click" },
        { trigger: ".o_form_view .o_field_widget[name=unit_id]" },
    ];
}

function submits(phone) {
    return [
        ...signIn("kgb_opr"),
        ...openProposal(phone),
        { trigger: ".o_form_view .alert-info" },
        { trigger: proposed(phone, "Budi Uji") },
        { trigger: ".o_action_manager:not(:contains(Wati Uji))" },
        // one is taken out, with the reason
        {
            trigger: `${proposed(phone, "Sari Uji")} button[name=action_remove]`,
            run: "click",
        },
        {
            trigger: ".modal .o_field_widget[name=reason] input",
            run: "edit SKP belum lengkap",
        },
        { trigger: ".modal button[name=action_confirm]:visible", run: "click" },
        { trigger: "body:not(:has(.modal))" },
        {
            trigger: ".o_field_widget[name=line_ids]:not(:contains(Sari Uji))",
        },
        { trigger: ".o_form_view a[name=lain]", run: "click" },
        { trigger: ".o_field_widget[name=lain_ids]:contains(SKP belum lengkap)" },
        {
            trigger: ".o_statusbar_buttons button[name=action_submit]:visible",
            run: "click",
        },
        { trigger: ".o_form_view .o_field_widget[name=waits_for]:contains(kgb_head)" },
    ];
}

const decides = (login) => (phone) => [
    ...signIn(login),
    ...visit("/odoo/persetujuan"),
    { trigger: entry(phone, OPD), run: "click" },
    { trigger: ".o_approval_picture .o_approval_waiting" },
    { trigger: ".o_field_widget[name=preview]:contains(III/a: 1)" },
    // whoever decides reads the people themselves
    ...(phone ? [{ trigger: ".o_button_more", run: "click" }] : []),
    { trigger: "button[name=action_open_document]", run: "click" },
    { trigger: proposed(phone, "Budi Uji") },
    ...visit("/odoo/persetujuan"),
    { trigger: entry(phone, OPD), run: "click" },
    {
        trigger: ".o_statusbar_buttons button[name=action_approve]:visible",
        run: "click",
    },
    { trigger: ".modal button[name=action_confirm]:visible", run: "click" },
    { trigger: ".o_notification" },
    { trigger: ".o_view_nocontent" },
];

/** The print is a PDF that the browser is given. */
async function openLetters() {
    const id = location.pathname.match(/(\d+)$/)[1];
    const response = await fetch(`/report/pdf/sikda_service.kgb_surat/${id}`);
    const head = new TextDecoder().decode((await response.arrayBuffer()).slice(0, 5));
    if (head !== "%PDF-") {
        throw new Error(`the letters are no PDF: ${response.status} ${head}`);
    }
}

function prints(phone) {
    return [
        ...signIn("kgb_opr"),
        ...openProposal(phone),
        { trigger: ".o_form_view .o_field_widget[name=number]:contains(001/KGB/T01)" },
        { trigger: proposed(phone, "822/0001/T01") },
        { trigger: ".o_form_view", run: openLetters },
        ...visit("/odoo/pegawai"),
        {
            trigger: phone
                ? ".o_kanban_record:contains(Budi Uji)"
                : ".o_data_row:contains(Budi Uji) .o_data_cell",
            run: "click",
        },
        { trigger: ".o_sikda_person a[name=pangkat]", run: "click" },
        {
            trigger: phone
                ? ".o_field_widget[name=riwayat_kgb_ids] .o_kanban_record:contains(2.873.500)"
                : ".o_field_widget[name=riwayat_kgb_ids]:contains(822/0001/T01)",
        },
    ];
}

const STORIES = {
    kgb_submits: submits,
    kgb_head_decides: decides("kgb_head"),
    kgb_verifier_decides: decides("kgb_verifier"),
    kgb_chief_decides: decides("kgb_chief"),
    kgb_prints: prints,
};
for (const [name, story] of Object.entries(STORIES)) {
    for (const [device, phone] of [["desktop", false], ["phone", true]]) {
        registry.category("web_tour.tours").add(`${name}_${device}`, {
            steps: () => story(phone),
        });
    }
}
