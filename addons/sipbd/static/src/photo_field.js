import {Component, xml} from "@odoo/owl";
import {imageUrl} from "@web/core/utils/urls";
import {registry} from "@web/core/registry";
import {standardFieldProps} from "@web/views/fields/standard_field_props";

/**
 * Thumbnail of a photo that a many2one names; nothing where there is none.
 */
export class PhotoField extends Component {
    static template = xml`
        <img t-if="url" t-att-src="url" class="sipbd_photo_thumb" loading="lazy" alt=""/>`;
    static props = {...standardFieldProps};

    get url() {
        const photo = this.props.record.data[this.props.name];
        return photo && imageUrl("sipbd.photo", photo.id, "image_256");
    }
}

registry.category("fields").add("sipbd_photo", {
    component: PhotoField,
    supportedTypes: ["many2one"],
});
