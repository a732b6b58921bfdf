import {Component, markup, onWillStart, useState} from "@odoo/owl";
import {Layout} from "@web/search/layout";
import {registry} from "@web/core/registry";
import {standardActionServiceProps} from "@web/webclient/actions/action_service";
import {useService} from "@web/core/utils/hooks";

/**
 * Work at hand of a pengurus barang: cards with counts that lead to lists.
 */
export class Pekerjaan extends Component {
    static template = "sipbd.Pekerjaan";
    static components = {Layout};
    static props = {...standardActionServiceProps};

    setup() {
        this.orm = useService("orm");
        this.action = useService("action");
        this.display = {controlPanel: {}};
        this.work = useState({units: [], sections: [], most: 0});
        onWillStart(async () => {
            Object.assign(this.work, await this.orm.call("sipbd.pekerjaan", "get_work", []));
        });
    }

    shown(count) {
        return count > this.work.most ? `${this.work.most}+` : String(count);
    }

    async open(card) {
        const action = await this.orm.call("sipbd.pekerjaan", "open_card", [card.key]);
        this.action.doAction({...action, help: action.help && markup(action.help)});
    }
}

registry.category("actions").add("sipbd_pekerjaan", Pekerjaan);
