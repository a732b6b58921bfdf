import { Component, onWillStart, useState } from "@odoo/owl";
import { registry } from "@web/core/registry";
import { useService } from "@web/core/utils/hooks";
import { standardActionServiceProps } from "@web/webclient/actions/action_service";

/** A unit as a tree: its people by rank of post, its vacancies, the units below. */
export class UnitPicture extends Component {
    static template = "sikda.UnitPicture";
    static props = { ...standardActionServiceProps };

    setup() {
        this.orm = useService("orm");
        this.action = useService("action");
        this.state = useState({ unit: null, opened: {} });
        onWillStart(() => this.show(this.props.action.params?.unit_id));
    }

    async show(unitId) {
        const id = unitId || (await this.firstUnit());
        this.state.opened = {};
        this.state.unit = id ? await this.picture(id) : null;
    }

    async firstUnit() {
        const [id] = await this.orm.call("hr.department", "sikda_own_units", []);
        return id;
    }

    picture(id) {
        return this.orm.call("hr.department", "sikda_picture", [[id]]);
    }

    async toggle(child) {
        if (this.state.opened[child.id]) {
            delete this.state.opened[child.id];
        } else {
            this.state.opened[child.id] = await this.picture(child.id);
        }
    }

    openPerson(id) {
        return this.action.doAction({
            type: "ir.actions.act_window",
            res_model: "hr.employee",
            res_id: id,
            views: [[false, "form"]],
            context: { form_view_ref: "sikda.hr_employee_view_form" },
        });
    }
}

registry.category("actions").add("sikda_unit_picture", UnitPicture);
