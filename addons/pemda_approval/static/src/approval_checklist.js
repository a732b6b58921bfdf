import { Component, useRef, useState } from "@odoo/owl";
import { ConfirmationDialog } from "@web/core/confirmation_dialog/confirmation_dialog";
import { _t } from "@web/core/l10n/translation";
import { registry } from "@web/core/registry";
import { useService } from "@web/core/utils/hooks";
import { getDataURLFromFile } from "@web/core/utils/urls";
import { checkFileSize } from "@web/core/utils/files";
import { standardFieldProps } from "@web/views/fields/standard_field_props";

/** What has to be attached to a document, line by line, with a button to add files. */
export class ApprovalChecklist extends Component {
    static template = "pemda_approval.Checklist";
    static props = { ...standardFieldProps };

    setup() {
        this.action = useService("action");
        this.orm = useService("orm");
        this.dialog = useService("dialog");
        this.notification = useService("notification");
        this.input = useRef("input");
        this.state = useState({ busy: false });
        this.addText = _t("Add files");
    }

    get list() {
        return this.props.record.data[this.props.name] || { lines: [], others: [] };
    }

    get later() {
        return this.list.later || [];
    }

    get editable() {
        return this.list.editable && !this.state.busy;
    }

    /** A document that was not saved yet has no place for files: it is saved first. */
    async choose(lineId) {
        if (await this.props.record.save()) {
            this.lineId = lineId;
            this.input.el.click();
        }
    }

    async onChosen(ev) {
        const files = [...ev.target.files];
        this.state.busy = true;
        try {
            for (const file of files) {
                if (checkFileSize(file.size, this.notification)) {
                    await this.upload(file);
                }
            }
        } finally {
            this.state.busy = false;
            ev.target.value = "";
            await this.props.record.load();
        }
    }

    async attachLater() {
        const { resModel, resId } = this.props.record;
        const action = await this.orm.call(resModel, "action_attach_later", [resId]);
        this.action.doAction(action, {
            onClose: () => this.props.record.load(),
        });
    }

    async upload(file) {
        const url = await getDataURLFromFile(file);
        await this.orm.create("ir.attachment", [
            {
                name: file.name,
                datas: url.split(",")[1] || "",
                res_model: this.props.record.resModel,
                res_id: this.props.record.resId,
                approval_requirement_id: this.lineId,
            },
        ]);
    }

    remove(file) {
        this.dialog.add(ConfirmationDialog, {
            body: _t("Remove “%s” from the document?", file.name),
            confirmLabel: _t("Remove"),
            confirm: async () => {
                await this.orm.unlink("ir.attachment", [file.id]);
                await this.props.record.load();
            },
            cancel: () => {},
        });
    }
}

registry.category("fields").add("approval_checklist", {
    component: ApprovalChecklist,
    supportedTypes: ["json"],
});
