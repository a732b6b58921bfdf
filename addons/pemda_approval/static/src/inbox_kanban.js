import { registry } from "@web/core/registry";
import { KanbanController } from "@web/views/kanban/kanban_controller";
import { kanbanView } from "@web/views/kanban/kanban_view";

/**
 * The inbox on a phone: everything that waits is selected by one button, and decided on
 * by a bar at the lower edge, where the thumb is. A long press selects single ones.
 */
export class InboxKanbanController extends KanbanController {
    static template = "pemda_approval.InboxKanban";

    async selectAll() {
        const list = this.model.root;
        await Promise.all(list.records.map((record) => record.toggleSelection(true)));
        await list.selectDomain(true);
    }

    get decisions() {
        return this.headerButtons.filter((b) => !this.evalViewModifier(b.invisible));
    }
}

registry.category("views").add("approval_inbox_kanban", {
    ...kanbanView,
    Controller: InboxKanbanController,
});
