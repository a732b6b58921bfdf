"""One module per executable in scripts/."""
