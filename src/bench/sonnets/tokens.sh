#!/usr/bin/env bash
# tokens.sh < POEMS > TOKENS: verse as it is written, cut as the Deep-speare sonnets are: one poem a line, lower case, marks
# and 's, 'd, 'll, 've, n't, 're, 'm apart, <eos> behind each line of verse.
set -euo pipefail
sed -E "s/.*/\L&/; s/([a-z])('s|'d|'ll|'ve|n't|'re|'m)\b/\1 \2/g; s/ *-- */ — /g; s/([,.;:!?()])/ \1 /g; s/ +/ /g; s/^ | $//g" |
  awk '
    /^$/ { if (++blank == 2 && poem != "") { print poem; poem = "" }; next }
         { blank = 0; poem = poem (poem == "" ? "" : " ") $0 " <eos>" }
    END  { if (poem != "") print poem }'
