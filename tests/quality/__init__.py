"""Floors of quality on real data, and the scripts that measure it."""
