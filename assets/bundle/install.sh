#!/bin/sh
# Installs Branchline from this bundle into /opt/branchline, without a network: sh install.sh [service]
# With "service" without Qt, for a machine that runs the service alone. May be repeated, for a newer bundle too.
set -eu
cd "$(dirname "$0")"
venv=${BRANCHLINE_VENV:-/opt/branchline}
what='branchline[apps]'
[ "${1:-}" != service ] || what=branchline
sha256sum --check --quiet SHA256SUMS
python=${PYTHON:-python3}
ready() { "$python" -c 'import sys, ensurepip, venv; sys.exit(sys.version_info[:2] != (3, 11))' 2>/dev/null; }
if ! ready && [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
  apt-get install -qq -y --no-install-recommends python3-venv >/dev/null || true
fi
if ! ready; then
  echo "install.sh: Python 3.11 with venv is needed: apt-get install --no-install-recommends python3-venv" >&2
  exit 1
fi
[ -x "$venv/bin/python" ] || "$python" -m venv "$venv"
"$venv/bin/pip" install --quiet --disable-pip-version-check --no-index --find-links wheels --upgrade "$what"
echo "installed: $("$venv/bin/branchline" --version)"
echo "next, as root: $venv/bin/branchline setup service   (or kiosk, board, counter)"
