"""Whether the database can be worked with, before a command begins. Needs Django set up."""

from __future__ import annotations

from registan.cli.speech import sentence


def database_problem() -> str:
    """Why the database cannot be used, with the cure; "" where it can."""
    return away() or ("" if is_prepared() else sentence("database.not_set_up"))


def away() -> str:
    """The sentence for a database that does not answer; "" where it does."""
    from django.db import OperationalError, connection

    try:
        connection.ensure_connection()
    except OperationalError as error:
        reason = str(error).strip().split("\n", 1)[0]
        return sentence("database.away", reason=reason)
    return ""


def is_prepared() -> bool:
    """Whether the tables are there and a profile is loaded."""
    from django.db import DatabaseError, connection

    from registan.parties.queries import organisation

    try:
        return organisation() is not None
    except DatabaseError:
        connection.close()
        return False
