#!/usr/bin/env bash
# From the corpus to the committed weights of the deep stage: under half an hour on two quiet cores.
# Python 3.11 is needed here and nowhere else; nothing of it is needed to run or to test the product.
set -euo pipefail
cd "$(dirname "$0")/.."
work=training/out
if [ ! -d "$work/venv" ]; then
  "${PYTHON:-python3.11}" -m venv "$work/venv"
  "$work/venv/bin/pip" install -r training/requirements.txt
fi
node scripts/prepare.mjs
node dist/bot/tools/deepLines.js "$work/lines"
# one writer is left out, so that thresholds can be chosen on lines the weights never saw (held.jsonl)
"$work/venv/bin/python" training/train.py "$work/lines" --out "$work/trained" --leave-out w3 --epochs 3
"$work/venv/bin/python" training/export.py "$work/lines" "$work/trained" \
  --out services/understanding/weights/deep --examples test/fixtures/deep/examples.jsonl
echo 'Now npm run eval, then the tests; commit corpus, weights and fixtures together.'
