#!/usr/bin/env bash
# cluster.sh start DIR | stop DIR: a Spark master and two workers of one processor each on loopback, the workers on the first two processors of
# this machine, out of target/spark-lib; prints the master's address. Needs mvn -B -Pspark -DskipTests package.
set -euo pipefail
root=$(cd "$(dirname "$0")/../../.." && pwd)
mkdir -p "$2"
home=$(cd "$2" && pwd)

if [ "$1" = stop ]; then
  while read -r pid; do
    children=$(pgrep -P "$pid" || true)
    kill -9 "$pid" $children 2> /dev/null || true
  done < "$home/pids"
  rm -rf "$home"
  exit
fi

mkdir -p "$home/jars" "$home/conf"
ln -sf "$root"/target/spark-lib/*.jar "$root"/target/lib/{slf4j-api,logback-,jackson-core,jackson-databind,jackson-annotations,commons-}*.jar "$home/jars/"
echo '<configuration><appender name="out" class="ch.qos.logback.core.ConsoleAppender"><encoder><pattern>%d %-5level %logger{0}: %msg%n</pattern></encoder></appender><root level="info"><appender-ref ref="out"/></root></configuration>' > "$home/conf/logback.xml"
export SPARK_HOME=$home SPARK_SCALA_VERSION=2.13 SPARK_LOCAL_IP=127.0.0.1

daemon() { # NAME PROCESSORS LINE CLASS ARGUMENTS...: starts it, and waits until it has said the line
  local name=$1 processors=$2 line=$3
  shift 3
  taskset -c "$processors" java -Xmx512m -cp "$home/conf:$home/jars/*" "$@" --host 127.0.0.1 --port 0 --webui-port 0 > "$home/$name.out" 2>&1 &
  echo $! >> "$home/pids"
  for _ in $(seq 600); do
    grep -q "$line" "$home/$name.out" && return
    sleep 0.2
  done
  tail "$home/$name.out" >&2
  exit 1
}
daemon master 0,1 'Starting Spark master at' org.apache.spark.deploy.master.Master
address=$(grep -o 'spark://[^ ]*' "$home/master.out" | head -1)
for i in 0 1; do
  daemon "worker-$i" "$i" 'Successfully registered' org.apache.spark.deploy.worker.Worker "$address" --cores 1 --memory 2g --work-dir "$home/work-$i"
done
echo "$address"
