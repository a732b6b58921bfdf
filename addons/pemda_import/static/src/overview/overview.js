import { Component, useState } from "@odoo/owl";
import { _t } from "@web/core/l10n/translation";
import { registry } from "@web/core/registry";
import { useService } from "@web/core/utils/hooks";
import { useRecordObserver } from "@web/model/relational_model/utils";
import { formatFloat, formatInteger } from "@web/views/fields/formatters";
import { standardWidgetProps } from "@web/views/widgets/standard_widget_props";

const ROWS_PER_PAGE = 20;

/** Findings of one kind, opened to show the rows. */
export class ImportFinding extends Component {
    static template = "pemda_import.Finding";
    static props = { finding: Object };

    setup() {
        this.orm = useService("orm");
        this.state = useState({ open: false, rows: [] });
        this.formatInteger = formatInteger;
    }

    get hasMore() {
        return this.state.rows.length < this.props.finding.count;
    }

    async onToggle() {
        this.state.open = !this.state.open;
        if (this.state.open && !this.state.rows.length) {
            await this.onMore();
        }
    }

    async onMore() {
        const rows = await this.orm.call("pemda.import.finding", "read_rows", [
            [this.props.finding.id],
            this.state.rows.length,
            ROWS_PER_PAGE,
        ]);
        this.state.rows.push(...rows);
    }
}

/** What was found in the file: sheets, columns, first rows, totals, findings. */
export class ImportOverview extends Component {
    static template = "pemda_import.Overview";
    static components = { ImportFinding };
    static props = { ...standardWidgetProps };

    setup() {
        this.orm = useService("orm");
        this.formatInteger = formatInteger;
        this.notTaken = _t("This column is not taken.");
        this.view = useState({ data: null, sheet: "", layout: "" });
        useRecordObserver((record) => this.fetch(record));
    }

    /** Files of people or units have no rupiah to compare. */
    hasAmounts(table) {
        return table.kib || table.total || table.total_state !== "absent";
    }

    async fetch(record) {
        const { state, write_date: written } = record.data;
        const key = [record.resId, state, written && written.toMillis()].join();
        if (key === this.key) {
            return;
        }
        this.key = key;
        if (!record.resId || state === "draft") {
            this.view.data = null;
            return;
        }
        const data = await this.orm.call("pemda.import.load", "get_overview", [
            [record.resId],
        ]);
        this.view.data = data;
        this.view.sheet = data.chosen_sheet;
        this.view.layout = data.chosen_layout;
    }

    get canReread() {
        return ["read", "checked", "refused"].includes(this.view.data.state);
    }

    get errors() {
        return this.view.data.findings.filter((f) => f.severity === "error");
    }

    get notes() {
        return this.view.data.findings.filter((f) => f.severity === "note");
    }

    get ambiguous() {
        return this.errors.filter((f) => f.field && f.kind.startsWith("ambiguous-"));
    }

    rupiah(value) {
        return `Rp ${formatFloat(value, { digits: [20, 2], trailingZeros: false })}`;
    }

    async onReread(formats) {
        await this.props.record.save();
        await this.orm.call("pemda.import.load", "action_reread", [
            [this.props.record.resId],
            this.view.sheet || null,
            this.view.layout || null,
            formats || null,
        ]);
        await this.props.record.load();
    }
}

registry.category("view_widgets").add("pemda_import_overview", {
    component: ImportOverview,
    fieldDependencies: [{ name: "write_date", type: "datetime" }],
});
