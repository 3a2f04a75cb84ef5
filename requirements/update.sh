#!/usr/bin/env bash
# Pins the newest versions anew: dev.in → dev.txt, for Python 3.11 to 3.13 and any platform. Needs uv.
set -eu
cd "$(dirname "$0")"
UV_CUSTOM_COMPILE_COMMAND="requirements/update.sh" uv pip compile --quiet --upgrade --universal --python-version 3.11 \
    --generate-hashes --no-emit-index-url --no-emit-find-links --output-file dev.txt dev.in
