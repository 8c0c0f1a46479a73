"""Bringing articles in: what is opened, dropped or pasted, what is asked on the way, and what the import says of it afterwards."""
