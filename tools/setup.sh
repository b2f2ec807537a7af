#!/bin/sh
# Prepares a fresh machine: what Qt needs to draw, what the tests need besides, then a virtual environment
# with the pinned dependencies. Run by make; safe to run again, and quick when nothing is missing.
set -eu
venv=$1

# Debian 12 names, of which a desktop has most already. Only what is missing is installed.
screen=$(sed -n '/^\[screen\]/,/^\[alone\]/{/^[a-z]/p;}' assets/debian-packages.txt)
# An X server nobody sees, with monitors that come and go.
monitors="xvfb x11-xserver-utils"
# A browser for the customers' pages; systemd judges the units.
others="chromium systemd"
needed="$screen $monitors $others"
python=${PYTHON:-python3}
if command -v dpkg-query >/dev/null 2>&1; then
  if ! command -v "$python" >/dev/null 2>&1 || ! "$python" -c 'import ensurepip, venv' 2>/dev/null; then
    needed="$needed python3 python3-venv"
  fi
  # shellcheck disable=SC2086
  there=$(dpkg-query -W -f '${db:Status-Status} ${Package} ' $needed 2>/dev/null || true)
  missing=
  for package in $needed; do
    case " $there" in *" installed $package "*) ;; *) missing="$missing $package" ;; esac
  done
  if [ -n "$missing" ]; then
    as_root=
    if [ "$(id -u)" != 0 ]; then
      if ! command -v sudo >/dev/null 2>&1; then
        echo "setup: there is no sudo; first, as root: apt-get install --no-install-recommends$missing" >&2
        exit 1
      fi
      as_root=sudo
    fi
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

wanted=$(cksum pyproject.toml constraints.txt)
if [ "$(cat "$venv/.installed" 2>/dev/null)" != "$wanted" ]; then
  "$venv/bin/python" -m pip install --quiet --disable-pip-version-check -c constraints.txt -e '.[dev]'
  echo "$wanted" >"$venv/.installed"
fi
