{
    "name": "Pemda Import",
    "summary": "Spreadsheets in: read, stage, check, load all or nothing, undo",
    "version": "19.0.1.0.0",
    "category": "Human Resources/Pemda",
    "author": "SIPBD-SIKDa",
    "license": "AGPL-3",
    "depends": ["pemda_base"],
    "external_dependencies": {"python": ["xlrd", "xlsxwriter"]},
    "data": [
        "security/pemda_import_groups.xml",
        "security/ir.model.access.csv",
        "security/pemda_import_security.xml",
        "data/ir_cron.xml",
        "views/pemda_import_mapping_views.xml",
        "views/pemda_import_load_views.xml",
        "wizard/pemda_import_undo_views.xml",
        "views/menus.xml",
    ],
    "assets": {
        "web.assets_backend": [
            "pemda_import/static/src/**/*",
        ],
    },
}
