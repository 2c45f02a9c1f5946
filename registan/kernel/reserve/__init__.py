"""Stocks: how long they last, what of them expires."""
