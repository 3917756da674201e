#!/usr/bin/env bash
# learning.sh TABLE DATA OUT: one table of docs/learning.md. TABLE is authors, mixed, withdrawal, time or hostile; DATA is the folder that holds
# poetry/ and authors/; models and logs are left in OUT. CONFIG may name other settings, SEED another seed than 1. Needs target/rhapsode.jar.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../../.." && pwd)
table=$1
data=$(cd "$2" && pwd)
mkdir -p "$3"
out=$(cd "$3" && pwd)
config=${CONFIG:-$root/config/rhapsode.yml}
seed=${SEED:-1}
valid=$data/poetry/valid.txt
base=$root/models/second-light
authors=(whitman gilbert lampman)
# Poems of valid.txt from this one on are lessons; those before it, 20,000 words, judge what is left of the base model's knowledge.
lessons=100

poems() { java "$here/Poems.java" "$@"; }
rhapsode() { (cd "$root" && java -jar target/rhapsode.jar "$@"); }

# tune NAME SEED FILE...: each file is one author's poems. A model that is there already is not trained again.
tune() {
  local name=$1 seed=$2 args=()
  shift 2
  for file in "$@"; do args+=(--poems "$file"); done
  [ -f "$out/$name/manifest.json" ] ||
    rhapsode tune "${args[@]}" --base "$base" --out "$out/$name" --config "$config" --random-seed "$seed" --json > "$out/$name.json" 2> "$out/$name.log"
}

perplexity() { rhapsode evaluate --model "$1" --text "$2" 2> /dev/null | sed -E 's/perplexity ([0-9.]+).*/\1/'; }

# row NAME TEXT: perplexity of the base model and of model NAME on TEXT and on base text.
row() {
  echo "$1 $(perplexity "$base" "$2") $(perplexity "$out/$1" "$2") $(perplexity "$base" "$out/base.txt") $(perplexity "$out/$1" "$out/base.txt")" |
    awk '{ printf "| %s | %.1f | %.1f | %+.1f %% | %.1f | %.1f | %+.1f %% |\n", $1, $2, $3, 100 * ($3 / $2 - 1), $4, $5, 100 * ($5 / $4 - 1) }'
}

heading() {
  echo '| learned from | unseen poems: base | after | | base text: base | after | |'
  echo '| --- | --- | --- | --- | --- | --- | --- |'
}

author() {
  poems cut "$data/authors/$1.txt" 0 50 > "$out/$1-50.txt"
  poems cut "$data/authors/$1.txt" 50 70 > "$out/$1-20.txt"
}

# Ten authors, five poems each to learn from and two each to judge by.
mixed() {
  for name in "${authors[@]}"; do
    poems cut "$data/authors/$name.txt" 0 7 > "$out/mixed-all-$name.txt"
  done
  for name in 'Madison Julius Cawein' 'Ella Wheeler Wilcox' 'Thomas Hardy' 'Thomas Moore' 'Robert Herrick' 'William Wordsworth' 'Algernon Charles Swinburne'; do
    poems author "$valid" "$data/poetry/poems.tsv" "$name" $lessons > "$out/mixed-all-${name##* }.txt"
  done
  rm -f "$out/mixed-20.txt"
  for all in "$out"/mixed-all-*.txt; do
    poems cut "$all" 0 5 > "${all/mixed-all/mixed-50}"
    [ ! -f "$out/mixed-20.txt" ] || printf '\n\n' >> "$out/mixed-20.txt"
    poems cut "$all" 5 7 >> "$out/mixed-20.txt"
  done
}

# Accounts of ten poems each out of valid.txt.
accounts() {
  for ((i = 0; i < $1; i++)); do
    poems cut "$valid" $((lessons + 10 * i)) $((lessons + 10 * i + 10)) > "$out/honest-$i.txt"
  done
}

poems words "$valid" 20000 > "$out/base.txt"
case $table in
  authors)
    heading
    for name in "${authors[@]}"; do
      author "$name"
      tune "$name" "$seed" "$out/$name-50.txt"
      row "$name" "$out/$name-20.txt"
    done
    ;;
  mixed)
    mixed
    tune mixed "$seed" "$out"/mixed-50-*.txt
    heading
    row mixed "$out/mixed-20.txt"
    ;;
  withdrawal)
    for name in "${authors[@]}"; do author "$name"; done
    tune saw "$seed" "$out/whitman-50.txt" "$out/lampman-50.txt"
    tune withdrawn "$((seed + 1))" "$out/lampman-50.txt"
    tune never "$((seed + 2))" "$out/lampman-50.txt"
    rhapsode evaluate --model "$base" --text "$out/whitman-50.txt" --lines > "$out/base.lines"
    for name in saw withdrawn never; do
      rhapsode evaluate --model "$out/$name" --text "$out/whitman-50.txt" --lines > "$out/$name.lines"
    done
    java "$here/Lines.java" "$out"/base.lines "$out"/saw.lines "$out"/withdrawn.lines "$out"/never.lines
    ;;
  time)
    accounts 50
    rm -rf "$out/time"
    start=$(date +%s)
    tune time "$seed" "$out"/honest-{0..49}.txt
    echo "500 poems: $(($(date +%s) - start)) seconds, training at $(tail -1 "$out/time.log" | sed -E 's/.*  ([0-9,]+ words\/s)/\1/')"
    ;;
  hostile)
    accounts 20
    for ((i = 0; i < 20; i++)); do poems hostile "$out/base.txt" $i > "$out/hostile-$i.txt"; done
    tune honest "$seed" "$out"/honest-{0..19}.txt
    tune attacked "$seed" "$out"/honest-{0..19}.txt "$out"/hostile-{0..19}.txt
    poems cut "$valid" 600 700 > "$out/unseen.txt"
    heading
    row honest "$out/unseen.txt"
    row attacked "$out/unseen.txt"
    for model in "$base" "$out/honest" "$out/attacked"; do
      echo
      echo "$(basename "$model"):"
      rhapsode judge --model "$model" --form quatrain --count "${COUNT:-60}"
    done
    ;;
  *)
    echo "There is no table '$table'." >&2
    exit 2
    ;;
esac
