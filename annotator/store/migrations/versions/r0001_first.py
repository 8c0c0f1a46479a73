"""The first schema; create.build makes the newest one at once, so this is only where the chain begins."""

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Nothing to change: no database is older."""
