#!/bin/sh
# Makes Beckon.app, and on a Mac a disk image of it: bundle.sh BINARY FOLDER
# The folder of the app is laid out on any system; hdiutil and codesign are macOS's own.
set -eu
umask 022
binary=$1
out=$2
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
version=$(sed -n 's/^version = "\(.*\)"$/\1/p' "$root/Cargo.toml" | head -n 1)

app=$out/Beckon.app
rm -rf "$app"
mkdir -p "$app/Contents/MacOS" "$app/Contents/Resources"
cp "$binary" "$app/Contents/MacOS/beckon"
chmod 755 "$app/Contents/MacOS/beckon"
cp "$root/assets/icon/beckon.icns" "$app/Contents/Resources/beckon.icns"
cp "$root/LICENSE" "$app/Contents/Resources/LICENSE.txt"
sed "s/@VERSION@/$version/" "$here/Info.plist" > "$app/Contents/Info.plist"
printf 'APPL????' > "$app/Contents/PkgInfo"
echo "$app"

if ! command -v hdiutil >/dev/null; then
    echo "bundle.sh: hdiutil is macOS's own, so no disk image was made" >&2
    exit 0
fi
# An identity is the maintainers' own; without one the app is signed for the machine it was built on, which Apple silicon demands.
codesign --force --sign "${CODESIGN_IDENTITY:--}" ${CODESIGN_IDENTITY:+--options runtime --timestamp} "$app"
image=$out/Beckon-$version-$(uname -m).dmg
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cp -R "$app" "$folder/"
ln -s /Applications "$folder/Applications"
rm -f "$image"
hdiutil create -volname Beckon -srcfolder "$folder" -format UDZO "$image" >/dev/null
echo "$image"
