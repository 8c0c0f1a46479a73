"""Claims and evidence to plain JSON and back: numbers as strings, never floats."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from annotator.model import Claim, Evidence, Hedge, Kind, Quantity


def claim_to_json(claim: Claim) -> dict[str, Any]:
    """A claim with all it needs to be made again."""
    quantity = claim.quantity
    return {
        "start": claim.start,
        "end": claim.end,
        "text": claim.text,
        "kind": claim.kind.value,
        "value": quantity.value,
        "high": quantity.high,
        "unit": quantity.unit,
        "hedge": quantity.hedge.value,
        "step": None if quantity.step is None else str(quantity.step),
        "reach": None if quantity.reach is None else str(quantity.reach),
        "paragraph": claim.paragraph,
        "minor": claim.minor,
    }


def claim_from_json(data: Mapping[str, Any]) -> Claim:
    """The claim that `claim_to_json` wrote. KeyError or ValueError for anything else."""
    step, reach = data["step"], data["reach"]
    quantity = Quantity(
        data["value"],
        data["high"],
        data["unit"],
        Hedge(data["hedge"]),
        None if step is None else Decimal(step),
        None if reach is None else Decimal(reach),
    )
    return Claim(data["start"], data["end"], data["text"], Kind(data["kind"]), quantity, data["paragraph"], data["minor"])


def evidence_to_json(evidence: Evidence) -> dict[str, Any]:
    """An evidence with its date as ISO text."""
    return {
        "id": evidence.id,
        "quote": evidence.quote,
        "title": evidence.title,
        "publisher": evidence.publisher,
        "link": evidence.link,
        "locator": evidence.locator,
        "retrieved": None if evidence.retrieved is None else evidence.retrieved.isoformat(),
        "primary": evidence.primary,
        "attachment": evidence.attachment,
        "sha256": evidence.sha256,
    }


def evidence_from_json(data: Mapping[str, Any]) -> Evidence:
    """The evidence that `evidence_to_json` wrote."""
    retrieved = data["retrieved"]
    return Evidence(**{**data, "retrieved": None if retrieved is None else date.fromisoformat(retrieved)})


def masthead_to_json(title: str, byline: str, publisher: str, published: date | None) -> dict[str, str]:
    """What an article says of itself, its date as ISO text."""
    return {"title": title, "byline": byline, "publisher": publisher, "published": published.isoformat() if published else ""}


def masthead_from_json(data: Mapping[str, str]) -> dict[str, Any]:
    """What `masthead_to_json` wrote, by the names an Article has for it. KeyError, TypeError or ValueError for anything else."""
    published = date.fromisoformat(data["published"]) if data["published"] else None
    return {"title": str(data["title"]), "byline": str(data["byline"]), "publisher": str(data["publisher"]), "published": published}
