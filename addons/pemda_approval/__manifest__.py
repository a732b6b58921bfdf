{
    "name": "Pemda Approval",
    "summary": "Decisions along the unit tree by whoever holds the office that day, "
    "in a chain that shows tampering",
    "version": "19.0.1.0.0",
    "category": "Human Resources/Pemda",
    "author": "SIPBD-SIKDa",
    "license": "AGPL-3",
    "depends": ["pemda_base", "pemda_report", "mail"],
    "data": [
        "security/ir.model.access.csv",
        "security/pemda_approval_security.xml",
        "data/ir_cron.xml",
    ],
}
