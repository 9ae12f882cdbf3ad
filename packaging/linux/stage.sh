#!/bin/sh
# Lays out what an installed Beckon consists of under a folder: stage.sh BINARY FOLDER
# Both the Debian package and the AppImage are made from it. The manual and the completions come from the program itself.
set -eu
umask 022
binary=$(realpath "$1")
folder=$2
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)

version=$(sed -n 's/^version = "\(.*\)"$/\1/p' "$root/Cargo.toml" | head -n 1)
# Equal sources make equal packages: the date is that of the newest change, not of the build.
changed=${SOURCE_DATE_EPOCH:-$(git -C "$root" log -1 --format=%ct 2>/dev/null || date +%s)}
date=$(date -u -d "@$changed" +%Y-%m-%d)
share=$folder/usr/share

put() { install -D -m 644 "$1" "$2"; }

install -D -m 755 "$binary" "$folder/usr/bin/beckon"
# Symbols are of no use to whoever installs it; a release build has none.
strip --strip-unneeded --remove-section=.comment "$folder/usr/bin/beckon"

put "$here/beckon.desktop" "$share/applications/beckon.desktop"
put "$here/beckon.xml" "$share/mime/packages/beckon.xml"
mkdir -p "$share/metainfo"
sed -e "s/@VERSION@/$version/" -e "s/@DATE@/$date/" "$here/app.beckon.beckon.metainfo.xml" \
    > "$share/metainfo/app.beckon.beckon.metainfo.xml"

for size in 16 22 24 32 48 64 128 256 512; do
    put "$root/assets/icon/beckon-$size.png" "$share/icons/hicolor/${size}x$size/apps/beckon.png"
done
put "$root/assets/icon/beckon.svg" "$share/icons/hicolor/scalable/apps/beckon.svg"

"$binary" man --output "$share/man/man1" >/dev/null
gzip -9n "$share/man/man1"/*.1

completions() {
    mkdir -p "$(dirname "$2")"
    "$binary" completions "$1" > "$2"
}
completions bash "$share/bash-completion/completions/beckon"
completions zsh "$share/zsh/vendor-completions/_beckon"
completions fish "$share/fish/vendor_completions.d/beckon.fish"
