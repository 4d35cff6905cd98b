
(() => {
  "use strict";
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];
  const byId = (id) => document.getElementById(id);
  const cards = all(".card");
  const marks = all(".mark");
  const entity = byId("only-entity");
  const file = byId("only-document");
  const shown = byId("shown");

  const isWanted = (item) => {
    const box = byId(`show-${item.dataset.kind}`);
    return (!box || box.checked) && (!entity?.value || item.dataset.entity === entity.value);
  };

  const filter = () => {
    for (const section of all("section.document")) section.hidden = Boolean(file?.value) && section.id !== file.value;
    for (const card of cards) card.hidden = !isWanted(card);
    for (const mark of marks) mark.classList.toggle("off", !isWanted(mark));
    for (const group of all(".gathered")) group.hidden = !all(".card", group).some((card) => !card.hidden);
    const visible = cards.filter((card) => !card.closest("[hidden]")).length;
    if (shown) shown.textContent = shown.dataset.template.replace("{n}", visible).replace("{total}", cards.length);
  };

  const point = (card) => {
    const id = card.querySelector(".body").id;
    for (const mark of marks) mark.classList.toggle("current", mark.hash === `#${id}`);
  };

  const open = (card) => {
    for (let part = card; part; part = part.parentElement?.closest("details")) part.open = true;
    point(card);
  };

  let at = null;
  const go = (step) => {
    const findings = cards.filter((card) => card.matches(".finding") && !card.closest("[hidden]"));
    if (!findings.length) return;
    at = document.activeElement?.closest(".card.finding") ?? at;
    const from = findings.indexOf(at);
    const next = from < 0 && step < 0 ? findings.length - 1 : (from + step + findings.length) % findings.length;
    at = findings[next];
    point(at);
    at.querySelector("summary").focus({ preventScroll: true });
    (document.querySelector(".mark.current") ?? at).scrollIntoView({ block: "center" });
  };

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target.matches("select")) return;
    const step = { j: 1, ArrowRight: 1, k: -1, ArrowLeft: -1 }[event.key];
    if (step) {
      event.preventDefault();
      go(step);
    } else if (event.key === "Escape") {
      const card = event.target.closest("details[open]");
      if (card) card.open = false;
    }
  });

  document.addEventListener("click", (event) => {
    const link = event.target.closest('a[href^="#"]');
    const card = link && byId(link.hash.slice(1))?.closest(".card");
    if (card) open(card);
    else if (event.target.closest(".card > summary")) point(event.target.closest(".card"));
  });

  let closed = [];
  addEventListener("beforeprint", () => {
    closed = all(".card.finding:not([open])");
    for (const card of closed) card.open = true;
  });
  addEventListener("afterprint", () => {
    for (const card of closed) card.open = false;
  });

  const filters = byId("filters");
  if (!filters) return;
  for (const part of all(".scripted")) part.hidden = false;
  filters.addEventListener("change", filter);
  filters.addEventListener("submit", (event) => event.preventDefault());
  byId("previous").addEventListener("click", () => go(-1));
  byId("next").addEventListener("click", () => go(1));
  filter();
})();
