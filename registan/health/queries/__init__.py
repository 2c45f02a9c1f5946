"""Every read of health that spans tables."""
