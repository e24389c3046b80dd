#!/usr/bin/python3
"""axe_test.py PROGRAM [--short]: pages of a report as people meet them: by the rules of accessibility, without
JavaScript, on paper and on a telephone."""
import tempfile

import support


def pages(program, result, folder, short):
    """A page of each kind, by its name; in short the two that hold most."""
    buurt = support.report(program, result, f"{folder}/buurt", "--format", "html")
    most = {"overview": buurt / "index.html", "full buurt": buurt / "buurt" / f"{support.FULL_BUURT}.html"}
    if short:
        return most
    wijk = support.report(program, result, f"{folder}/wijk", "--format", "html", "--per", "wijk")
    english = support.report(program, result, f"{folder}/en", "--format", "html", "--lang", "en")
    return {**most, "empty buurt": buurt / "buurt" / f"{support.EMPTY_BUURT}.html",
            "wijk": wijk / "wijk" / "WK999902.html",
            "English buurt": english / "buurt" / f"{support.FULL_BUURT}.html"}


def check_rules(name, axe):
    assert not axe["violations"], f"{name}: {axe['violations']}"
    assert axe["passes"] > 15, f"{name}: axe looked at {axe['passes']} rules only"


def check_sizes(name, paper, phone):
    assert not paper, f"{name}: wider than A4: {paper[:3]}"
    assert phone["width"] <= 360, f"{name}: {phone['width']} pixels wide on a telephone: {phone['beyond'][:3]}"
    assert not phone["beyond"], f"{name}: cut off on a telephone: {phone['beyond'][:3]}"


def main(program, short):
    with tempfile.TemporaryDirectory() as folder:
        seen = pages(program, support.run_voorbeeldstad(program, folder), folder, short)
        looks = [{"look": "axe"}, {"look": "text"}, {"look": "text", "script": False}, {"look": "print"},
                 {"look": "phone"}]
        answers = support.browse([{"file": str(page), **look} for page in seen.values() for look in looks])
        scrolling = 0
        for number, name in enumerate(seen):
            axe, text, plain, paper, phone = [answer["seen"] for answer in
                                              answers[number * len(looks):(number + 1) * len(looks)]]
            check_rules(name, axe)
            assert text == plain and len(text) > 500, f"{name} reads otherwise without JavaScript"
            check_sizes(name, paper, phone)
            scrolling += phone["scrolls"]
            print(f"{name}: {axe['passes']} rules pass; axe cannot tell: "
                  f"{', '.join(rule['id'] for rule in axe['incomplete']) or 'none'}")
        least = 2 if short else 5  # of two pages, of five
        assert scrolling > least, f"tables do not scroll on a telephone ({scrolling} do): are they squeezed?"
        for answer in answers:
            assert not answer["console"] and not answer["dialogs"], answer


if __name__ == "__main__":
    given = support.arguments(__doc__)
    main(given.program, given.short)
