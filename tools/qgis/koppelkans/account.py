"""The account of a run, from the JSON that the program prints, as lines of a log and as a page of HTML."""
from html import escape

from .translation import tr

COUNTS = ("gelezen", "geanalyseerd", "samengevoegd", "afgekeurd")


def totals(summary):
    """Rows over all sources, by what became of them; `fouten` are those left out because something is wrong with
    them, and not by a rule."""
    found = {count: sum(bron[count] for bron in summary["bronnen"]) for count in COUNTS}
    found["fouten"] = sum(reden["aantal"] for bron in summary["bronnen"] for reden in bron["redenen"] if reden["fout"])
    return found


def _kind(reden):
    return tr("fault") if reden["fout"] else tr("by rule")


def _first_rows(reden):
    for row in reden["eerste"]:
        name = tr("row {number}").format(number=row["fid"])
        yield name, row["id"], row["detail"]


def _counted(counts):
    return tr("{gelezen} rows read, {geanalyseerd} analysed, {samengevoegd} merged, {afgekeurd} left out").format(
        **{count: counts[count] for count in COUNTS})


def log_lines(summary):
    """What was read, and what was left out and why."""
    for warning in summary["opmerkingen"] + summary["buurten"]["waarschuwingen"]:
        yield warning
    for bron in summary["bronnen"]:
        yield f"{bron['bron']}: {_counted(bron)}"
        yield "    " + tr("soort: {soort}").format(soort=bron["soort"])
        for warning in bron["waarschuwingen"]:
            yield "    " + warning
        for reden in bron["redenen"]:
            yield f"    {reden['reden']} ({_kind(reden)}): {reden['aantal']}"
            for name, identity, detail in _first_rows(reden):
                yield "        " + ", ".join(filter(None, (name, identity, detail)))
    found = totals(summary)
    yield tr("Together: {counts}, of which {fouten} with a fault").format(
        counts=_counted(found), fouten=found["fouten"])


def _row(cells, tag="td"):
    inside = "".join(f"<{tag}>{escape(str(cell))}</{tag}>" for cell in cells)
    return f"<tr>{inside}</tr>\n"


def _left_out_rows(bron):
    for reden in bron["redenen"]:
        head = (reden["reden"], _kind(reden), reden["aantal"])
        for cells in _first_rows(reden):
            yield (*head, *cells)
            head = ("", "", "")
        if head[0]:
            yield (*head, "", "", "")


def _bron_html(bron):
    page = f"<h2>{escape(bron['bron'])}</h2>\n<p>{escape(bron['pad'])}<br>{escape(_counted(bron))}<br>"
    page += escape(tr("soort: {soort}").format(soort=bron["soort"])) + "</p>\n"
    for warning in bron["waarschuwingen"]:
        page += f"<p><em>{escape(warning)}</em></p>\n"
    if bron["redenen"]:
        head = (tr("reason"), tr("kind"), tr("rows"), tr("first rows"), "id", tr("what stands there"))
        page += "<table>\n" + _row(head, "th")
        page += "".join(_row(cells) for cells in _left_out_rows(bron)) + "</table>\n"
    return page


STYLE = ("body{font-family:sans-serif;margin:1.5em}table{border-collapse:collapse}"
         "td,th{border:1px solid #bbb;padding:.2em .6em;text-align:left;vertical-align:top}th{background:#eee}")


def html_page(summary):
    """A page that stands by itself."""
    title = escape(tr("Plans checked"))
    found = totals(summary)
    page = f'<!DOCTYPE html>\n<html><head><meta charset="utf-8"><title>{title}</title><style>{STYLE}</style></head>\n'
    page += f"<body><h1>{title}</h1>\n<p>"
    page += escape(tr("Peildatum {peildatum}, horizon {horizon}, {buurten} buurten").format(
        peildatum=summary["peildatum"], horizon=summary["horizon"], buurten=summary["buurten"]["aantal"]))
    page += "<br>" + escape(tr("Together: {counts}, of which {fouten} with a fault").format(
        counts=_counted(found), fouten=found["fouten"])) + "</p>\n"
    return page + "".join(_bron_html(bron) for bron in summary["bronnen"]) + "</body></html>\n"
