"""Schema changes by Alembic, loaded only when one is due."""
