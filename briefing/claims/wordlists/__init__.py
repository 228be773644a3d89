"""The words that decide whether two sentences say the same."""
