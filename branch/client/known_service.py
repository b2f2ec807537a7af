"""Whether the service that answers is the one an app belongs to. No token is sent before that is known."""

from __future__ import annotations

from urllib.parse import urlsplit

from branch.client.calls.service_api import Api
from branch.client.responses import ServiceError
from branch.contract.answers.hall_answers import Health
from branch.contract.service_proof import is_proven, new_challenge


class AnotherServiceError(ServiceError):
    """Whoever answers has not proved to be the service that the app belongs to."""


def meet(api: Api, key: str, *, announced: bool = False) -> tuple[Health, str]:
    """Its health and its key; the key is empty for a service too old to have one.

    Raises AnotherServiceError where ``key`` is named and it has not proved to have it. An address that was
    only ``announced`` on the LAN must be the service's own, or a stranger could pass the challenge on and
    hand in its answer. Raises ServiceError and Refusal as every call.
    """
    challenge = new_challenge()
    health = api.health(challenge)
    proof = health.get("proof")
    proven = proof is not None and is_proven(proof, challenge)
    if proof is None or not proven:
        if key:
            raise AnotherServiceError(f"{api.url} does not prove that it is our service")
        return health, ""
    if key and proof["key"] != key:
        raise AnotherServiceError(f"{api.url} is another service than ours")
    if key and announced and proof["address"].removeprefix("::ffff:") != urlsplit(api.url).hostname:
        raise AnotherServiceError(f"{api.url} passes on what {proof['address']} says")
    return health, proof["key"]
