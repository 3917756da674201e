#!/bin/sh
# Asks the bot's own /health, with what every image has: bash opens the connection.
exec bash -c '
  exec 3<>"/dev/tcp/127.0.0.1/${RHAPSODE_MONITORING_PORT:-9464}" || exit 1
  printf "GET /health HTTP/1.0\r\nHost: localhost\r\n\r\n" >&3
  read -r _ status _ <&3
  [ "$status" = 200 ]
'
