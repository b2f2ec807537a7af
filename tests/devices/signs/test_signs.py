"""Signs and buttons on a real serial line (a pseudo-terminal), with a real service behind them."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import assets
from branch.client.calls.service_api import Api
from branch.devices.signs.runner import SignRunner
from branch.devices.signs.sign_config import read
from branch.devices.signs.sign_line import SerialLine
from tests.devices.signs.line import SignLine
from tests.harness.branch import PIN, RunningService, running_service, sample_config
from tests.harness.clocks import HandClock

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no pseudo-terminals")


class Bench:
    """A branch, its line of signs, and whoever works there."""

    def __init__(self, service: RunningService, line: SignLine, folder: Path) -> None:
        self.service, self.line = service, line
        self.file, signs = line.config(folder)
        self.clock = 0.0
        adapter = SerialLine(signs.line, signs.frame.to_sign(), signs.frame.from_buttons(), retry_s=0.02)
        self.runner = SignRunner(
            signs, adapter, service.url, service.tokens["manager"], heartbeat=2.0, clock=lambda: self.clock
        )
        self.kiosk = Api(service.url, service.tokens["kiosk"])
        self.desk = Api(service.url, service.tokens["counter"])

    def close(self) -> None:
        """End all."""
        self.runner.stop()
        self.kiosk.close()
        self.desk.close()

    def press(self, address: int, key: int, times: int = 1) -> None:
        """A button, well after the last one."""
        self.clock += 1
        self.line.press(address, key, times)


@pytest.fixture
def bench(tmp_path: Path) -> Iterator[Bench]:
    """Signs that show the hall as it is in the morning."""
    with running_service(tmp_path / "data", sample_config(), HandClock()) as service:
        bench = Bench(service, SignLine(tmp_path / "rs485"), tmp_path)
        bench.runner.start()
        bench.line.wait_for(17, "")
        yield bench
        bench.close()


def test_a_sign_follows_its_counter(bench: Bench) -> None:
    bench.desk.open_counter(1, "0312", PIN)
    bench.line.wait_for(17, "空闲")
    number = bench.kiosk.issue("A")["number"]
    bench.desk.next(1)
    bench.line.wait_for(17, number)
    bench.desk.start(1)
    bench.desk.finish(1)
    bench.line.wait_for(17, "空闲")
    bench.desk.pause(1)
    bench.line.wait_for(17, "暂停")
    bench.desk.close_counter(1)
    bench.line.wait_for(17, "")


def test_a_line_that_was_pulled_out_is_told_all_anew(bench: Bench) -> None:
    bench.desk.open_counter(1, "0312", PIN)
    bench.line.wait_for(17, "空闲")
    bench.line.unplug()
    number = bench.kiosk.issue("A")["number"]
    bench.desk.next(1)
    bench.line.plug()
    bench.line.wait_for(17, number)


def test_a_service_that_is_gone_leaves_no_old_number(bench: Bench) -> None:
    bench.desk.open_counter(1, "0312", PIN)
    number = bench.kiosk.issue("A")["number"]
    bench.desk.next(1)
    bench.line.wait_for(17, number)
    bench.service.stop()
    bench.line.wait_for(17, "----")


def test_buttons_do_the_counters_work(bench: Bench) -> None:
    bench.desk.open_counter(1, "0312", PIN)
    first, second = (bench.kiosk.issue("A")["number"] for _ in range(2))
    bench.press(17, 0x50, times=3)  # the contact bounces: one press
    bench.line.wait_for(17, first)
    bench.press(17, 0x52)
    bench.press(17, 0x4D)
    bench.line.wait_for(17, "空闲")
    bench.press(17, 0x4E)
    bench.line.wait_for(17, second)
    visits = {v["number"]: v["status"] for v in manager(bench).visits()["visits"]}
    assert visits == {first: "missed", second: "called"}


def manager(bench: Bench) -> Api:
    """The manager's connection."""
    return Api(bench.service.url, bench.service.tokens["manager"])


def test_a_key_that_is_refused_or_unknown_changes_nothing(
    bench: Bench, caplog: pytest.LogCaptureFixture
) -> None:
    bench.desk.open_counter(1, "0312", PIN)
    bench.line.wait_for(17, "空闲")
    bench.press(17, 0x52)  # nobody to recall
    bench.press(17, 0x77)
    bench.press(99, 0x50)
    number = bench.kiosk.issue("A")["number"]
    bench.press(17, 0x50)
    bench.line.wait_for(17, number)
    assert "counter 1, recall:" in caplog.text
    assert "address 99" in caplog.text


def test_the_program(tmp_path: Path) -> None:
    with running_service(tmp_path / "data", sample_config(), HandClock()) as service:
        line = SignLine(tmp_path / "rs485")
        file, _ = line.config(tmp_path)
        token = service.tokens["display"]
        command = [sys.executable, "-m", "branch.cli", "signs", str(file), "--service", service.url]
        process = subprocess.Popen([*command, f"--token={token}"], stderr=subprocess.PIPE, text=True)
        with process:
            line.wait_for(18, "")
            with Api(service.url, service.tokens["counter"]) as desk:
                desk.open_counter(2, "0288", PIN)
            line.wait_for(18, "空闲")
            os.kill(process.pid, signal.SIGTERM)
            line.wait_for(18, "----")
            assert process.wait(10) == 0


def test_the_sample_can_be_used() -> None:
    signs = read(assets.ROOT / "sample" / "signs.toml")
    assert [device.counter for device in signs.signs] == [1, 2]
    assert signs.frame.to_sign().frame(1, "A035", 1)[:4] == b"\xaa\x01\x01\x08"


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ("address = 18", "address = 17", "two signs have the same address"),
        ("{text} ", "{txt} ", "frame: Value error, {txt}"),
        ('4E = "next"', '4E = "jump"', "keys.4E"),
        ("[line]", "[lime]", "line"),
        ("[line]", "[line", ""),
    ],
)
def test_each_mistake_is_one_line(tmp_path: Path, old: str, new: str, says: str) -> None:
    line = SignLine(tmp_path / "rs485")
    file, _ = line.config(tmp_path)
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new), encoding="utf-8")
    command = [sys.executable, "-m", "branch.cli", "signs", str(file), "--service", "http://127.0.0.1:9"]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=30)
    assert done.returncode == 2
    lines = done.stderr.splitlines()
    assert says in lines[0]
    assert all(line.startswith(f"branchline signs: {file}: ") for line in lines)


def test_a_file_that_notepad_has_marked_is_read(tmp_path: Path) -> None:
    sample = assets.ROOT / "sample" / "signs.toml"
    file = tmp_path / "signs.toml"
    file.write_bytes(b"\xef\xbb\xbf" + sample.read_bytes().replace(b"\n", b"\r\n"))
    assert read(file) == read(sample)
