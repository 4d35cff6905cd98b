
(() => {
  "use strict";
  const byId = (id) => document.getElementById(id);
  const filters = byId("filters");
  if (!filters) return;

  const FIELDS = ["kind", "fact", "document", "line", "date", "language",
    "before", "written", "after", "suggestion", "message"];
  const A_PAGE = 25;
  const ICONS = { contradicted: "✗", outdated: "↻", conflicting: "≠", unverifiable: "?", inconsistency: "⇄" };
  const data = JSON.parse(byId("data").textContent);
  const body = byId("rows").querySelector("tbody");
  const boxes = [...filters.querySelectorAll("input[type=checkbox]")];
  const fact = byId("only-fact");
  const search = byId("search");
  const position = byId("position");
  const textOf = (row, field) => data.texts[row[FIELDS.indexOf(field)]];
  const lowered = data.texts.map((text) => text.toLowerCase());
  const number = new Intl.NumberFormat(document.documentElement.lang);

  const words = {};
  for (const box of boxes) words[box.value] = box.closest("label").dataset.word;

  const add = (parent, name, text, className) => {
    const child = document.createElement(name);
    if (text) child.textContent = text;
    if (className) child.className = className;
    parent.append(child);
    return child;
  };

  const rowOf = (row) => {
    const line = document.createElement("tr");
    const kind = textOf(row, "kind");
    const verdict = add(line, "td", "", kind === "inconsistency" ? "conflicting" : kind);
    add(verdict, "span", ICONS[kind], "icon").setAttribute("aria-hidden", "true");
    add(verdict, "span", words[kind], "word");
    const said = add(line, "td");
    said.dir = "auto";
    if (textOf(row, "language")) said.lang = textOf(row, "language");
    const quote = add(said, "p", textOf(row, "before"), "quote");
    const written = textOf(row, "written");
    const suggestion = textOf(row, "suggestion");
    if (suggestion) {
      add(quote, "del", written);
      quote.append(" → ");
      add(quote, "ins", suggestion);
    } else if (written) add(quote, "mark", written);
    quote.append(textOf(row, "after"));
    add(said, "p", textOf(row, "message"), "message");
    add(add(line, "td"), "code", textOf(row, "fact"));
    const place = add(line, "td");
    const at = row[FIELDS.indexOf("line")];
    add(place, "code", textOf(row, "document") + (at ? `:${at}` : ""));
    place.append(" ");
    add(place, "span", textOf(row, "date"), "date");
    return line;
  };

  let found = [];
  let page = 0;

  const draw = () => {
    const pages = Math.max(1, Math.ceil(found.length / A_PAGE));
    page = Math.min(Math.max(page, 0), pages - 1);
    body.replaceChildren(...found.slice(page * A_PAGE, (page + 1) * A_PAGE).map(rowOf));
    const fill = (template, n, total) => template.replace("{n}", number.format(n)).replace("{total}", number.format(total));
    position.textContent = `${fill(position.dataset.template, page + 1, pages)} · ${fill(position.dataset.shown, found.length, data.rows.length)}`;
    byId("previous").disabled = page === 0;
    byId("next").disabled = page === pages - 1;
  };

  const SEARCHED = ["document", "fact", "before", "written", "after", "suggestion", "message"].map((name) => FIELDS.indexOf(name));
  const apply = () => {
    const kinds = new Set(boxes.filter((box) => box.checked).map((box) => box.value));
    const wanted = search.value.trim().toLowerCase();
    const hits = lowered.map((text) => text.includes(wanted));
    found = data.rows.filter((row) =>
      kinds.has(textOf(row, "kind")) &&
      (!fact.value || textOf(row, "fact") === fact.value) &&
      (!wanted || SEARCHED.some((at) => hits[row[at]])));
    page = 0;
    draw();
  };

  const turn = (step) => {
    page += step;
    draw();
    byId("findings").scrollIntoView();
  };

  filters.addEventListener("input", apply);
  filters.addEventListener("submit", (event) => event.preventDefault());
  byId("show-all").addEventListener("click", () => {
    filters.reset();
    apply();
  });
  byId("previous").addEventListener("click", () => turn(-1));
  byId("next").addEventListener("click", () => turn(1));
  document.addEventListener("click", (event) => {
    const link = event.target.closest("a[data-find]");
    if (!link) return;
    filters.reset();
    search.value = link.dataset.find;
    apply();
  });
  byId("first").hidden = true;
  for (const part of document.querySelectorAll(".scripted")) part.hidden = false;
  apply();
})();
