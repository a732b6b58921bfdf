"""What scripts/test runs: jobs, how each is run, and how they are counted."""
