#!/bin/sh
# Makes an AppImage, one file that runs on any Linux with a desktop: appimage.sh BINARY FOLDER
# It needs cargo and gcc for the first part (appimage-runtime), mksquashfs, and the libraries of window-packages, of which it takes along those
# that a desktop may lack. Prints the AppImage's path.
set -eu
umask 022
[ -x "$1" ] || { echo "appimage.sh: $1 is not a program" >&2; exit 1; }
binary=$(realpath "$1")
mkdir -p "$2"
out=$(cd "$2" && pwd)
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
for tool in cargo mksquashfs strip ldconfig python3; do
    command -v "$tool" >/dev/null || PATH=$PATH:/sbin:/usr/sbin
    command -v "$tool" >/dev/null || { echo "appimage.sh: $tool is missing: install Rust, squashfs-tools and binutils" >&2; exit 1; }
done

version=$(sed -n 's/^version = "\(.*\)"$/\1/p' "$root/Cargo.toml" | head -n 1)
machine=$(uname -m)
SOURCE_DATE_EPOCH=${SOURCE_DATE_EPOCH:-$(git -C "$root" log -1 --format=%ct 2>/dev/null || date +%s)}
export SOURCE_DATE_EPOCH

stage=$(mktemp -d)
trap 'rm -rf "$stage"' EXIT
app=$stage/app
"$here/stage.sh" "$binary" "$app"

install -m 755 "$here/AppRun" "$app/AppRun"
cp "$here/beckon.desktop" "$app/beckon.desktop"
cp "$root/assets/icon/beckon-256.png" "$app/beckon.png"
ln -s beckon.png "$app/.DirIcon"

# What small desktops lack and no driver brings; libraries that have to fit the system's driver or display server stay the system's.
mkdir -p "$app/usr/lib"
for library in libxkbcommon.so.0 libxkbcommon-x11.so.0 libxcb-xkb.so.1 libXcursor.so.1 libXi.so.6 libXrender.so.1 libXfixes.so.3; do
    found=$(ldconfig -p | sed -n "s|^\s*$library (libc6,x86-64[^)]*) => \(.*\)|\1|p; s|^\s*$library (libc6,AArch64[^)]*) => \(.*\)|\1|p" | head -n 1)
    [ -n "$found" ] || { echo "appimage.sh: $library is missing: ./run setup installs it" >&2; exit 1; }
    install -m 644 "$(readlink -f "$found")" "$app/usr/lib/$library"
done

# The first part, without a need for any library of the system.
runtime=$here/appimage-runtime
target=${APPIMAGE_TARGET_DIR:-${CARGO_TARGET_DIR:-$root/target}/appimage-runtime}
triple=$(rustc -vV | sed -n 's/^host: //p')
RUSTFLAGS='-C target-feature=+crt-static' cargo build --quiet --release --locked --manifest-path "$runtime/Cargo.toml" \
    --target "$triple" --target-dir "$target" >&2
cp "$target/$triple/release/beckon-appimage-runtime" "$stage/runtime"
strip "$stage/runtime"
# What says that this is an AppImage of type 2, in bytes of the ELF header that nothing else uses.
printf 'AI\002' | dd of="$stage/runtime" bs=1 seek=8 conv=notrunc status=none

# The licences of what the program contains, of what the first part contains, and of the libraries.
doc=$app/usr/share/doc/beckon
mkdir -p "$doc/runtime" "$doc/libraries"
cp "$root/LICENSE" "$doc/LICENSE"
gzip -dc "$root/assets/notices/notices.txt.gz" > "$doc/notices.txt"
cargo metadata --format-version 1 --locked --manifest-path "$runtime/Cargo.toml" --filter-platform "$triple" > "$stage/metadata.json"
python3 - "$stage/metadata.json" "$doc/runtime" <<'END'
import json, pathlib, shutil, sys

packages = json.load(open(sys.argv[1]))["packages"]
folder = pathlib.Path(sys.argv[2])
for package in packages:
    if package["source"] is None:
        continue
    source = pathlib.Path(package["manifest_path"]).parent
    own = folder / f"{package['name']}-{package['version']}"
    own.mkdir()
    (own / "ABOUT").write_text(f"{package['name']} {package['version']}, {package['license']}, {package['repository']}\n")
    for text in source.iterdir():
        if text.is_file() and text.name.upper().startswith(("LICEN", "COPYING", "NOTICE", "COPYRIGHT", "UNLICENSE")):
            shutil.copy(text, own / text.name)
END
for package in libxkbcommon0 libxkbcommon-x11-0 libxcb-xkb1 libxcursor1 libxi6 libxrender1 libxfixes3; do
    [ ! -f "/usr/share/doc/$package/copyright" ] || cp "/usr/share/doc/$package/copyright" "$doc/libraries/$package"
done

mksquashfs "$app" "$stage/image" -quiet -no-progress -root-owned -noappend -comp gzip -no-xattrs >&2
image=$out/Beckon-$version-$machine.AppImage
cat "$stage/runtime" "$stage/image" > "$image"
chmod 755 "$image"
echo "$image"
