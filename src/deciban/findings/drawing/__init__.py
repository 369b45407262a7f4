"""Findings laid out for pictures: sums, orders and choices that are reckoning and no drawing."""
