/**
 * The pengurus barang pengelola makes the periods of a year, computes the depreciation
 * of the first, says that it was checked and closes it. A pengurus barang who then
 * enters goods dated in it is told why not. On a desktop and on a phone.
 */
import { registry } from "@web/core/registry";

import { openMenu, signIn } from "./steps";

const MODAL = ".modal .o_form_view";

/** On a phone the first button is shown, the others are in a menu beside it. */
function press(name, phone, inMenu) {
    const button = `button[name=${name}]:enabled`;
    if (phone && inMenu) {
        return [
            { trigger: ".o_statusbar_buttons button.o-dropdown", run: "click" },
            { trigger: `.o-dropdown-item-unstyled-button ${button}`, run: "click" },
        ];
    }
    return [{ trigger: `.o_statusbar_buttons ${button}`, run: "click" }];
}

/** The earlier one of two: the latest stands first. */
function openFirstPeriod(name, phone) {
    return [
        ...openMenu("sipbd.menu_penyusutan", "sipbd.menu_period", phone),
        {
            trigger: phone
                ? ".o_kanban_record:not(.o_kanban_ghost):eq(1)"
                : ".o_data_row:eq(1) .o_data_cell[name=name]",
            run: "click",
        },
        { trigger: `.o_form_view h1:contains(/^${name}$/)` },
    ];
}

function closing(phone) {
    return [
        ...signIn("period_manager"),
        ...openFirstPeriod("2024 Semester I", phone),
        ...press("action_run", phone),
        { trigger: ".o_form_view .o_field_widget[name=beban]:contains(100)" },
        ...press("action_check", phone, true),
        // made, computed, checked: the third line of its history
        {
            trigger: phone
                ? ".o_field_widget[name=log_ids] .o_kanban_record:not(.o_kanban_ghost):eq(2)"
                : ".o_field_widget[name=log_ids] .o_data_row:eq(2)",
        },
        ...press("action_close", phone, true),
        { trigger: ".modal .modal-footer .btn-primary", run: "click" },
        {
            trigger: ".o_form_view .o_field_widget[name=hash]",
            run: ({ anchor }) => {
                if (!/^[0-9a-f]{64}$/.test(anchor.textContent.trim())) {
                    throw new Error("no hash of the frozen figures");
                }
            },
        },
    ];
}

function refusal(phone) {
    return [
        ...signIn("period_clerk"),
        ...openMenu("sipbd.menu_register", "sipbd.menu_asset", phone),
        {
            trigger: phone
                ? ".o_kanban_record:contains(Lemari besi)"
                : ".o_data_row:contains(Lemari besi) .o_data_cell[name=name]",
            run: "click",
        },
        { trigger: "button[name=action_open_entry_wizard]", run: "click" },
        { trigger: `${MODAL} .o_field_widget[name=act] input`, run: "click" },
        { trigger: "body .o_select_menu_item[data-choice-index='0']", run: "click" },
        {
            trigger: `${MODAL} .o_field_widget[name=new_nilai] input`,
            run: "edit 2000000",
        },
        { trigger: `${MODAL} .o_field_widget[name=document_kind] input`, run: "click" },
        { trigger: "body .o_select_menu_item[data-choice-index='7']", run: "click" },
        {
            trigger: `${MODAL} .o_field_widget[name=document_number] input`,
            run: "edit BA-1",
        },
        {
            trigger: `${MODAL} .o_field_widget[name=document_date] :is(button, input)`,
            run: "click",
        },
        {
            trigger: `${MODAL} .o_field_widget[name=document_date] input`,
            run: "edit 05/06/2024",
        },
        {
            trigger: `${MODAL} .o_field_widget[name=document_number] input`,
            run: "click",
        },
        { trigger: ".modal button[name=action_book]:enabled", run: "click" },
        {
            trigger: ".modal:contains(2024 Semester I) .modal-footer .btn-primary",
            run: "click",
        },
    ];
}

for (const [name, phone] of [
    ["desktop", false],
    ["phone", true],
]) {
    registry.category("web_tour.tours").add(`period_closing_${name}`, {
        url: "/web/login",
        steps: () => closing(phone),
    });
    registry.category("web_tour.tours").add(`period_refusal_${name}`, {
        url: "/web/login",
        steps: () => refusal(phone),
    });
}
