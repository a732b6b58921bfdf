{
    "name": "Tests of approvals",
    "summary": "A small document with lines, decided on in every way",
    "version": "19.0.1.0.0",
    "category": "Hidden/Tests",
    "author": "SIPBD-SIKDa",
    "license": "AGPL-3",
    "depends": ["pemda_approval", "rpc"],
    "data": [
        "security/ir.model.access.csv",
        "security/rules.xml",
        "data/approval.xml",
        "views/letter.xml",
    ],
    "assets": {"web.assets_tests": ["test_pemda_approval/static/tests/tours/**/*"]},
}
