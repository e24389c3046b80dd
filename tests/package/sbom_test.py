"""sbom_test.py BUILD REPO: the bill of materials of a build: the form that SPDX 2.3 asks for, every library that the
program loads and that its Debian package depends on, at the version that is installed, and the same bytes again."""
import json
import re
import subprocess
import sys
import unittest
from pathlib import Path

BUILD, REPO = (Path(argument).resolve() for argument in sys.argv[1:3])
FILE = BUILD / "koppelkans.spdx.json"
PROGRAM = BUILD / "tools/koppelkans/koppelkans"
BILL = json.loads(FILE.read_text(encoding="utf-8"))
PACKAGES = {package["SPDXID"]: package for package in BILL["packages"]}
BY_NAME = {package["name"]: package for package in BILL["packages"]}


def said_by(*command, **options):
    return subprocess.run(command, check=True, capture_output=True, text=True, **options).stdout


class BillOfMaterials(unittest.TestCase):
    def test_has_what_spdx_asks_of_a_document(self):
        assert BILL["spdxVersion"] == "SPDX-2.3" and BILL["dataLicense"] == "CC0-1.0"
        assert BILL["SPDXID"] == "SPDXRef-DOCUMENT" and BILL["name"]
        assert re.fullmatch(r"[a-z]+://[^#\s]+", BILL["documentNamespace"])
        assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", BILL["creationInfo"]["created"])
        assert all(re.match(r"(Tool|Organization|Person): ", who) for who in BILL["creationInfo"]["creators"])

    def test_has_what_spdx_asks_of_a_package(self):
        assert len(PACKAGES) == len(BILL["packages"]), "an id is used twice"
        for spdx_id, package in PACKAGES.items():
            assert re.fullmatch(r"SPDXRef-[A-Za-z0-9.-]+", spdx_id), spdx_id
            assert package["name"] and package["versionInfo"] and package["downloadLocation"], package
            assert package["filesAnalyzed"] is False, package
            assert re.match(r"NOASSERTION$|(Organization|Person): [^<>]+ \([^()]+@[^()]+\)$", package["supplier"]), package
            for reference in package.get("externalRefs", []):
                assert re.fullmatch(r"pkg:deb/debian/[a-z0-9.%A-Z-]+@[\w.%~-]+\?arch=\w+", reference["referenceLocator"])

    def test_every_relation_is_between_what_it_lists(self):
        known = {*PACKAGES, "SPDXRef-DOCUMENT"}
        related = set()
        for relation in BILL["relationships"]:
            assert {relation["spdxElementId"], relation["relatedSpdxElement"]} <= known, relation
            related |= {relation["spdxElementId"], relation["relatedSpdxElement"]}
        assert related == known, f"nothing is said of {known - related}"

    def test_versions_are_those_that_are_installed(self):
        theirs = sorted({*BY_NAME} - {"koppelkans"})
        rows = said_by("dpkg-query", "--show", "--showformat=${Package} ${Version}\n", *theirs).splitlines()
        for name in theirs:
            assert f"{name} {BY_NAME[name]['versionInfo']}" in rows, BY_NAME[name]
        assert BY_NAME["koppelkans"]["versionInfo"] == said_by(PROGRAM, "--version").split()[1]

    def test_names_what_the_program_links_and_was_compiled_with(self):
        def of(relation, one, other):
            return {PACKAGES[r[other]]["name"] for r in BILL["relationships"]
                    if r["relationshipType"] == relation and r[one] == "SPDXRef-koppelkans"}

        linked = of("DYNAMIC_LINK", "spdxElementId", "relatedSpdxElement")
        assert {"libc6", "libgdal32", "libgeos-c1v5", "libproj25", "libsqlite3-0", "libstdc++6", "libtbb12"} <= linked
        assert len(linked) <= len(re.findall(r"\(NEEDED\)", said_by("readelf", "--dynamic", PROGRAM)))
        compiled = of("BUILD_DEPENDENCY_OF", "relatedSpdxElement", "spdxElementId")
        assert {"libcli11-dev", "libgdal-dev", "libtomlplusplus-dev", "nlohmann-json3-dev"} <= compiled
        assert not {name for name in compiled if "gtest" in name or "gmock" in name}, "tests are no part of the product"
        assert "weasyprint" in of("OPTIONAL_DEPENDENCY_OF", "relatedSpdxElement", "spdxElementId")

    def test_what_a_library_loads_is_in_it_too(self):
        # GDAL reads KML and GML by libexpat, which no line of ours names.
        assert "libexpat1" in BY_NAME
        depends = [r["relatedSpdxElement"] for r in BILL["relationships"] if r["spdxElementId"] == "SPDXRef-libgdal32"]
        assert "SPDXRef-libexpat1" in depends, depends

    def test_the_same_build_gives_the_same_bytes(self):
        scratch = BUILD / "sbom_again.json"
        arguments = [PROGRAM, BY_NAME["koppelkans"]["versionInfo"], BY_NAME["koppelkans"]["homepage"], scratch]
        optional = ["--optional", "weasyprint", "fonts-dejavu-core"]
        try:
            said_by(sys.executable, REPO / "tools/packaging/sbom.py", *arguments, *optional, cwd=BUILD)
            assert scratch.read_bytes() == FILE.read_bytes()
        finally:
            scratch.unlink(missing_ok=True)

    def test_refuses_a_folder_that_is_no_build(self):
        stranger = subprocess.run([sys.executable, REPO / "tools/packaging/sbom.py", PROGRAM, "1", "x:y", "/dev/null"],
                                  cwd=REPO, capture_output=True, text=True, check=False)
        assert stranger.returncode != 0 and "sbom.py: ninja" in stranger.stderr, stranger


if __name__ == "__main__":
    print(f"{FILE.name}: {len(PACKAGES) - 1} Debian packages, {len(BILL['relationships'])} relations")
    unittest.main(argv=sys.argv[:1])
