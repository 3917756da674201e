#!/usr/bin/env bash
# cost.sh VERSE OUT [RUN...]: processor seconds that a pass of 100,000 bytes of VERSE/train.txt costs once everything is warm, the third pass
# less the first: by one process with batches of so many lanes (lanes-32), and by two learners who share 32 and meet after so many steps
# (round-16), both in one process that runs Spark. Unlike words/s they can be measured on a machine that is busy with other things.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../../.." && pwd)
verse=$1
out=$2
shift 2
mkdir -p "$out"
head -c 100000 "$verse/train.txt" > "$out/train.txt"
head -c 10000 "$verse/valid.txt" > "$out/valid.txt"

seconds() { # RUN PASSES: user and system seconds
  local run=$1 together=()
  sed "s/batch: .*/batch: ${run#lanes-}/" "$root/src/bench/task/base.yml" > "$out/$run.yml"
  if [[ $run = round-* ]]; then
    cp "$root/src/bench/task/base.yml" "$out/$run.yml"
    together=(--spark "local[2]" --shares 2 --round "${run#round-}")
  fi
  TIMEFORMAT='%U %S'
  { time taskset -c 0 java -Xmx1g -Drhapsode.log="$out/$run.log" -jar "$root/target/rhapsode.jar" train --network "$out/$run.yml" --corpus "$out/train.txt" \
    --valid "$out/valid.txt" --out "$out/$run" --epochs "$2" --json "${together[@]}" > /dev/null 2>> "$out/$run.log"; } 2>&1
}
for run in "$@"; do
  read -r user1 system1 <<< "$(seconds "$run" 1)"
  read -r user3 system3 <<< "$(seconds "$run" 3)"
  echo "$run $(awk "BEGIN { print ($user3 + $system3 - $user1 - $system1) / 2 }")"
done
