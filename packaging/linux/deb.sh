#!/bin/sh
# Makes a Debian package: deb.sh BINARY FOLDER [COMPRESSION]
# COMPRESSION is xz's, from 0 (quick) to 9; 6 if it is left out.
# It needs dpkg-deb, and binutils, which every C compiler brings. Prints the package's path.
set -eu
umask 022
[ -x "$1" ] || { echo "deb.sh: $1 is not a program" >&2; exit 1; }
binary=$(realpath "$1")
mkdir -p "$2"
out=$(cd "$2" && pwd)
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
for tool in dpkg-deb objdump strip gzip md5sum; do
    command -v "$tool" >/dev/null || { echo "deb.sh: $tool is missing: install dpkg and binutils" >&2; exit 1; }
done

version=$(sed -n 's/^version = "\(.*\)"$/\1/p' "$root/Cargo.toml" | head -n 1)-1
architecture=$(dpkg --print-architecture)
SOURCE_DATE_EPOCH=${SOURCE_DATE_EPOCH:-$(git -C "$root" log -1 --format=%ct 2>/dev/null || date +%s)}
export SOURCE_DATE_EPOCH
maintainer='The Beckon authors <beckon@packages.invalid>'

stage=$(mktemp -d)
trap 'rm -rf "$stage"' EXIT
chmod 755 "$stage"
"$here/stage.sh" "$binary" "$stage"

# What the linker resolves at the start, and the newest symbols of libc among it.
needed=$(objdump -p "$stage/usr/bin/beckon" | sed -n 's/^ *NEEDED *//p')
libc=$(objdump -T "$stage/usr/bin/beckon" | grep -o 'GLIBC_[0-9.]*' | sed 's/GLIBC_//' | sort -V | tail -n 1)
depends=
for library in $needed; do
    case $library in
        libc.so.* | libm.so.* | libdl.so.* | libpthread.so.* | librt.so.* | ld-linux*) package="libc6 (>= $libc)" ;;
        libgcc_s.so.1) package='libgcc-s1' ;;
        *)
            echo "deb.sh: the program needs $library, and this script does not know its package" >&2
            exit 1
            ;;
    esac
    case ", $depends," in *", $package,"*) ;; *) depends=${depends:+$depends, }$package ;; esac
done
# What the window loads by itself.
window=$(grep -v '^#' "$here/window-packages")
for package in $window; do
    depends="$depends, $package"
done

doc=$stage/usr/share/doc/beckon
mkdir -p "$doc"
{
    cat "$root/LICENSE"
    printf '\n%s\n%s\n\n' 'The program contains work of others, under the licences named here. Their texts are in notices.gz' \
        'beside this file; those of the Apache License 2.0 and the GPL are in /usr/share/common-licenses, too.'
    gzip -dc "$root/assets/notices/notices.txt.gz" | grep '^- '
} > "$doc/copyright"
gzip -dc "$root/assets/notices/notices.txt.gz" | gzip -9n > "$doc/notices.gz"
gzip -9nc "$root/CHANGELOG.md" > "$doc/changelog.gz"
{
    printf 'beckon (%s) unstable; urgency=medium\n\n' "$version"
    printf '  * Release %s: changelog.gz says what is new.\n\n' "${version%-*}"
    printf ' -- %s  %s\n' "$maintainer" "$(LC_ALL=C date -u -R -d "@$SOURCE_DATE_EPOCH")"
} | gzip -9n > "$doc/changelog.Debian.gz"

# The package is not for Debian's own archive, where a first upload answers a request.
mkdir -p "$stage/usr/share/lintian/overrides"
echo 'beckon: initial-upload-closes-no-bugs' > "$stage/usr/share/lintian/overrides/beckon"

size=$(du -k -s --apparent-size "$stage/usr" | cut -f 1)
mkdir "$stage/DEBIAN"
(cd "$stage" && find usr -type f | LC_ALL=C sort | xargs md5sum) > "$stage/DEBIAN/md5sums"
cat > "$stage/DEBIAN/control" <<END
Package: beckon
Version: $version
Architecture: $architecture
Maintainer: $maintainer
Installed-Size: $size
Depends: $depends
Recommends: xdg-desktop-portal-gtk | xdg-desktop-portal-backend, xdg-utils
Section: web
Priority: optional
Description: designer for pop-ups that invite visitors into a conversation
 Beckon is for marketers and designers of proactive conversations: the
 pop-ups that invite a website's visitor into a chat at the right moment.
 .
 Conditions say who sees a campaign. Its preview matches a browser's pixels,
 and simulated visitors show when it appears, and why. Campaigns are launched
 to a server of your own, which comes with the program, or exported as a site.
 Beckon works offline, and every draft is a plain file.
END
find "$stage" -type d -exec chmod 755 {} +
find "$stage" -exec touch -h -d "@$SOURCE_DATE_EPOCH" {} +
package=$out/beckon_${version}_$architecture.deb
dpkg-deb --root-owner-group -Zxz "-z${3:-6}" --build "$stage" "$package" >/dev/null
echo "$package"
