"""How fast stratgen is beside its peers, always in the same run, always as ratios."""
