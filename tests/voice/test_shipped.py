"""The packs that come with the product: whole, unharmed, small, and found without being named."""

from __future__ import annotations

import hashlib
import random
import zipfile
from collections.abc import Iterator

import pytest

from branch.commands.voice_packs import wanted
from branch.voice import phrases
from branch.voice.announcer import Announcement
from branch.voice.build import spoken_texts as texts
from branch.voice.speaker import ClipSpeaker
from branch.voice.voice_pack import MANIFEST, SHIPPED, Library, Pack, open_library
from kiosk.assist.spoken_guide import prompts
from tests.harness.branch import sample_config
from tests.voice.recording import RecordingPlayer

LANGUAGES = ("zh", "en")
MOST_MB = 15


@pytest.fixture(params=LANGUAGES)
def pack(request: pytest.FixtureRequest) -> Iterator[Pack]:
    pack = Pack(SHIPPED / f"{request.param}.zip")
    yield pack
    pack.close()


@pytest.fixture
def library() -> Iterator[Library]:
    library = open_library()
    yield library
    library.close()


def test_a_pack_has_every_clip_that_the_sample_branch_can_need(pack: Pack) -> None:
    missing = {name for name, _ in wanted(sample_config(), pack.language)} - pack.names
    assert not missing


def test_every_prompt_of_the_kiosk_is_in_both_packs(pack: Pack) -> None:
    said = {*prompts(), *texts.prompts()}
    assert {f"{pack.language}/prompt/{name}" for name in said} <= pack.names


def test_a_pack_is_what_its_manifest_says(pack: Pack) -> None:
    with zipfile.ZipFile(pack.path) as file:
        entries = [name for name in file.namelist() if name != MANIFEST]
        hashes = {name: hashlib.sha256(file.read(name)).hexdigest() for name in entries}
    assert hashes == pack.manifest["sha256"]
    assert "Apache-2.0" in pack.manifest["licence"]
    assert (SHIPPED / "kokoro" / "LICENSE").exists()


def test_the_packs_are_small_enough_to_come_along() -> None:
    assert sum(path.stat().st_size for path in SHIPPED.glob("*.zip")) < MOST_MB * 1_000_000


def test_clips_are_as_long_as_people_speak(pack: Pack) -> None:
    spans = {"number": (500, 3000), "yao": (500, 3000), "counter": (600, 3500), "prefix": (200, 1600)}
    for name in random.Random(4).sample(sorted(pack.names), 80):
        sound = pack.find(name)
        assert sound is not None, name
        least, most = spans.get(name.split("/")[1], (150, 8000))
        assert least < sound.ms < most, f"{name}: {sound.ms} ms"


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("number", "counter"), [("A001", 1), ("V999", 30), ("B1035", 3), ("CV017", 44)])
def test_out_of_the_box_every_call_is_spoken(
    library: Library, language: str, number: str, counter: int
) -> None:
    player = RecordingPlayer(at_once=True)
    speaker = ClipSpeaker(library, player, hop=lambda call: call())
    for one in ("yi", "yao"):
        call = phrases.call(language, number, counter, one)
        speaker.say(Announcement(number, (call,), chime=False))
    assert [sound.ms > 1500 for sound, _ in player.played] == [True, True]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_ticket_of_the_kiosk_and_an_emergency_are_spoken(library: Library, language: str) -> None:
    player = RecordingPlayer(at_once=True)
    speaker = ClipSpeaker(library, player, hop=lambda call: call())
    speaker.say(Announcement("A110", (phrases.yours(language, "A110"),), chime=False))
    speaker.say(Announcement("attention", (phrases.prompt(language, "attention"),), chime=False))
    assert [sound.ms > 1200 for sound, _ in player.played] == [True, True]
