"""Makes the archive that installs without a network: `python -m tools.bundle [--out DIR]`.

Wheels of all that is needed on Linux and Windows (x64, Python 3.11), units, docs, licences and checksums, in
branchline-VERSION.tar.gz. The versions are those of constraints.txt.
"""

from __future__ import annotations

import argparse
import hashlib
import shutil
import subprocess
import sys
import tarfile
import tempfile
from collections.abc import Sequence
from pathlib import Path

from branch import VERSION
from tools import notices
from tools.dependencies import LINUX, WINDOWS, needed, pinned
from tools.sources import ROOT

PYTHON = "3.11"
PLATFORMS = {
    "linux": ["manylinux2014_x86_64", *(f"manylinux_2_{minor}_x86_64" for minor in range(17, 37))],
    "windows": ["win_amd64"],
}
SYSTEMS = {"linux": LINUX, "windows": WINDOWS}
BUILT = {"xcffib"}
"""What comes without a wheel and is built here; all Python, so that it fits every system that has it."""

_FILES = ("LICENSE", "README.md", "CHANGELOG.md", "constraints.txt", "assets/debian-packages.txt")
_FOLDERS = {
    "docs": "docs",
    "assets/systemd": "systemd",
    "assets/desktop": "desktop",
    "assets/sample": "sample",
}


def main(argv: Sequence[str] | None = None) -> int:
    """Make the archive and say where it is."""
    parser = argparse.ArgumentParser(
        prog="python -m tools.bundle", description="The archive that is installed from."
    )
    parser.add_argument("--out", type=Path, default=ROOT / "out", help="where it goes (default: out)")
    parser.add_argument(
        "--systems", nargs="+", choices=list(SYSTEMS), default=list(SYSTEMS), help="for which"
    )
    options = parser.parse_args(argv)
    options.out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        bundle = Path(folder) / f"branchline-{VERSION}"
        gather(bundle, options.systems)
        archive = options.out / f"{bundle.name}.tar.gz"
        with tarfile.open(archive, "w:gz", compresslevel=1) as tar:  # wheels are compressed already
            tar.add(bundle, bundle.name, filter=_nobodys)
    print(f"{archive} {archive.stat().st_size / 1e6:.0f} MB")
    return 0


def gather(bundle: Path, systems: Sequence[str]) -> None:
    """Fill the folder that the archive is made from."""
    wheels = bundle / "wheels"
    wheels.mkdir(parents=True)
    pip("wheel", "--no-deps", "--wheel-dir", str(wheels), str(ROOT))
    for system in systems:
        built, ready = wanted(system)
        if built:
            pip("wheel", "--no-deps", "--wheel-dir", str(wheels), *built)
        pip("download", "--no-deps", "--dest", str(wheels), *_target(system), *ready)
    for name in _FILES:
        shutil.copy(ROOT / name, bundle)
    for source, name in _FOLDERS.items():
        shutil.copytree(ROOT / source, bundle / name)
    for script in (ROOT / "assets" / "bundle").iterdir():
        shutil.copy(script, bundle)
    (bundle / "THIRD-PARTY-NOTICES.txt").write_text(notices.page(), encoding="utf-8")
    files = sorted(file for file in bundle.rglob("*") if file.is_file())
    sums = [
        f"{hashlib.sha256(file.read_bytes()).hexdigest()}  {file.relative_to(bundle).as_posix()}"
        for file in files
    ]
    (bundle / "SHA256SUMS").write_text("\n".join(sums) + "\n", encoding="utf-8")


def wanted(system: str) -> tuple[list[str], list[str]]:
    """What is to be built for that system and what is to be had, with its exact version if there is one."""
    versions = pinned()
    names = needed(["apps"], SYSTEMS[system])
    said = {name: f"{name}=={versions[name]}" if name in versions else name for name in names}
    return [said[name] for name in names if name in BUILT], [
        said[name] for name in names if name not in BUILT
    ]


def pip(*arguments: str) -> None:
    """Run pip; raises CalledProcessError with what it said."""
    quiet = ("--quiet", "--disable-pip-version-check")
    subprocess.run([sys.executable, "-m", "pip", *quiet, *arguments], check=True)  # noqa: S603 - our own pip


def _target(system: str) -> list[str]:
    platforms = [word for name in PLATFORMS[system] for word in ("--platform", name)]
    return ["--only-binary", ":all:", "--python-version", PYTHON, "--implementation", "cp", *platforms]


def _nobodys(member: tarfile.TarInfo) -> tarfile.TarInfo:
    """Whoever made the archive has nothing to do with whoever unpacks it."""
    member.uid = member.gid = 0
    member.uname = member.gname = "root"
    return member


if __name__ == "__main__":
    sys.exit(main())
