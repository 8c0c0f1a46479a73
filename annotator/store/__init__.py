"""The store: SQLite by default, PostgreSQL by address, with the same tables. The only folder that knows SQLAlchemy."""
