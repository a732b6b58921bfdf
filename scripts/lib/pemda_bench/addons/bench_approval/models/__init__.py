from . import bench_letter, bench_tier_letter, tier_definition
