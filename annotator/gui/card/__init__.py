"""The claim card: what a claim says, what was found about it, and the place where it is decided."""
