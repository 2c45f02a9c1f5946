"""Every write of plans, one file per noun."""
