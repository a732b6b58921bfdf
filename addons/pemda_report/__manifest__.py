{
    "name": "Pemda Report",
    "summary": "Statutory reports described once: PDF, workbook and screen, with a "
    "register of what was issued",
    "version": "19.0.1.0.0",
    "category": "Human Resources/Pemda",
    "author": "SIPBD-SIKDa",
    "license": "AGPL-3",
    "depends": ["pemda_base"],
    "external_dependencies": {"python": ["reportlab", "xlsxwriter"]},
    "data": [
        "security/ir.model.access.csv",
        "security/pemda_report_security.xml",
        "data/ir_actions_report.xml",
        "views/pemda_report_document_views.xml",
        "views/pemda_report_preview.xml",
        "views/pemda_report_wizard_views.xml",
        "views/menus.xml",
    ],
    "assets": {
        "web.assets_backend": ["pemda_report/static/src/report_handler.js"],
    },
}
