"""Alembic's entry: runs on the connection it is given, inside the transaction that is open there."""

from alembic import context

from annotator.store.tables import Base

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=Base.metadata,
    render_as_batch=True,
    transactional_ddl=True,  # our own BEGIN: a killed upgrade leaves nothing behind
)
with context.begin_transaction():
    context.run_migrations()
