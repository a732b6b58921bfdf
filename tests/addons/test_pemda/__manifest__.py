{
    "name": "Tests of the whole product",
    "summary": "What no single addon can test: isolation between OPD, journeys",
    "version": "19.0.1.0.0",
    "category": "Hidden/Tests",
    "author": "SIPBD-SIKDa",
    "license": "AGPL-3",
    "depends": ["sipbd_lifecycle", "sikda_service", "test_pemda_approval", "rpc"],
    "assets": {"web.assets_tests": ["test_pemda/static/tests/tours/**/*"]},
}
