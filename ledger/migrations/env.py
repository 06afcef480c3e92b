"""What Alembic runs: the migrations, on the connection that it is given."""

from alembic import context
from sqlmodel import SQLModel

from ledger import models  # noqa: F401 - fills the metadata that revisions are compared with

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=SQLModel.metadata,
    render_as_batch=True,
    transactional_ddl=False,
)
context.run_migrations()
