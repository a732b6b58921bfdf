{
    "name": "SIKDa",
    "summary": "Register of civil servants: people, histories, posts, digital file",
    "version": "19.0.1.0.0",
    "category": "Human Resources/Pemda",
    "author": "SIPBD-SIKDa",
    "license": "AGPL-3",
    "depends": ["pemda_base", "pemda_import", "pemda_report"],
    "data": [
        "security/sikda_groups.xml",
        "security/ir.model.access.csv",
        "security/sikda_security.xml",
        "security/riwayat_security.xml",
        "data/pemda_office.xml",
        "data/sikda_reference.xml",
        "data/ir_cron.xml",
    ],
    "application": True,
}
