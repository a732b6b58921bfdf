import {Component, xml} from "@odoo/owl";
import {AutoComplete} from "@web/core/autocomplete/autocomplete";
import {registry} from "@web/core/registry";
import {standardFieldProps} from "@web/views/fields/standard_field_props";
import {useService} from "@web/core/utils/hooks";

/**
 * The NIP of an employee, found by name or NIP.
 *
 * The server tells whom the clerk may find; see the model sipbd.pegawai.
 */
export class NipField extends Component {
    static template = xml`
        <span t-if="props.readonly" t-out="value"/>
        <AutoComplete
            t-else=""
            id="props.id"
            value="value"
            sources="sources"
            placeholder="props.placeholder"
            onChange.bind="onChange"
            autoSelect="false"
        />`;
    static components = {AutoComplete};
    static props = {
        ...standardFieldProps,
        placeholder: {type: String, optional: true},
    };

    setup() {
        this.orm = useService("orm");
    }

    get value() {
        return this.props.record.data[this.props.name] || "";
    }

    get sources() {
        return [{options: (text) => this.find(text)}];
    }

    async find(text) {
        const people = await this.orm.call("sipbd.pegawai", "find_people", [text]);
        return people.map((person) => ({
            label: [person.name, person.nip, person.unit].filter(Boolean).join(" · "),
            onSelect: () => this.save(person.nip),
        }));
    }

    onChange({inputValue}) {
        if (inputValue !== this.value) {
            this.save(inputValue);
        }
    }

    save(nip) {
        return this.props.record.update({[this.props.name]: nip});
    }
}

registry.category("fields").add("sipbd_nip", {
    component: NipField,
    supportedTypes: ["char"],
    extractProps: ({placeholder}) => ({placeholder}),
});
