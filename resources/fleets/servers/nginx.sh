#!/bin/sh
# Runs nginx in the foreground, with a configuration written for the port it was given.
set -eu
. ./common.sh
PATH=$PATH:/usr/sbin

own_folder nginx
folder=$FOGHORN_DATA/nginx
sed -e "s|@PORT@|$FOGHORN_PORT_HTTP|g" -e "s|@FOLDER@|$folder|g" nginx.conf.in >"$folder/nginx.conf"
as_user nginx -e stderr -p "$folder" -c "$folder/nginx.conf"
