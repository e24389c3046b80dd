"""sbom.py PROGRAM VERSION URL OUTPUT [--optional PACKAGE...]: the bill of materials of the program, as SPDX 2.3 in JSON.
Run in a build folder of Ninja. What it knows is Debian's own package data: of each library that the dynamic linker
would load for PROGRAM, and of each header that a source of PROGRAM was compiled with, the package that holds it, with
its version, source and maintainer. OPTIONAL packages are those that it calls as programs of their own.

The same build gives the same bytes: the time in it is SOURCE_DATE_EPOCH, or where that is not set, that of PROGRAM."""
import argparse
import collections
import datetime
import hashlib
import json
import os
import re
import subprocess
from pathlib import Path

OURS = "SPDXRef-koppelkans"
Package = collections.namedtuple("Package", "name version architecture source source_version maintainer homepage")


def said_by(*command, allowed=(0,)):
    done = subprocess.run(command, capture_output=True, text=True, env={**os.environ, "LC_ALL": "C.UTF-8"})
    if done.returncode not in allowed:
        raise SystemExit(f"sbom.py: {command[0]} ended in {done.returncode}: {done.stderr.strip()}")
    return done.stdout


def loaded_libraries(program):
    """By soname, the files that the dynamic linker loads for a program, those of the libraries themselves included."""
    found = {}
    for line in said_by("ldd", str(program)).splitlines():
        if match := re.match(r"\s+(\S+) => (/\S+) ", line):
            found[match[1]] = match[2]
        elif match := re.match(r"\s+(/\S+) ", line):
            found[Path(match[1]).name] = match[1]
        elif "not found" in line:
            raise SystemExit(f"sbom.py: {line.strip()}")
    return found


def needed_by(files):
    """The sonames that each of the files names itself."""
    needed = {file: [] for file in files}
    file = files[0]
    for line in said_by("readelf", "--dynamic", "--wide", *files).splitlines():
        if line.startswith("File: "):
            file = line[len("File: "):]
        elif match := re.search(r"\(NEEDED\).*\[(.+)\]", line):
            needed[file].append(match[1])
    return needed


def headers_of_product():
    """The headers outside the project that the engine and the program were compiled with."""
    headers, is_ours = set(), False
    for line in said_by("ninja", "-n", "-t", "deps").splitlines():  # -n: a build that is going on keeps its log
        if line and not line[0].isspace():
            is_ours = line.startswith(("engine/", "tools/"))
        elif is_ours and line.strip().startswith("/usr/include/"):
            headers.add(line.strip())
    if not headers:
        raise SystemExit("sbom.py: this build folder knows of no header; build the program first")
    return headers


def packages_of(paths):
    """By path the name of the Debian package that holds it. A path may lead through /lib, which is a link to /usr/lib."""
    spellings = {}
    for path in paths:
        real = os.path.realpath(path)
        for spelling in {path, real, real.removeprefix("/usr"), "/usr" + path}:
            spellings.setdefault(spelling, []).append(path)
    found = {}
    for line in said_by("dpkg-query", "--search", *sorted(spellings), allowed=(0, 1)).splitlines():
        names, _, path = line.partition(": ")
        if not names.startswith("diversion by"):
            for asked in spellings.get(path, []):
                found[asked] = names.split(",")[0]
    if strangers := sorted(set(paths) - set(found)):
        raise SystemExit(f"sbom.py: no Debian package holds {', '.join(strangers)}")
    return found


FIELDS = ("binary:Package", "Version", "Architecture", "source:Package", "source:Version", "Maintainer", "Homepage")


def described(names):
    form = "\\t".join(f"${{{field}}}" for field in FIELDS) + "\\n"
    rows = said_by("dpkg-query", "--show", f"--showformat={form}", *sorted(names), allowed=(0, 1)).splitlines()
    return {row.split("\t")[0].partition(":")[0]: Package(*row.split("\t")) for row in rows}


def spdx_id(name):
    return "SPDXRef-" + re.sub(r"[^A-Za-z0-9.-]", lambda letter: f"-{ord(letter[0]):x}-", name)


def entry(package):
    name = package.name.partition(":")[0]
    purl_name, purl_version = (text.replace("+", "%2B") for text in (name, package.version))
    return {
        "SPDXID": spdx_id(name),
        "name": name,
        "versionInfo": package.version,
        "supplier": "Organization: " + package.maintainer.replace("<", "(").replace(">", ")"),
        "downloadLocation": "NOASSERTION",
        "filesAnalyzed": False,
        **({"homepage": package.homepage} if package.homepage else {}),
        "sourceInfo": f"Debian source package {package.source} {package.source_version}",
        "licenseConcluded": "NOASSERTION",
        "licenseDeclared": "NOASSERTION",
        "licenseComments": f"in /usr/share/doc/{name}/copyright of the package",
        "copyrightText": "NOASSERTION",
        "externalRefs": [{
            "referenceCategory": "PACKAGE-MANAGER",
            "referenceType": "purl",
            "referenceLocator": f"pkg:deb/debian/{purl_name}@{purl_version.replace(':', '%3A')}"
                                f"?arch={package.architecture}",
        }],
    }


def own_entry(program, version, url):
    return {
        "SPDXID": OURS,
        "name": "koppelkans",
        "versionInfo": version,
        "packageFileName": program.name,
        "supplier": "NOASSERTION",
        "downloadLocation": url,
        "filesAnalyzed": False,
        "homepage": url,
        "licenseConcluded": "EUPL-1.2",
        "licenseDeclared": "EUPL-1.2",
        "copyrightText": "NOASSERTION",
        "primaryPackagePurpose": "APPLICATION",
    }


def relations_of(program, libraries, holder, headers, optional):
    """(one, relation, other) by SPDX id: who loads whom, what was compiled in, what may be called."""
    relations = set()
    needed = needed_by([str(program), *libraries.values()])
    for file, sonames in needed.items():
        one, relation = (OURS, "DYNAMIC_LINK") if file == str(program) else (spdx_id(holder[file]), "DEPENDS_ON")
        for soname in sonames:
            other = spdx_id(holder[libraries[soname]])
            if one != other:
                relations.add((one, relation, other))
    relations |= {(spdx_id(holder[header]), "BUILD_DEPENDENCY_OF", OURS) for header in headers}
    relations |= {(spdx_id(name), "OPTIONAL_DEPENDENCY_OF", OURS) for name in optional}
    return sorted(relations)


def bill(program, version, url, optional):
    libraries, headers = loaded_libraries(program), headers_of_product()
    holder = {path: name.partition(":")[0] for path, name in packages_of({*libraries.values(), *headers}).items()}
    packages = described({*holder.values(), *optional})
    optional = [name for name in optional if name in packages and packages[name].version]
    relations = relations_of(program, libraries, holder, headers, optional)
    entries = [own_entry(program, version, url)] + [entry(packages[name])
                                                   for name in sorted({*holder.values(), *optional})]
    relationships = [{"spdxElementId": "SPDXRef-DOCUMENT", "relationshipType": "DESCRIBES", "relatedSpdxElement": OURS}]
    relationships += [{"spdxElementId": one, "relationshipType": relation, "relatedSpdxElement": other}
                      for one, relation, other in relations]
    digest = hashlib.sha256(json.dumps([entries, relationships]).encode()).hexdigest()
    epoch = int(os.environ.get("SOURCE_DATE_EPOCH", program.stat().st_mtime))
    return {
        "spdxVersion": "SPDX-2.3",
        "dataLicense": "CC0-1.0",
        "SPDXID": "SPDXRef-DOCUMENT",
        "name": f"koppelkans-{version}",
        "documentNamespace": f"{url}/spdx/koppelkans-{version}-{digest}",
        "creationInfo": {
            "created": datetime.datetime.fromtimestamp(epoch, datetime.timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ"),
            "creators": [f"Tool: koppelkans-sbom-{version}"],
        },
        "packages": entries,
        "relationships": relationships,
    }


if __name__ == "__main__":
    parser = argparse.ArgumentParser(usage=__doc__)
    parser.add_argument("program", type=Path)
    parser.add_argument("version")
    parser.add_argument("url")
    parser.add_argument("output", type=Path)
    parser.add_argument("--optional", nargs="*", default=[])
    given = parser.parse_args()
    made = bill(given.program, given.version, given.url, given.optional)
    given.output.write_text(json.dumps(made, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    print(f"{given.output.name}: {len(made['packages']) - 1} Debian packages, {len(made['relationships'])} relations")
