#!/bin/sh
# The search for the verse network's recipe: trains one variant after another on the same sample of
# the corpus and appends a row for each to a table. A variant is a list of sed commands on base.yml.
#
#   src/bench/search/search.sh VARIANTS CORPUS VALID SHARE OUT
#
# VARIANTS: lines "name | sed script | extra arguments of train"; SHARE: how many of the corpus's
# characters are read, from its start (poems are in random order); OUT: folder for models and table.
# Needs target/rhapsode.jar. Rows that the table has already are passed over.
set -eu
variants=$1 corpus=$2 valid=$3 share=$4 out=$5
here=$(dirname "$0")
mkdir -p "$out"
head -c "$share" "$corpus" > "$out/corpus.txt"
touch "$out/table.md"
while IFS='|' read -r name script extra; do
  name=$(echo "$name" | tr -d ' ')
  case $name in ''|'#'*) continue ;; esac
  if grep -q "^| $name |" "$out/table.md"; then continue; fi
  sed -E "$script" "$here/base.yml" > "$out/$name.yml"
  # shellcheck disable=SC2086 # extra holds several arguments
  java -jar target/rhapsode.jar train --network "$out/$name.yml" --corpus "$out/corpus.txt" \
    --valid "$valid" --out "$out/$name" --json $extra > "$out/$name.json" 2> "$out/$name.log" || true
  python3 - "$name" "$script" "$out/$name.json" >> "$out/table.md" <<'P'
import json, sys
name, script, path = sys.argv[1:]
r = json.load(open(path))
best = min(r["epochs"], key=lambda e: e["valid"]["perplexity"])
print(f'| {name} | {r["parameters"]/1e6:.1f} M | {best["train"]["perplexity"]:.1f} | {best["valid"]["perplexity"]:.1f} | {r["words_per_second"]:.0f} | `{script.strip()}` |')
P
  rm -f "$out/$name/checkpoint.zip"
done < "$variants"
cat "$out/table.md"
