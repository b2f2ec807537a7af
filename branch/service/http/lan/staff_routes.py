"""The route that tells whether somebody is of the staff: for what an app lets only them do."""

from __future__ import annotations

from fastapi import APIRouter, Depends
from fastapi.concurrency import run_in_threadpool
from fastapi.responses import Response

from branch.contract.answers.counter_answers import StaffChecked
from branch.contract.requests.hall_requests import StaffRequest
from branch.service.http.context import EdgeDep, allow, answer

router = APIRouter(
    prefix="/v1/staff", tags=["staff"], dependencies=[Depends(allow("kiosk", "counter", "manager"))]
)


@router.post("/check")
async def check(edge: EdgeDep, body: StaffRequest) -> Response:
    """Answers for the right PIN; five wrong ones lock the number for a minute. Changes nothing else."""
    await run_in_threadpool(edge.pins.check, body.staff, body.pin)
    view: StaffChecked = {"staff": body.staff}
    return answer(view)
