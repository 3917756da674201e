#!/usr/bin/env bash
# speed.sh VERSE OUT TURNS [NETWORK]: words/s of training by one process on one processor, by one on two, and by two Spark workers on a processor
# each, who average after every ROUND steps (8); they take turns. The first BYTES (100,000) of VERSE/train.txt, one pass, with all that a start
# costs: the more bytes, the less that counts.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../../.." && pwd)
verse=$1
out=$2
turns=$3
network=${4:-$root/src/bench/task/base.yml}
mkdir -p "$out"
head -c "${BYTES:-100000}" "$verse/train.txt" > "$out/train.txt"
head -c 30000 "$verse/valid.txt" > "$out/valid.txt"
printf 'spark.driver.host 127.0.0.1\nspark.driver.bindAddress 127.0.0.1\nspark.executor.memory 1g\n' > "$out/spark.properties"

train() { # NAME PROCESSORS OPTIONS...
  local name=$1 processors=$2
  shift 2
  taskset -c "$processors" java -Xmx1g -Drhapsode.log="$out/log" -jar "$root/target/rhapsode.jar" train --network "$network" --corpus "$out/train.txt" \
    --valid "$out/valid.txt" --out "$out/model" --epochs 1 --json "$@" 2> /dev/null |
    sed -E "s/.*\"words_per_second\":([0-9]+).*/$name \1/" >> "$out/words-per-second.txt"
}
address=$("$here/cluster.sh" start "$out/cluster")
trap '"$here/cluster.sh" stop "$out/cluster"' EXIT
spark=(--spark "$address" --shares 2 --spark-properties "$out/spark.properties")
for _ in $(seq "$turns"); do
  train one-processor 0
  train two-processors 0,1
  train two-workers 0,1 "${spark[@]}" --round "${ROUND:-8}"
done
sort "$out/words-per-second.txt" | awk '
  { n[$1]++; v[$1, n[$1]] = $2 }
  END { for (k in n) { for (i = 2; i <= n[k]; i++) for (j = i; j > 1 && v[k, j] < v[k, j - 1]; j--) { t = v[k, j]; v[k, j] = v[k, j - 1]; v[k, j - 1] = t }
        print k, v[k, int((n[k] + 1) / 2)] } }' | sort
