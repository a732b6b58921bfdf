{
    "name": "Pemda: Odoo as Debian packages it",
    "summary": "Mends the asset bundles of Debian's Odoo package",
    "version": "19.0.1.0.0",
    "category": "Hidden",
    "author": "SIPBD-SIKDa",
    "license": "AGPL-3",
    "depends": ["web", "mail"],
    "assets": {
        "web.assets_backend": [
            # Debian leaves this file out (not free), the manifest of mail lists it
            # all the same, and every page would log an error about it.
            (
                "remove",
                "mail/static/lib/selfie_segmentation/selfie_segmentation.js",
            ),
        ],
    },
}
