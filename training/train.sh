#!/bin/sh
# Train the shipped English pipeline from the data in ../shared/data. About an hour and a half on one core.
#   sh training/train.sh [WORK_FOLDER]
# Needs: pip install torch floret spacy numpy
set -eu
cd "$(dirname "$0")/.."
data=../shared/data
work=${1:-build/language}
export PYTHONPATH=src:. OMP_NUM_THREADS=1
mkdir -p "$work"
python -m training.rawtext "$data" "$work"
python -m training.silver "$data/authority" "$work"
python -m training.vectors "$work"
python -m training.pretrain "$work" --minutes 21 --rate 2.5e-3
python -m training.finetune "$data" "$work" --minutes 50 --base "$work/base.pt"
python -m training.export "$data" "$work" src/demarche/language/model
python -m benchmarks.language --data "$data"
python -m benchmarks.entities --data "$data"
