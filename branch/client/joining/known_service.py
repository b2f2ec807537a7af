"""Whether the service that answers is the one an app belongs to. No token is sent before that is known."""

from __future__ import annotations

from urllib.parse import urlsplit

from branch.client.calls.service_api import Api
from branch.client.certificates import is_secure, pin
from branch.client.responses import ServiceError
from branch.contract.answers.hall_answers import Health
from branch.contract.service_proof import ServiceProof, is_proven, new_challenge, vouches_for


class AnotherServiceError(ServiceError):
    """Whoever answers has not proved to be the service that the app belongs to."""


def meet(api: Api, key: str, *, announced: bool = False) -> tuple[Health, str]:
    """Its health and its key; the key is empty for a service too old to have one.

    Raises AnotherServiceError where ``key`` is named and it has not proved to have it. An address that was
    only ``announced`` on the LAN must be the service's own, or a stranger could pass the challenge on and
    hand in its answer. What an https address shows is taken from now on if the key vouches for it, else the
    system's roots must, or Untrusted is raised. Raises ServiceError and Refusal as every call.
    """
    if not is_secure(api.url):
        health, proof, _ = _asked(api)
        return health, _known(api.url, proof, key, announced=announced)
    seen = _presented_at(api.url)
    with Api(api.url, certificate=seen, attempts=1) as unverified:
        health, proof, challenge = _asked(unverified)
    found = _known(api.url, proof, key, announced=announced)
    if key and proof is not None and vouches_for(proof, challenge, seen):
        pin(api.url, seen)
        return health, found
    pin(api.url, "")
    return api.health(), found


def first_key(api: Api) -> str:
    """The key that whoever is there proves to have, of which nothing is known yet; empty for none. Raises
    ServiceError and Refusal."""
    if not is_secure(api.url):
        proof = _asked(api)[1]
    else:
        with Api(api.url, certificate=_presented_at(api.url), attempts=1) as unverified:
            proof = _asked(unverified)[1]
    return proof["key"] if proof is not None else ""


def _presented_at(url: str) -> str:
    from branch.client.transport import presented_at  # with requests, where something is asked

    return presented_at(url)


def _asked(api: Api) -> tuple[Health, ServiceProof | None, str]:
    """Its health, its proof if it is one, and what it was asked with."""
    challenge = new_challenge()
    health = api.health(challenge)
    proof = health.get("proof")
    return health, proof if proof is not None and is_proven(proof, challenge) else None, challenge


def _known(url: str, proof: ServiceProof | None, key: str, *, announced: bool) -> str:
    """The key that was proved, if it is ``key`` or none is named; raises AnotherServiceError."""
    if proof is None:
        if key:
            raise AnotherServiceError(f"{url} does not prove that it is our service")
        return ""
    if key and proof["key"] != key:
        raise AnotherServiceError(f"{url} is another service than ours")
    if key and announced and proof["address"].removeprefix("::ffff:") != urlsplit(url).hostname:
        raise AnotherServiceError(f"{url} passes on what {proof['address']} says")
    return proof["key"]
