"""What must stay fast and light, measured: `make bench`. Never a timed test."""
