"""Every write of health: one function, one act, one entry."""
