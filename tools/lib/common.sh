# Shared by tools/quickstart, tools/test and .ci/run. Source it:
#   . "$(dirname "${BASH_SOURCE[0]}")/lib/common.sh"
# Needs bash alone until ensure_packages has run. All it says goes to stderr.
# shellcheck shell=bash

# What it takes to build the program, and what the tests need besides.
RAPPORT_BUILD_PACKAGES=(
  g++ cmake ninja-build pkgconf
  libicu-dev libre2-dev libtomlplusplus-dev libcld2-dev
  libboost1.81-dev libboost-program-options1.81-dev libboost-json1.81-dev libnlopt-dev libdtl-dev
  libarchive-dev libsimdjson-dev libxml2-dev libgmime-3.0-dev zlib1g-dev
)
# shellcheck disable=SC2034  # used by what sources this
RAPPORT_TEST_PACKAGES=(
  "${RAPPORT_BUILD_PACKAGES[@]}"
  libboost-test1.81-dev unicode-data python3 python3-jsonschema
)

# Lets a compiler cache, where there is one, take precompiled headers.
export CCACHE_SLOPPINESS="${CCACHE_SLOPPINESS:-pch_defines,time_macros}"

say() { printf '%s\n' "$*" >&2; }

# One clear line, then out.
die() {
  say "error: $*"
  exit 2
}

# The processors to build with; RAPPORT_JOBS overrides.
jobs() {
  local count
  count="${RAPPORT_JOBS:-$(nproc 2>/dev/null || echo 1)}"
  printf '%s' "$count"
}

# missing_packages NAME... prints those that are not installed, one a line.
missing_packages() {
  local name installed
  installed="$(dpkg-query -W -f='${db:Status-Abbrev}${Package}\n' "$@" 2>/dev/null |
    sed -n 's/^ii *//p' || true)"
  for name in "$@"; do
    grep -qxF -- "$name" <<<"$installed" || printf '%s\n' "$name"
  done
}

# ensure_packages NAME... installs what is missing with apt-get. Does nothing,
# and asks the network nothing, where all is there.
ensure_packages() {
  local -a missing as_root=()
  if ! command -v dpkg-query >/dev/null || ! command -v apt-get >/dev/null; then
    say "note: no apt-get here; taking it that these Debian packages' files are there: $*"
    return 0
  fi
  mapfile -t missing < <(missing_packages "$@")
  ((${#missing[@]} == 0)) && return 0
  if [[ "$(id -u)" != 0 ]]; then
    command -v sudo >/dev/null ||
      die "as root, run first: apt-get install --no-install-recommends ${missing[*]}"
    as_root=(sudo)
  fi
  say "Installing ${missing[*]}"
  # Never from the draft on stdin, never into the result on stdout.
  "${as_root[@]}" apt-get -q update </dev/null >&2 ||
    die "apt-get update failed; is there a network?"
  "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -q -y --no-remove \
    --no-install-recommends install "${missing[@]}" </dev/null >&2 ||
    die "apt-get could not install: ${missing[*]} (Debian 12 has them all)"
}

# configure_and_build PRESET [CMAKE_OPTION...] [-- TARGET...]
# Configures where that was not done yet, with a compiler cache if there is one;
# then builds the targets (all without any). Quiet unless something fails.
configure_and_build() {
  local preset="$1" log target status=0
  local -a options=() targets=()
  shift
  while (($#)); do
    if [[ "$1" == -- ]]; then
      shift
      for target in "$@"; do targets+=(--target "$target"); done
      break
    fi
    options+=("$1")
    shift
  done
  log="$(mktemp)"
  if [[ ! -f "build/$preset/build.ninja" ]] || ((${#options[@]})); then
    if command -v ccache >/dev/null; then
      options+=(-DCMAKE_CXX_COMPILER_LAUNCHER=ccache)
    fi
    cmake --preset "$preset" "${options[@]}" </dev/null >"$log" 2>&1 || status=$?
  fi
  if ((status == 0)); then
    cmake --build --preset "$preset" --parallel "$(jobs)" "${targets[@]}" \
      </dev/null >"$log" 2>&1 || status=$?
  fi
  if ((status != 0)); then
    # What failed stands between lines that went well.
    grep -E -A12 'FAILED:|CMake Error|error:' "$log" >&2 || tail -n 40 "$log" >&2
  fi
  rm -f "$log"
  return "$status"
}

# run_ctest PRESET [CTEST_OPTION...] runs tests and adds to passed and failed,
# which the caller has set.
run_ctest() {
  local preset="$1" log
  shift
  log="$(mktemp)"
  ctest --preset "$preset" --parallel "$(jobs)" "$@" </dev/null 2>&1 | tee "$log" >&2 || true
  count_ctest "$log"
  rm -f "$log"
}

# count_ctest LOG adds what a ctest run says in its last lines; one that says
# nothing counts as a failure.
count_ctest() {
  local line bad all
  line="$(grep -E '^[0-9]+% tests passed, [0-9]+ tests? failed out of [0-9]+' "$1" | tail -n 1 || true)"
  if [[ -z "$line" ]]; then
    failed=$((failed + 1))
    return 0
  fi
  bad="$(sed -E 's/.*passed, ([0-9]+) tests? failed.*/\1/' <<<"$line")"
  all="$(sed -E 's/.*out of ([0-9]+).*/\1/' <<<"$line")"
  failed=$((failed + bad))
  passed=$((passed + all - bad))
}

# summary prints the totals as the last line; its status is 1 when any failed
# or none ran.
summary() {
  printf '%d passed, %d failed\n' "$passed" "$failed"
  ((failed == 0 && passed > 0))
}
