/**
 * A pengurus barang books what happened to an asset: a correction of its value, an
 * improvement, a room and a transfer with the scan of its document. Each form shows what
 * will change, then the ledger has it. The same story on a desktop and on a phone.
 */
import { registry } from "@web/core/registry";

const FORM = ".modal .o_form_view";

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

function openAsset(name, phone) {
    const menu = phone
        ? [
              { trigger: ".o_menu_toggle", run: "click" },
              {
                  trigger: ".o_app_menu_sidebar li[data-menu-xmlid='sipbd.menu_asset']",
                  run: "click",
              },
          ]
        : [
              {
                  trigger: ".o_main_navbar [data-menu-xmlid='sipbd.menu_register']",
                  run: "click",
              },
              {
                  trigger: ".dropdown-item[data-menu-xmlid='sipbd.menu_asset']",
                  run: "click",
              },
          ];
    return [
        ...menu,
        {
            trigger: phone
                ? `.o_kanban_record:contains(${name})`
                : `.o_data_row:contains(${name}) .o_data_cell[name=name]`,
            run: "click",
        },
    ];
}

// Where the choice stands in its list: the labels depend on the language.
function choose(field, position) {
    return [
        { trigger: `${FORM} .o_field_widget[name=${field}] input`, run: "click" },
        {
            trigger: `body .o_select_menu_item[data-choice-index='${position}']`,
            run: "click",
        },
    ];
}

function pick(field, text, phone) {
    const input = `${FORM} .o_field_widget[name=${field}] input`;
    if (phone) {
        // The records are shown on a page of their own.
        return [
            { trigger: input, run: "click" },
            {
                trigger: `.modal .o_kanban_record:contains(${text}), .modal .o_data_row:contains(${text})`,
                run: "click",
            },
        ];
    }
    return [
        { trigger: input, run: `edit ${text}` },
        {
            trigger: `body .o-autocomplete--dropdown-item:contains(${text})`,
            run: "click",
        },
    ];
}

function chooseScan() {
    const input = document.querySelector(".o_field_widget[name=scan] input[type=file]");
    const chosen = new DataTransfer();
    chosen.items.add(new File(["%PDF-1.4 berita acara"], "ba.pdf"));
    input.files = chosen.files;
    input.dispatchEvent(new Event("change", { bubbles: true }));
}

/** Fill in the form of an act, look at its preview and book it. */
function book(number, act, steps, preview, scan = false) {
    return [
        { trigger: "button[name=action_open_entry_wizard]", run: "click" },
        { trigger: `${FORM} .o_field_widget[name=act]` },
        ...choose("act", act),
        ...steps,
        ...choose("document_kind", 7),
        {
            trigger: `${FORM} .o_field_widget[name=document_number] input`,
            run: `edit ${number}`,
        },
        {
            trigger: `${FORM} .o_field_widget[name=document_date] :is(button, input)`,
            run: "click",
        },
        {
            trigger: `${FORM} .o_field_widget[name=document_date] input`,
            run: "edit 05/06/2024",
        },
        {
            trigger: `${FORM} .o_field_widget[name=document_number] input`,
            run: "click",
        },
        ...(scan
            ? [{ trigger: `${FORM} .o_field_widget[name=scan]`, run: chooseScan }]
            : []),
        { trigger: `${FORM} .o_field_widget[name=preview]:contains(${preview})` },
        { trigger: ".modal button[name=action_book]:enabled", run: "click" },
        { trigger: "body:not(:has(.modal))" },
        { trigger: ".o_notebook .nav-link[name=ledger]", run: "click" },
        { trigger: `.o_field_widget[name=entry_ids]:contains(${number})` },
    ];
}

function amount(field, value) {
    return [
        { trigger: `${FORM} .o_field_widget[name=${field}] input`, run: `edit ${value}` },
    ];
}

function ledgerJourney(phone) {
    return [
        ...signIn("ledger_clerk"),
        ...openAsset("Lemari besi", phone),
        ...book("BA-1", 0, amount("new_nilai", "2000000"), "2"),
        ...book("BA-2", 2, amount("cost", "500000"), "2"),
        ...book("BA-3", 8, pick("new_room_id", "Ruang Arsip", phone), "Ruang Arsip"),
        ...book("BA-4", 9, pick("new_unit_id", "UPT Uji", phone), "UPT Uji", true),
    ];
}

registry.category("web_tour.tours").add("ledger_journey_desktop", {
    url: "/web/login",
    steps: () => ledgerJourney(false),
});
registry.category("web_tour.tours").add("ledger_journey_phone", {
    url: "/web/login",
    steps: () => ledgerJourney(true),
});
