#!/usr/bin/env bash
# changelog_test.sh AWK_PROGRAM: CHANGELOG.md as a Debian changelog: versions with and without a date,
# long items, and what is refused.
set -euo pipefail

program=$(realpath "$1")
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
cd "$scratch"
export SOURCE_DATE_EPOCH=1767225600 # 2026-01-01

convert() { awk -v version="$1" -v maintainer="Bouwer <bouwer@example.org>" -f "$program" CHANGELOG.md; }

cat >CHANGELOG.md <<'MD'
# Changelog

- A word beforehand, for no version.

## [Unreleased]: 0.2.0

### Added
- One item, in words that go on for so long that they do not fit in one line, and of
  which the source breaks its lines elsewhere.
- A second.

### Fixed
- A third.

## [0.1.0] - 2025-12-24

- The first.
MD
cat >expected <<'DEBIAN'
koppelkans (0.2.0) bookworm; urgency=medium

  [ Added ]
  * One item, in words that go on for so long that they do not fit in one
    line, and of which the source breaks its lines elsewhere.
  * A second.

  [ Fixed ]
  * A third.

 -- Bouwer <bouwer@example.org>  Thu, 01 Jan 2026 00:00:00 +0000

koppelkans (0.1.0) bookworm; urgency=medium

  * The first.

 -- Bouwer <bouwer@example.org>  Wed, 24 Dec 2025 00:00:00 +0000
DEBIAN
convert 0.2.0 >seen
diff -u expected seen
# Debian's own reader takes it, without a word of doubt.
[ "$(dpkg-parsechangelog -l seen --all --show-field Version 2>&1)" = 0.2.0 ]
[ "$(dpkg-parsechangelog -l seen --offset 1 --count 1 --show-field Timestamp 2>&1)" = 1766534400 ]

# refused VERSION SENTENCE: not converted, for this reason
refused() {
    if convert "$1" >seen 2>said; then
        echo "converted, though: $2" >&2
        exit 1
    fi
    grep -qF "$2" said || { cat said >&2 && exit 1; }
}
refused 0.3.0 "the newest version is 0.2.0, but 0.3.0 is packed"
printf '## [0.1.0] - 2025-13-41\n\n- x\n' >CHANGELOG.md
refused 0.1.0 "no day: 2025-13-41"
printf '## Unreleased\n\n- x\n' >CHANGELOG.md
refused 0.1.0 "no version in: ## Unreleased"
printf '# Changelog\n' >CHANGELOG.md
refused 0.1.0 "it names no version"
