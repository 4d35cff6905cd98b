"""The overview in a real browser; skipped, and said so, where there is no Chromium or no Playwright."""

from dataclasses import fields
from pathlib import Path

import pytest

from claims.corpus.rows import rows_of
from claims.corpus.tally import Tally, summarise
from claims.model.row import Row
from claims.model.verdict import Severity, Verdict
from claims.reports.overview import as_overview_html

GOLDEN = Path(__file__).parents[2] / "golden" / "corpus.html"
ROWS = "#rows tbody tr"


@pytest.fixture
def show(show_html):
    """Open the golden overview, or another."""
    return lambda html=None, **more: show_html(html or GOLDEN.read_text("utf-8"), **more)


@pytest.fixture
def many(facts):
    """An overview with sixty findings, on two facts and in sixty files."""
    blank = dict.fromkeys(field.name for field in fields(Row))
    rows = [
        Row(
            **{
                **blank,
                "fact": f"acme.{('members', 'boats')[number % 2]}",
                "document": f"docs/{number:02}.md",
                "message": "so",
                "severity": Severity.ERROR,
                "verdict": (Verdict.CONTRADICTED, Verdict.OUTDATED)[number % 3 == 0],
                "known": (),
                "evidence": (),
            }
        )
        for number in range(60)
    ]
    return as_overview_html(summarise([], facts), rows)


def test_the_overview_stands_alone(show, hostile, facts):
    """Nothing is fetched, nothing is refused by the policy, and nothing of a stranger runs, on any page."""
    tally = Tally()
    for report in hostile.documents:
        tally.add(report)
    rows = [row for report in hostile.documents for row in rows_of(report)]
    evil = as_overview_html(summarise([tally.packed()], facts), rows)
    for html in (None, evil):
        page = show(html)
        page.locator("a[data-find]").first.click()
        page.fill("#search", "<script>")
        assert page.complaints == []
        assert len(page.requests) == 1
        assert page.locator("script:not([type])").count() == 1


def test_the_first_page_is_the_same_without_a_script(show, many):
    """What the script draws is what stands there without it, which says how much it is of."""
    with_script, without = show(many), show(many, java_script_enabled=False)
    assert with_script.locator("#rows").inner_text() == without.locator("#rows").inner_text()
    assert "25 of 60" in without.locator("#first").inner_text()
    assert not without.locator("#filters").is_visible()
    assert not with_script.locator("#first").is_visible()


def test_pages_are_turned(show, many):
    """The buttons go forward and back, and stop at the ends."""
    page = show(many)
    assert page.locator("#position").inner_text() == "Page 1 of 3 · 60 of 60 shown"
    assert page.locator("#previous").is_disabled()
    page.locator("#next").click()
    page.locator("#next").click()
    assert page.locator(ROWS).count() == 10
    assert page.locator("#next").is_disabled()
    page.locator("#previous").click()
    assert page.locator(f"{ROWS} >> nth=0").inner_text().count("docs/25.md") == 1


def test_findings_are_chosen(show, many):
    """By verdict, by fact and by words, all together; one button shows all again."""
    page = show(many)
    page.locator("label.outdated").click()
    page.locator("#only-fact").select_option("acme.boats")
    page.fill("#search", "DOCS/2")
    assert page.locator(ROWS).count() == 3
    assert page.locator("#position").inner_text() == "Page 1 of 1 · 3 of 60 shown"
    page.locator("#show-all").click()
    assert page.locator("#position").inner_text().endswith("60 of 60 shown")


def test_a_name_leads_to_its_findings(show):
    """A fact in a list, and a file, lead to what is to be mended about it."""
    page = show()
    page.locator("#begin a").first.click()
    assert "league.members" in page.locator(f"{ROWS} >> nth=0").inner_text()
    assert page.locator("#search").input_value() == "league.members"
    assert page.evaluate("document.activeElement.tagName") != "BODY"


def test_lists_unfold_without_a_script(show):
    """The numbers behind the plot can be seen by everybody."""
    page = show(java_script_enabled=False)
    page.locator("#months summary").click()
    assert page.locator("#months table").is_visible()


def test_plots_are_named(show):
    """A picture has a name and a description, or stands beside the same in numbers and is not heard."""
    page = show()
    for picture in page.locator("svg").all():
        hidden = picture.get_attribute("aria-hidden") == "true"
        inner = picture.evaluate("it => Boolean(it.parentElement.closest('svg'))")
        assert hidden or inner or (picture.get_attribute("role") == "img" and picture.get_attribute("aria-label"))


def test_small_screens_scroll_one_way(show):
    """On a telephone nothing is wider than the screen."""
    page = show(viewport={"width": 360, "height": 640})
    assert page.evaluate("document.documentElement.scrollWidth") <= 360


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_words_can_be_read(show, contrast, scheme):
    """Words stand out from what is behind them by 4.5 to 1, by day and by night."""
    page = show(color_scheme=scheme)
    for element in page.locator(".word:visible, .icon:visible, .facts, .sum, .message, td code, label, h2").all():
        assert element.evaluate(contrast) >= 4.5, element.inner_text()


def test_the_printed_page_has_no_switches(show):
    """On paper there are the lists and the first findings, and how many they are of."""
    page = show()
    page.emulate_media(media="print")
    assert not page.locator("#filters").is_visible()
    assert not page.locator("#next").is_visible()
    assert page.locator("#position").is_visible()
    assert page.locator("#facts table").first.is_visible()


def test_endless_words_do_not_widen_the_page(show, facts, report_on):
    """A name, a path or a value without a space is broken where it has to be."""
    endless = "x" * 400
    report = report_on(f"Acme has {endless} members", name=f"{endless}.md", **{f"_{endless}": Verdict.OUTDATED})
    tally = Tally()
    tally.add(report)
    html = as_overview_html(summarise([tally.packed()], facts), rows_of(report))
    for width in (360, 1280):
        page = show(html, viewport={"width": width, "height": 640})
        assert page.evaluate("document.documentElement.scrollWidth") <= width
