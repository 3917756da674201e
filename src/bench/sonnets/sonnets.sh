#!/usr/bin/env bash
# sonnets.sh DEEPSPEARE VERSE OUT: perplexity on Deep-speare's sonnets by its own counting, from its training text alone and with the poetry
# corpus added. About an hour on one core. Needs target/rhapsode.jar.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../../.." && pwd)
sonnets=$1
out=$3
mkdir -p "$out"
rhapsode() { java -jar "$root/target/rhapsode.jar" "$@" --format tokens; }
train() { rhapsode train --corpus "$sonnets/sonnet_train.txt" --valid "$sonnets/sonnet_valid_clean.txt" "$@"; }

train --network "$root/config/networks/sonnet.yml" --out "$out/sonnet"
"$here/tokens.sh" < "$2/train.txt" > "$out/poetry.txt"
train --network "$here/both.yml" --more "$out/poetry.txt" --out "$out/both"
train --network "$here/on.yml" --parent "$out/both" --out "$out/on"
for model in sonnet both on; do
  for text in sonnet_valid_clean sonnet_valid; do
    echo "$model, $text: $(rhapsode evaluate --model "$out/$model" --text "$sonnets/$text.txt")"
  done
done
