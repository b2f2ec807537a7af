"""The list of words holds the code to itself."""

from __future__ import annotations

from pathlib import Path

import pytest

from tools.glossary import breaches, entries

LIST = """# Glossary

| word | means | in code | not |
| --- | --- | --- | --- |
| outbox | what is told later | `branch.client.outbox` | later, Later |
| ticket | one visit | `branch.domain` | |
"""


@pytest.fixture
def house(tmp_path: Path) -> Path:
    """A house with that list, in which every name is as it says."""
    for file, text in {
        "docs/glossary.md": LIST,
        "branch/domain/__init__.py": "",
        "branch/client/outbox.py": "class Outbox: ...\n",
    }.items():
        (tmp_path / file).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / file).write_text(text, encoding="utf-8")
    return tmp_path


def test_the_list_is_read() -> None:
    assert [(entry.word, entry.retired) for entry in entries(LIST)] == [
        ("outbox", ("later", "Later")),
        ("ticket", ()),
    ]


def test_a_house_that_keeps_to_it_has_no_breach(house: Path) -> None:
    assert list(breaches(house)) == []


@pytest.mark.parametrize(
    ("file", "text", "said"),
    [
        ("branch/client/later.py", "", "'later' is called 'outbox'"),
        ("counter/later/__init__.py", "", "'later' is called 'outbox'"),
        ("kiosk/sending.py", "class Later: ...\n", "'Later' is called 'outbox'"),
    ],
)
def test_a_retired_name_is_told(house: Path, file: str, text: str, said: str) -> None:
    (house / file).parent.mkdir(parents=True, exist_ok=True)
    (house / file).write_text(text, encoding="utf-8")
    (found,) = breaches(house)
    assert file in found
    assert said in found


def test_a_module_that_is_not_there_is_told(house: Path) -> None:
    (house / "branch/client/outbox.py").unlink()
    (found,) = breaches(house)
    assert "branch.client.outbox" in found


def test_a_page_without_a_table_is_told(house: Path) -> None:
    (house / "docs/glossary.md").write_text("# Glossary\n", encoding="utf-8")
    (found,) = breaches(house)
    assert "no table" in found
