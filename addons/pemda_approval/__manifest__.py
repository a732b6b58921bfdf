{
    "name": "Pemda Approval",
    "summary": "Decisions along the unit tree by whoever holds the office that day, "
    "in a chain that shows tampering",
    "version": "19.0.1.0.0",
    "category": "Human Resources/Pemda",
    "author": "SIPBD-SIKDa",
    "license": "AGPL-3",
    "depends": ["pemda_base", "pemda_report", "mail", "auth_totp"],
    "data": [
        "security/ir.model.access.csv",
        "security/pemda_approval_security.xml",
        "data/ir_cron.xml",
        "data/holidays.xml",
        "views/pemda_approval_task_views.xml",
        "views/pemda_approval_request_views.xml",
        "views/pemda_approval_flow_views.xml",
        "views/pemda_office_views.xml",
        "views/res_company_views.xml",
        "wizard/pemda_approval_decide_views.xml",
        "views/pemda_approval_signature_views.xml",
        "views/public_page.xml",
        "report/pemda_approval_sheet.xml",
        "views/menus.xml",
    ],
    "assets": {
        "web.assets_backend": ["pemda_approval/static/src/**/*"],
    },
}
