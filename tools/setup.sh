#!/usr/bin/env bash
# Everything `make run` and `make test` stand on: the system's packages, .venv in the project's root, the locked dependencies, the project.
# Does nothing, at once, when nothing changed since the last time. PYTHON=… names another interpreter (3.11 or later).
# `setup.sh office` installs LibreOffice and does nothing else: some tests let it open what the program writes.
set -euo pipefail
cd "$(dirname "$0")/.."

venv=.venv
stamp=$venv/.ready
# What Qt's wheels want from the system: the first six to draw at all, the rest for a window under X11.
qt_packages=(libgl1 libegl1 libglib2.0-0 libfontconfig1 libdbus-1-3 libxkbcommon0
  libxcb-cursor0 libxkbcommon-x11-0 libxcb-icccm4 libxcb-keysyms1 libxcb-shape0)

say() { printf '%s\n' "$*" >&2; }

stop() {
  say "$@"
  exit 1
}

# Install system packages, or say in one line how. First argument: what for.
install_packages() {
  local reason=$1 line log answer
  shift
  command -v apt-get >/dev/null || stop "$reason. 请先安装 / please install: $*"
  line="apt-get update && apt-get install -y --no-install-recommends $*"
  if [ "$(id -u)" = 0 ]; then
    say "$reason: apt-get install $*"
    log=$(mktemp)
    DEBIAN_FRONTEND=noninteractive bash -c "$line" >"$log" 2>&1 || { tail -n 5 "$log" >&2; stop "安装没有成功，请查看上面的原因 / the installation failed: $line"; }
    rm -f "$log"
  elif command -v sudo >/dev/null && [ -t 0 ]; then
    say "$reason."
    read -r -p "用 sudo 安装 / install with sudo: $* ? [Y/n] " answer
    case "$answer" in [nN]*) stop "请先运行 / please run: sudo sh -c '$line'" ;; esac
    sudo sh -c "$line"
  else
    stop "$reason." "请先运行 / please run: sudo sh -c '$line'"
  fi
}

# The interpreter to build on: PYTHON, else the system's python3, else a newer one beside it.
find_python() {
  local candidate
  for candidate in ${PYTHON:-python3 python3.13 python3.12 python3.11}; do
    if "$candidate" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
      command -v "$candidate"
      return
    fi
  done
  stop "需要 Python 3.11 或更高版本 / Python 3.11 or later is needed: PYTHON=/path/to/python3 make setup"
}

# All that decides whether the environment is current.
fingerprint() {
  cat requirements/dev.txt requirements/build.txt tools/setup.sh pyproject.toml
  pwd
  head -n 2 "$venv/bin/annotator"
  "$venv/bin/python" -V
}

make_venv() {
  local python
  python=$(find_python)
  if ! "$python" -c 'import venv, ensurepip' 2>/dev/null; then
    # with Qt's libraries in the same line: who must ask an administrator asks once
    install_packages "缺少 venv 模块 / Python's venv module is missing" python3-venv "${qt_packages[@]}"
  fi
  "$python" -m venv --clear "$venv"
}

install_locked() {
  if [ ! -x "$venv/bin/uv" ]; then
    awk '/^[^ #]/ { keep = /^uv==/ } keep' requirements/dev.txt >"$venv/uv.txt"
    "$venv/bin/python" -m pip install -q --disable-pip-version-check --require-hashes --no-deps -r "$venv/uv.txt" ||
      stop "uv 没有装上，请检查网络后再运行一次 / uv could not be installed; check the network and run it again"
  fi
  export VIRTUAL_ENV=$PWD/$venv
  "$venv/bin/uv" pip sync -q --require-hashes --build-constraints requirements/build.txt requirements/dev.txt ||
    stop "依赖没有装上，请检查网络后再运行一次 / the dependencies could not be installed; check the network and run it again"
  "$venv/bin/uv" pip install -q --offline --no-deps --no-build-isolation --editable .
}

# Names of the system libraries that Qt's files name and the system does not have.
missing_libraries() {
  local qt
  qt=$("$venv/bin/python" -c 'import importlib.util as u; print(u.find_spec("PySide6").submodule_search_locations[0])')/Qt
  LD_LIBRARY_PATH=$qt/lib ldd "$qt"/lib/libQt6{Widgets,PrintSupport,Svg,DBus,Network,Test}.so.6 "$qt"/plugins/platforms/lib{qoffscreen,qxcb}.so |
    awk '/not found/ { print $1 }' | sort -u
}

install_libraries() {
  [ "$(uname -s)" = Linux ] || return 0
  local missing
  missing=$(missing_libraries)
  [ -z "$missing" ] && return
  install_packages "缺少 Qt 需要的系统库 / system libraries of Qt are missing ($(echo $missing))" "${qt_packages[@]}"
  missing=$(missing_libraries)
  [ -z "$missing" ] || stop "仍缺少 / still missing: $(echo $missing)"
}

if [ "${1:-}" = office ]; then
  command -v soffice >/dev/null || install_packages "缺少 LibreOffice / LibreOffice is missing" libreoffice-writer libreoffice-calc
  exit 0
fi
if [ -e "$stamp" ] && [ "$(cat "$stamp")" = "$(fingerprint 2>/dev/null | cksum)" ]; then
  exit 0
fi
say "准备运行环境(约一分钟)/ setting up .venv, about a minute …"
# an environment that was moved or lost its interpreter is made anew
{ head -n 2 "$venv/bin/pip" | grep -qF "$PWD/$venv/bin/python" && "$venv/bin/python" -m pip --version; } >/dev/null 2>&1 || make_venv
install_locked
install_libraries
fingerprint | cksum >"$stamp"
