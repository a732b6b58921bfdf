/** Steps that the journeys share. */
import { waitUntil } from "@odoo/hoot-dom";

const FILES = "/test_pemda/static/files";

export function signIn(login) {
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

export function openMenu(section, menu, phone) {
    if (phone) {
        return [
            { trigger: ".o_menu_toggle", run: "click" },
            {
                trigger: `.o_app_menu_sidebar li[data-menu-xmlid='${menu}']`,
                run: "click",
            },
        ];
    }
    return [
        { trigger: `.o_main_navbar [data-menu-xmlid='${section}']`, run: "click" },
        { trigger: `.dropdown-item[data-menu-xmlid='${menu}']`, run: "click" },
    ];
}

export function arriveAt(path) {
    return {
        trigger: ".o_action_manager",
        run: () => waitUntil(() => location.pathname === path, { timeout: 5000 }),
    };
}

async function chooseFile(name) {
    const response = await fetch(`${FILES}/${name}`);
    const content = await response.arrayBuffer();
    const input = document.querySelector(".o_field_widget[name=file] input[type=file]");
    const chosen = new DataTransfer();
    chosen.items.add(new File([content], name));
    input.files = chosen.files;
    input.dispatchEvent(new Event("change", { bubbles: true }));
}

/** Go to a page of the web client by its address. */
export function visit(path) {
    return [
        {
            trigger: ".o_main_navbar",
            run: () => location.assign(path),
            expectUnloadPage: true,
        },
        { trigger: ".o_main_navbar" },
        arriveAt(path),
    ];
}

/** Upload a file on the page of imports and run the steps up to the result. */
export function readAndCheck(name, phone) {
    return [
        {
            trigger: phone
                ? ".o_control_panel .o-kanban-button-new, .o_control_panel .o_list_button_add"
                : ".o_control_panel .o_list_button_add",
            run: "click",
        },
        { trigger: ".o_field_widget[name=file]", run: () => chooseFile(name) },
        {
            trigger: ".o_pemda_import_progress button:enabled",
            run: "click",
        },
        { trigger: ".o_pemda_import_overview dl" },
    ];
}
