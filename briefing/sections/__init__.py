"""The section builder: profiles, and the placing of sentences by evidence."""
