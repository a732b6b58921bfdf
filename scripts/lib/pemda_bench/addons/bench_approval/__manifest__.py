{
    "name": "Documents to be decided on (bench)",
    "summary": "The same small document decided on by pemda_approval and by OCA's "
    "base_tier_validation",
    "version": "19.0.1.0.0",
    "category": "Hidden/Tests",
    "author": "SIPBD-SIKDa",
    "license": "AGPL-3",
    "depends": ["pemda_approval", "base_tier_validation"],
    "data": ["security/ir.model.access.csv", "data/bench.xml"],
}
