"""One file per subject; each has `figures(at)`, which yields its figures. run.py finds them here."""
