{
    "name": "SIPBD Life cycle",
    "summary": "Documents that change goods: transfers, from the proposal to the "
    "handover report and the ledger",
    "version": "19.0.1.0.0",
    "category": "Accounting/Pemda",
    "author": "SIPBD-SIKDa",
    "license": "AGPL-3",
    "depends": ["sipbd", "pemda_approval"],
    "data": [
        "security/ir.model.access.csv",
        "security/mutasi_security.xml",
        "data/mutasi.xml",
        "wizard/sipbd_lifecycle_add_views.xml",
        "views/sipbd_mutasi_views.xml",
        "views/pemda_approval_kind_views.xml",
        "views/menus.xml",
    ],
}
