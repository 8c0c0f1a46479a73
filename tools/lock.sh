#!/usr/bin/env bash
# Resolve the dependencies anew into hashed requirement files without an address in them. Arguments go to uv: --upgrade, --upgrade-package NAME.
set -euo pipefail
cd "$(dirname "$0")/.."
lock() { .venv/bin/uv pip compile -q --universal --generate-hashes --no-emit-index-url --no-annotate --no-header -p 3.11 "$@"; }
lock "$@" pyproject.toml -o requirements/run.txt
lock "$@" pyproject.toml requirements/dev.in -o requirements/dev.txt
lock "$@" requirements/build.in -o requirements/build.txt
