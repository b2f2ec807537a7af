"""The route by which a device gets its token: it needs none yet, but a code that somebody has made for it."""

from __future__ import annotations

import logging

from starlette.concurrency import run_in_threadpool
from starlette.responses import Response

from branch.contract.answers.hall_answers import Paired
from branch.contract.requests.hall_requests import PairRequest
from branch.domain.kernel.refusals import refusal
from branch.service.access.device_tokens import NameInUseError
from branch.service.access.invitations import Invitations
from branch.service.http.context import Context, answered
from branch.service.http.problems import Answer
from branch.service.http.route_table import EVERYBODY, Routes

log = logging.getLogger(__name__)

pairing = Routes("/v1/pair", "pairing", EVERYBODY)


@pairing.post("", 201)
async def pair(context: Context, body: PairRequest) -> Response:
    """Let a device in with the token that it has made up, once for each code of `branchline pair`."""
    try:
        info = await run_in_threadpool(Invitations(context.tokens).redeem, body.code, body.token, body.role)
    except NameInUseError as error:
        raise refusal("not-allowed", str(error)) from None
    log.info("%s %r is paired", info.role, info.name)
    view: Paired = {"role": info.role, "name": info.name}
    return Answer(*answered(view, 201))
