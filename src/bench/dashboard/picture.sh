#!/usr/bin/env bash
# picture.sh OUT.png [MINUTES]: config/monitoring/dashboard.json as a picture, with the numbers of a bot that is kept busy for so many whole
# minutes (12). A crowd asks it on the console, and on the tests' Discord and Telegram (Crowd.java); a real Prometheus looks at it every five
# seconds, and dashboard.html draws each panel from what Prometheus answers. KEEP=FOLDER keeps the logs and Prometheus' data there.
# Needs mvn -B package, prometheus, chromium, fonts-inter and pngquant (Debian's packages), and the ports 19464 and 19090.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../../.." && pwd)
out=$(realpath "$1")
minutes=${2:-12}
bot=127.0.0.1:19464
prometheus=127.0.0.1:19090
scrape=5
work=${KEEP:-$(mktemp -d)}
mkdir -p "$work/page"

end() {
  kill $(jobs -p) 2> /dev/null || true
  wait
  [ -n "${KEEP:-}" ] || rm -rf "$work"
}
trap end EXIT

await() { # URL: until it answers
  for _ in $(seq 240); do
    curl -sf "$1" > /dev/null && return
    sleep 0.5
  done
  echo "$1 does not answer." >&2
  return 1
}

cd "$root"
cp "$here"/dashboard.{html,css,js} config/monitoring/dashboard.json "$work/page/"
cp config/monitoring/alerts.yml "$work/"
sed "s/: 15s/: ${scrape}s/; s/127.0.0.1:9464/$bot/" config/monitoring/prometheus.yml > "$work/prometheus.yml"
prometheus --config.file="$work/prometheus.yml" --storage.tsdb.path="$work/tsdb" --web.listen-address="$prometheus" \
  --web.user-assets="$work/page" > "$work/prometheus.log" 2>&1 &

mvn -q dependency:build-classpath -Dmdep.includeScope=test -Dmdep.outputFile="$work/classpath" > /dev/null
RHAPSODE_MONITORING_PORT=${bot#*:} RHAPSODE_DATA_FOLDER=$work/data RHAPSODE_LOG_TO=stderr \
  java -cp "target/test-classes:$(cat "$work/classpath")" "$here/Crowd.java" "$minutes" docs/poems.md \
  java -Xmx1g -jar target/rhapsode.jar > "$work/bot.log" 2>&1 &

await "http://$bot/ready"
await "http://$prometheus/-/ready"
from=$(date +%s)
sleep $((60 * minutes))
to=$(date +%s)

chromium --headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-component-update \
  --disable-sync --hide-scrollbars --user-data-dir="$work/chromium" --window-size=1600,2200 --virtual-time-budget=60000 \
  --screenshot="$work/dashboard.png" "http://$prometheus/user/dashboard.html?from=$from&to=$to&scrape=$scrape" > "$work/chromium.log" 2>&1
pngquant --force --speed 1 --output "$out" 128 "$work/dashboard.png"
