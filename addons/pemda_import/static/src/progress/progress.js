import { Component, useState } from "@odoo/owl";
import { _t } from "@web/core/l10n/translation";
import { registry } from "@web/core/registry";
import { useService } from "@web/core/utils/hooks";
import { standardWidgetProps } from "@web/views/widgets/standard_widget_props";

// What each state means for the bar: share done, and the step that comes next.
const STEPS = {
    draft: { done: 10, next: "read" },
    read: { done: 50, next: "check" },
    checked: { done: 80, next: null },
};

/**
 * Progress bar of a load. Runs the steps one after the other; each is a request and a
 * transaction of its own, so that a reload of the page goes on where it stood.
 */
export class ImportProgress extends Component {
    static template = "pemda_import.Progress";
    static props = { ...standardWidgetProps };

    setup() {
        this.orm = useService("orm");
        this.run = useState({ busy: false, label: "" });
    }

    get data() {
        return this.props.record.data;
    }

    get visible() {
        return this.data.state in STEPS;
    }

    get done() {
        if (!this.data.file) {
            return 0;
        }
        return STEPS[this.data.state].done + (this.run.busy ? 10 : 0);
    }

    get label() {
        if (this.run.busy) {
            return this.data.state === "draft"
                ? _t("Reading the file…")
                : _t("Checking the rows…");
        }
        if (this.data.state === "draft") {
            return this.data.file ? _t("Ready to be read.") : _t("Choose a file.");
        }
        if (this.data.state === "read") {
            return _t("Read; the rows have not been checked yet.");
        }
        return this.data.blocked
            ? _t("Checked. Something has to be settled before it can be loaded.")
            : _t("Checked. Ready to be loaded.");
    }

    get button() {
        if (this.data.state === "checked") {
            return _t("Check Again");
        }
        return this.data.state === "draft" ? _t("Read and Check") : _t("Continue");
    }

    get canRun() {
        return !this.run.busy && (this.data.state !== "draft" || this.data.file);
    }

    async onRun() {
        const record = this.props.record;
        if (!(await record.save())) {
            return;
        }
        this.run.busy = true;
        try {
            let state = record.data.state;
            do {
                state = await this.orm.call("pemda.import.load", "action_step", [
                    [record.resId],
                ]);
                await record.load();
            } while (STEPS[state] && STEPS[state].next);
        } finally {
            this.run.busy = false;
        }
    }
}

registry.category("view_widgets").add("pemda_import_progress", {
    component: ImportProgress,
});
