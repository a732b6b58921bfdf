/** Steps that the journeys of approvals share. */

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

export function open(path) {
    return [
        {
            trigger: ".o_main_navbar",
            run: () => location.assign(path),
            expectUnloadPage: true,
        },
    ];
}

/** Add a file to a line of the list of attachments. */
export function attach(line, name) {
    const place = `.o_approval_line:contains(${line})`;
    return [
        { trigger: `${place} .o_approval_add`, run: "click" },
        {
            trigger: ".o_approval_checklist",
            run: () => {
                const input = document.querySelector(
                    ".o_approval_checklist input[type=file]"
                );
                const chosen = new DataTransfer();
                chosen.items.add(new File(["%PDF-1.4 uji"], name));
                input.files = chosen.files;
                input.dispatchEvent(new Event("change", { bubbles: true }));
            },
        },
        { trigger: `${place} .o_approval_file:contains(${name})` },
    ];
}
