"""Servers that do the least possible, as limits to compare with: `python -m tests.bench.bare MODE FOLDER`.

insert: one SQLite insert (WAL, FULL) in the handler. group: the same through one writer thread that commits
in groups. sse: every POST is sent to all readers of GET.
"""

from __future__ import annotations

import asyncio
import socket
import sqlite3
import sys
import threading
from pathlib import Path
from queue import SimpleQueue
from typing import Any

import uvicorn


def database(folder: Path) -> sqlite3.Connection:
    """A table with one row for each request."""
    connection = sqlite3.connect(folder / "bare.db", isolation_level=None, check_same_thread=False)
    connection.execute("PRAGMA journal_mode=WAL")
    connection.execute("PRAGMA synchronous=FULL")
    connection.execute("CREATE TABLE IF NOT EXISTS rows(seq INTEGER PRIMARY KEY AUTOINCREMENT, data TEXT)")
    return connection


def insert(connection: sqlite3.Connection, rows: list[tuple[str]]) -> None:
    """One transaction."""
    connection.execute("BEGIN IMMEDIATE")
    connection.executemany("INSERT INTO rows(data) VALUES (?)", rows)
    connection.execute("COMMIT")


class Bare:
    """The ASGI app."""

    def __init__(self, mode: str, folder: Path) -> None:
        self._mode = mode
        self._readers: set[asyncio.Queue[bytes]] = set()
        self._queue: SimpleQueue[tuple[asyncio.Future[None], asyncio.AbstractEventLoop]] = SimpleQueue()
        if mode != "sse":
            self._database = database(folder)
        if mode == "group":
            threading.Thread(target=self._write, daemon=True).start()

    async def __call__(self, scope: dict[str, Any], receive: Any, send: Any) -> None:
        if scope["type"] != "http":
            return
        if scope["method"] == "GET":
            await self._stream(send)
            return
        await receive()
        if self._mode == "insert":
            insert(self._database, [("x" * 200,)])
        elif self._mode == "group":
            done: asyncio.Future[None] = asyncio.get_running_loop().create_future()
            self._queue.put((done, asyncio.get_running_loop()))
            await done
        else:
            for reader in self._readers:
                reader.put_nowait(b'event: x\ndata: {"n":1}\n\n')
        await _start(send, b"application/json")
        await send({"type": "http.response.body", "body": b'{"number":"A001"}'})

    async def _stream(self, send: Any) -> None:
        queue: asyncio.Queue[bytes] = asyncio.Queue()
        self._readers.add(queue)
        await _start(send, b"text/event-stream")
        await send({"type": "http.response.body", "body": b": welcome\n\n", "more_body": True})
        while True:
            await send({"type": "http.response.body", "body": await queue.get(), "more_body": True})

    def _write(self) -> None:
        while True:
            jobs = [self._queue.get()]
            while not self._queue.empty():
                jobs.append(self._queue.get())
            insert(self._database, [("x" * 200,)] * len(jobs))
            jobs[0][1].call_soon_threadsafe(_fill, [job[0] for job in jobs])


def _fill(futures: list[asyncio.Future[None]]) -> None:
    for future in futures:
        future.set_result(None)


async def _start(send: Any, kind: bytes) -> None:
    await send({"type": "http.response.start", "status": 200, "headers": [(b"content-type", kind)]})


def main() -> None:
    """Serve on a free port, which is printed."""
    # The protocol is named because asyncio sets TCP_NODELAY on sockets that say they are TCP, and only there.
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM, socket.IPPROTO_TCP) as bound:
        bound.bind(("127.0.0.1", 0))
        bound.listen(128)
        print(f"serving http://127.0.0.1:{bound.getsockname()[1]}", flush=True)
        app = Bare(sys.argv[1], Path(sys.argv[2]))
        config = uvicorn.Config(
            app, log_level="error", access_log=False, lifespan="off", ws="none", timeout_graceful_shutdown=1
        )
        uvicorn.Server(config).run(sockets=[bound])


if __name__ == "__main__":
    main()
