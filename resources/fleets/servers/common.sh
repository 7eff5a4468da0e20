# shellcheck shell=sh
# What the three servers share; read by their scripts with `.`.
: "${FOGHORN_DATA:?FOGHORN_DATA says where the servers keep their data}"

# as_user COMMAND...: becomes the command, as an ordinary user. Servers should not run as root, and PostgreSQL refuses.
as_user() {
    cd / # the folder we came from may be closed to the other user
    if [ "$(id -u)" != 0 ]; then exec "$@"; fi
    user=$(server_user)
    exec setpriv --reuid "$user" --regid "$(id -g "$user")" --init-groups "$@"
}

server_user() {
    if [ "$(id -u)" != 0 ]; then id -un
    elif id postgres >/dev/null 2>&1; then echo postgres
    else echo nobody
    fi
}

# own_folder NAME: a folder in FOGHORN_DATA that belongs to the server's user and is closed to others.
own_folder() {
    user=$(server_user)
    mkdir -p "$FOGHORN_DATA/$1"
    if [ "$(id -u)" = 0 ]; then
        chown "$user" "$FOGHORN_DATA" "$FOGHORN_DATA/$1"
    fi
    if [ "$(stat -c %U "$FOGHORN_DATA")" != "$user" ]; then
        echo "$FOGHORN_DATA belongs to somebody else; set FOGHORN_DATA to a folder of your own" >&2
        exit 1
    fi
    chmod 0700 "$FOGHORN_DATA" "$FOGHORN_DATA/$1"
}
