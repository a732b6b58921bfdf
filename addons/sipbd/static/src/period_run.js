import { Component, onMounted, onWillUnmount, useState } from "@odoo/owl";
import { Dialog } from "@web/core/dialog/dialog";
import { _t } from "@web/core/l10n/translation";
import { registry } from "@web/core/registry";
import { delay } from "@web/core/utils/concurrency";
import { useService } from "@web/core/utils/hooks";
import { formatInteger } from "@web/views/fields/formatters";

const WAIT = 1500;

/**
 * Drives the computation of a period, step by step: each is a request and a transaction
 * of its own. Closing the dialog leaves the rest to the background.
 */
export class PeriodRunDialog extends Component {
    static template = "sipbd.PeriodRunDialog";
    static components = { Dialog };
    static props = { periodId: Number, answer: Object, close: Function };

    setup() {
        this.orm = useService("orm");
        this.run = useState({ ...this.props.answer });
        this.open = true;
        onMounted(() => this.drive());
        onWillUnmount(() => {
            this.open = false;
        });
    }

    get share() {
        return this.run.total ? Math.floor((this.run.done * 100) / this.run.total) : 0;
    }

    get label() {
        if (!this.run.total) {
            return _t("Computing %s…", this.run.period);
        }
        return _t(
            "Computing %(period)s: %(done)s of %(total)s assets",
            {
                period: this.run.period,
                done: formatInteger(this.run.done),
                total: formatInteger(this.run.total),
            }
        );
    }

    async drive() {
        try {
            while (this.open && !this.run.finished) {
                if (this.run.waiting) {
                    await delay(WAIT);
                }
                const answer = await this.orm.silent.call(
                    "sipbd.period",
                    "action_run_step",
                    [[this.props.periodId], this.run.since]
                );
                Object.assign(this.run, answer);
            }
        } finally {
            if (this.open) {
                this.props.close();
            }
        }
    }
}

registry.category("actions").add(
    "sipbd_period_run",
    (env, action) =>
        new Promise((resolve) => {
            env.services.dialog.add(
                PeriodRunDialog,
                { ...action.params },
                {
                    onClose: () =>
                        resolve({ type: "ir.actions.client", tag: "soft_reload" }),
                }
            );
        })
);
