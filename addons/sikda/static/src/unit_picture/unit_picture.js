import { Component, onWillStart, useState } from "@odoo/owl";
import { DateTimeInput } from "@web/core/datetime/datetime_input";
import { deserializeDate, serializeDate, today } from "@web/core/l10n/dates";
import { registry } from "@web/core/registry";
import { useService } from "@web/core/utils/hooks";
import { standardActionServiceProps } from "@web/webclient/actions/action_service";

/** A unit as a tree, on a day: its people by rank of post, its vacancies, the units below. */
export class UnitPicture extends Component {
    static template = "sikda.UnitPicture";
    static components = { DateTimeInput };
    static props = { ...standardActionServiceProps };

    setup() {
        this.orm = useService("orm");
        this.action = useService("action");
        this.state = useState({ unit: null, opened: {}, refused: 0 });
        this.day = false;
        onWillStart(() => this.show(this.props.action.params?.unit_id));
    }

    async show(unitId) {
        const id = unitId || (await this.firstUnit());
        const unit = id ? await this.picture(id) : null;
        this.state.opened = {};
        this.state.unit = unit;
    }

    get shownDay() {
        return deserializeDate(this.state.unit.day);
    }

    get lastDay() {
        return today();
    }

    /** An emptied field leads back to today; a refused day back to the one before. */
    async choose(day) {
        const chosen = this.day;
        this.day = day ? serializeDate(day) : false;
        try {
            await this.show(this.state.unit.id);
        } catch (error) {
            this.day = chosen;
            this.state.refused++;
            throw error;
        }
    }

    async firstUnit() {
        const [id] = await this.orm.call("hr.department", "sikda_own_units", []);
        return id;
    }

    picture(id) {
        return this.orm.call("hr.department", "sikda_picture", [[id], this.day]);
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
