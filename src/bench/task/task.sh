#!/usr/bin/env bash
# task.sh VERSE OUT: the seed's own task. 20,000 words of verse that no corpus here holds (the beginning of VERSE/valid.txt), words alone, 70 % to
# learn from and 30 % to predict, 25 words in and the next one out: the classic network by the seed's recipe, a small network of ours on the same
# words, and one of ours that has read VERSE/train.txt. About half an hour on one core. Needs target/rhapsode.jar.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../../.." && pwd)
verse=$1
out=$2
mkdir -p "$out"

# One poem a line, lower case, letters and apostrophes alone.
words() {
  tr 'A-Z' 'a-z' |
    awk '/^$/ { if (++blank == 2 && poem != "") { print poem; poem = "" }; next }
              { blank = 0; poem = poem " " $0 }
         END  { if (poem != "") print poem }' |
    sed -E "s/[^a-z']+/ /g; s/(^| )'+( |$)/ /g; s/ +/ /g; s/^ | $//g" | grep -v '^$'
}

words < "$verse/train.txt" > "$out/base.txt"
words < "$verse/valid.txt" | awk -v out="$out" '
  n >= 20000 { exit }
  { print > (out (n < 14000 ? "/train.txt" : "/valid.txt")); n += NF }'

rhapsode() { java -jar "$root/target/rhapsode.jar" "$@" --format tokens; }
rhapsode train --network "$root/config/networks/classic.yml" --corpus "$out/train.txt" --valid "$out/valid.txt" --out "$out/classic"
rhapsode train --network "$here/small.yml" --corpus "$out/train.txt" --valid "$out/valid.txt" --out "$out/small"
rhapsode train --network "$here/base.yml" --corpus "$out/base.txt" --valid "$out/valid.txt" --out "$out/base" --minutes 14
for model in classic small base; do
  echo "$model: $(rhapsode evaluate --model "$out/$model" --text "$out/valid.txt")"
done
