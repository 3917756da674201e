#!/usr/bin/env bash
# averaging.sh VERSE OUT [RUN...]: what averaging costs in quality. The first 700,000 bytes of VERSE/train.txt, two passes, by one process (solo)
# and by two learners who meet after so many steps, each judged on the first 100,000 bytes of VERSE/valid.txt. Spark runs in one process here:
# the result is the same on a cluster. Needs mvn -B -Pspark -DskipTests package.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../../.." && pwd)
verse=$1
out=$2
shift 2
mkdir -p "$out"
head -c 700000 "$verse/train.txt" > "$out/train.txt"
head -c 100000 "$verse/valid.txt" > "$out/valid.txt"

for run in "${@:-solo 64 16 4 1}"; do
  for round in $run; do
    together=()
    [ "$round" = solo ] || together=(--spark "local[2]" --shares 2 --round "$round")
    java -Xmx1g -Drhapsode.log="$out/$round.log" -jar "$root/target/rhapsode.jar" train --network "$here/network.yml" \
      --corpus "$out/train.txt" --valid "$out/valid.txt" --out "$out/$round" --json "${together[@]}" > "$out/$round.json"
    echo "$round: $(cat "$out/$round.json")"
  done
done
