#!/usr/bin/env bash
# From the corpus to the committed weights of the deep stage: about half an hour on two quiet cores.
# Python 3.11 is needed here and nowhere else; nothing of it is needed to run or to test the product.
set -euo pipefail
cd "$(dirname "$0")/.."
python=${PYTHON:-python3.11}
[ -d training/out/venv ] || { "$python" -m venv training/out/venv; training/out/venv/bin/pip install -r training/requirements.txt; }
python=training/out/venv/bin/python
node scripts/prepare.mjs
node dist/bot/tools/deepLines.js training/out/lines
"$python" training/train.py training/out/lines --out training/out/all
