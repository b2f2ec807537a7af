"""What was printed of a day proves later that its rows were not rewritten, hashes and all."""

from __future__ import annotations

import base64
import json
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from branch import cli
from branch.contract.day_head import is_signed
from branch.service.journal import hash_chain as chain
from branch.service.maintenance import verify
from tests.service.asking import Asker


def rewrite(folder: Path, old: str, new: str) -> None:
    """Change rows, and every hash after them, as whoever may write the file can."""
    with closing(sqlite3.connect(folder / "journal.db", isolation_level=None)) as connection:
        connection.execute("UPDATE events SET data = replace(data, ?, ?)", (old, new))
        (begun,) = connection.execute("SELECT value FROM meta WHERE key = 'genesis'").fetchone()
        hash_ = chain.genesis(begun)
        for seq, day, at, type_, data in connection.execute(
            "SELECT seq, day, at, type, data FROM events ORDER BY seq"
        ).fetchall():
            hash_ = chain.link(hash_, seq, at, day.encode(), type_.encode(), data.encode())
            connection.execute("UPDATE events SET hash = ? WHERE seq = ?", (hash_, seq))


def test_the_head_of_a_day_is_signed_and_finds_its_row_again(
    asker: Asker, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = asker.running.folder
    asker.issue()
    told = asker.get("/v1/visits", role="manager").json()
    head = told["head"]
    public = base64.b64decode(asker.get("/v1/branch").json()["appointment_key"])
    signed = (head["journal"], told["day"], head["row"], head["hash"])
    assert is_signed(public, head["signature"], *signed)
    assert not is_signed(public, head["signature"], *signed[:2], head["row"] + 1, head["hash"])
    assert not is_signed(public, "no signature", *signed)
    asker.issue()
    asker.running.clock.put("2026-11-23T09:30:00+08:00")  # type: ignore[attr-defined]
    asker.issue()
    over = asker.get(f"/v1/visits?day={told['day']}", role="manager").json()["head"]
    assert over["row"] > head["row"], "to the end of the day"
    for known in (head, over):
        assert verify(folder, bytes.fromhex(known["hash"])).head_row == known["row"]
        assert cli.main(["verify", "--data", str(folder), "--head", known["hash"][:16]]) == 0
    assert f"row {over['row']}" in capsys.readouterr().out
    asker.running.stop()
    rewrite(folder, "A001", "A009")
    assert verify(folder).ok, "the hashes alone do not tell"
    assert cli.main(["verify", "--data", str(folder), "--head", head["hash"]]) == 1
    assert "was rewritten" in capsys.readouterr().out


@pytest.mark.parametrize("text", ["", "abc", "0" * 14, "0" * 66, "zz" * 8])
def test_what_is_no_head(tmp_path: Path, text: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        cli.main(["verify", "--data", str(tmp_path), "--head", text])
    assert "hex digits" in capsys.readouterr().err


def test_a_head_is_what_a_person_can_type(asker: Asker) -> None:
    asker.issue()
    head = asker.get("/v1/visits", role="manager").json()["head"]
    assert json.loads(json.dumps(head)) == head
    assert len(head["hash"]) == 64
