"""Faults that a ledger must survive, made on purpose (docs/reference/faults.md).

A short form runs with every `make test`; `make faults` runs the long one and keeps what it found in
bench/RESULTS.md.
"""
