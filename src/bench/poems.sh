#!/usr/bin/env bash
# poems.sh MODEL VERSE: writes docs/poems.md, the protocol's tables and forty poems as they came. VERSE is the folder of the
# corpora that the model was trained on (train.txt, more.txt); about half an hour on two cores. Needs target/rhapsode.jar.
set -euo pipefail
cd "$(dirname "$0")/../.."
judged=$(mktemp)
java -jar target/rhapsode.jar judge --model "$1" --corpus "$2/train.txt" --corpus "$2/more.txt" --show 4 > "$judged"
{
  cat src/bench/poems-head.md
  printf '\n    src/bench/poems.sh MODEL VERSE\n\nModel: %s.\n\n' "$(basename "$1")"
  awk '/^\|/ || (/^$/ && !shown) { print; next } { shown = 1 } 0' "$judged"
  printf '\n## Forty poems\n\nThe first of each seed, as they came: four of each form.\n'
  awk '/^\|/ { next } /^[^ ].*:$/ { sub(/:$/, ""); print "\n**" $0 "**\n"; next } /^    / { print }' "$judged"
} > docs/poems.md
rm "$judged"
