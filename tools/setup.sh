#!/bin/sh
# Prepares a fresh machine: the system libraries Qt needs to draw without a screen, then a virtual
# environment with the pinned dependencies. Run by make; safe to run again.
set -eu
venv=$1

# Xvfb is for the tests of what only a screen can show. Debian 12 names, of which a desktop has most already. Only what is missing is installed.
needed="libglib2.0-0 libgl1 libegl1 libbrotli1 libdbus-1-3 libxkbcommon0 libfontconfig1 xvfb"
python=${PYTHON:-python3}
if command -v dpkg-query >/dev/null 2>&1; then
  if ! command -v "$python" >/dev/null 2>&1 || ! "$python" -c 'import ensurepip, venv' 2>/dev/null; then
    needed="$needed python3 python3-venv"
  fi
  missing=
  for package in $needed; do
    dpkg-query -W -f '${Status}' "$package" 2>/dev/null | grep -q 'ok installed' || missing="$missing $package"
  done
  if [ -n "$missing" ]; then
    as_root=
    [ "$(id -u)" = 0 ] || as_root=sudo
    echo "setup: installing$missing"
    $as_root apt-get update -qq
    # shellcheck disable=SC2086
    DEBIAN_FRONTEND=noninteractive $as_root apt-get install -y -qq --no-install-recommends $missing >/dev/null
  fi
fi
if ! "$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))'; then
  echo "setup: Branchline needs Python 3.11 or newer; set PYTHON=/path/to/python3" >&2
  exit 1
fi
[ -x "$venv/bin/python" ] || "$python" -m venv "$venv"
"$venv/bin/python" -m pip install --quiet --disable-pip-version-check -c constraints.txt -e '.[dev]'
