import {download} from "@web/core/network/download";
import {registry} from "@web/core/registry";
import {user} from "@web/core/user";

/**
 * Download a report of the report engine.
 *
 * The web client would ask for wkhtmltopdf first, which these reports do not need.
 *
 * @param {Object} action of type ir.actions.report
 * @param {Object} options of doAction
 * @param {Object} env
 * @returns {Promise<Boolean>} whether the action was ours
 */
async function printReport(action, options, env) {
    if (action.pdf_engine !== "reportlab") {
        return false;
    }
    const context = {...user.context, ...action.context};
    env.services.ui.block();
    try {
        await download({
            url: "/pemda_report/print",
            data: {
                report: action.report_name,
                ids: JSON.stringify(context.active_ids || []),
                output: context.pemda_output || "pdf",
                name: action.name,
            },
        });
    } finally {
        env.services.ui.unblock();
    }
    return true;
}

registry.category("ir.actions.report handlers").add("pemda_report", printReport);
