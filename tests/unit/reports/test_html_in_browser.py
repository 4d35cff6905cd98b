"""The page in a real browser; skipped, and said so, where there is no Chromium or no Playwright."""

from pathlib import Path

import pytest

from claims.reports import render

GOLDEN = Path(__file__).parents[2] / "golden" / "everything.brief.html"


@pytest.fixture
def show(show_html):
    """Open a page in a window of its own: the golden report, or another."""
    return lambda html=None, **more: show_html(html or GOLDEN.read_text("utf-8"), **more)


def test_the_page_stands_alone(show, hostile):
    """Nothing is fetched, nothing is refused by the policy, and nothing of a stranger runs."""
    for html in (None, render(hostile, "html")):
        page = show(html)
        assert page.complaints == []
        assert len(page.requests) == 1
        assert page.locator("script").count() == 1


def test_keys_go_from_finding_to_finding(show):
    """J and → go forward, k and ← back and around; Enter opens the card, Escape closes it."""
    page = show()
    findings = page.locator(".card.finding")
    focused = ".card.finding:has(> summary:focus)"
    page.keyboard.press("j")
    assert page.locator(focused).inner_text() == findings.first.inner_text()
    page.keyboard.press("ArrowRight")
    assert page.locator(focused).inner_text() == findings.nth(1).inner_text()
    page.keyboard.press("Enter")
    assert findings.nth(1).locator(".fact").first.is_visible()
    assert page.locator(".mark.current").count() == 1
    page.keyboard.press("Escape")
    assert not findings.nth(1).locator(".fact").first.is_visible()
    page.keyboard.press("k")
    page.keyboard.press("ArrowLeft")
    assert page.locator(focused).inner_text() == findings.last.inner_text()


def test_a_mark_opens_its_evidence(show):
    """A click in the text opens the card beside it, gathered ones too."""
    page = show()
    for kind in ("outdated", "unchecked"):
        page.locator(f".mark.{kind}").first.click()
        assert page.locator(f".card.{kind} .body").first.is_visible()


@pytest.mark.parametrize("scripted", [True, False])
def test_verdicts_are_shown_and_hidden(show, scripted):
    """Each verdict can be switched off, with a script or without; the text stays."""
    page = show(java_script_enabled=scripted)
    text = page.locator(".prose").first.inner_text()
    assert page.locator(".card.outdated").is_visible()
    page.locator("label.outdated").click()
    assert not page.locator(".card.outdated").is_visible()
    assert page.locator(".card.contradicted").first.is_visible()
    assert page.locator(".prose").first.inner_text() == text


def test_without_a_script_the_evidence_opens(show):
    """Cards open by themselves, and what only a script can do is not offered."""
    page = show(java_script_enabled=False)
    page.locator(".card.outdated > summary").click()
    assert page.locator(".card.outdated .fact").is_visible()
    assert not page.locator(".scripted").first.is_visible()


def test_documents_are_chosen(show):
    """Choosing a document hides the others, and the page says how many values are shown."""
    page = show()
    page.locator("#only-document").select_option(label="docs/ligue.md")
    assert page.locator("section.document:visible").count() == 1
    assert page.locator("#shown").inner_text() == "1 of 12 shown"


def test_entities_are_chosen(show, report_on_two):
    """Choosing an entity hides the cards of others, and their marks look like the text around them."""
    page = show(report_on_two)
    page.locator("#only-entity").select_option(label="Acme Group")
    assert page.locator(".card:visible").count() == 1
    assert page.locator(".mark:not(.off)").inner_text() == "84"


def test_small_screens_scroll_one_way(show):
    """On a telephone nothing is wider than the screen."""
    page = show(viewport={"width": 360, "height": 640})
    assert page.evaluate("document.documentElement.scrollWidth") <= 360


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_words_can_be_read(show, contrast, scheme):
    """Verdicts, quiet text and prose stand out from what is behind them by 4.5 to 1, by day and by night."""
    page = show(color_scheme=scheme)
    for element in page.locator(".word:visible, .icon:visible, .counts, .facts, .prose p, .mark, label").all():
        assert element.evaluate(contrast) >= 4.5, element.inner_text()


def test_the_printed_page_has_the_evidence(show):
    """On paper there are no switches, and the findings are open."""
    page = show()
    page.emulate_media(media="print")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert not page.locator("#filters").is_visible()
    assert all(fact.is_visible() for fact in page.locator(".card.finding .fact").all())
    assert not page.locator(".card.unchecked .body").first.is_visible()
