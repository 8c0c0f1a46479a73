"""What the user set, kept with the desk."""

import json
from typing import Any

from sqlalchemy import select

from annotator.review.log import canonical
from annotator.store.store import Store
from annotator.store.tables import SettingRow


def load(store: Store) -> dict[str, Any]:
    """All settings of this seat."""
    with store.reading() as work:
        rows = work.execute(select(SettingRow.key, SettingRow.value).where(SettingRow.seat == store.seat))
        return {key: json.loads(value) for key, value in rows}


def save(store: Store, key: str, value: Any) -> None:  # noqa: ANN401 - any JSON
    """Keep one setting."""
    with store.writing() as work:
        work.merge(SettingRow(seat=store.seat, key=key, value=canonical(value)))
