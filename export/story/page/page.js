"use strict";
(() => {
const data = JSON.parse(document.getElementById("data").textContent);
const root = document.documentElement, body = document.body, tools = document.getElementById("tools");
const articles = [...document.querySelectorAll("article.e")], items = articles.map(a => a.parentElement), heads = items.map(i => i.closest("section")), sections = [...new Set(heads)];
let lang = data.ui, labels = data.labels[lang], mirrored = false;

// Words

const zero = {latn: 48, arab: 0x660, arabext: 0x6f0};
const digits = text => String(text).replace(/[0-9]/g, d => String.fromCharCode(zero[data.digits || labels.digits] + +d));
const form = n => n === 1 ? "one" : n === 2 ? "two" : n % 100 >= 3 && n % 100 <= 10 ? "few" : n % 100 >= 11 ? "many" : "other";
const word = key => labels[key] ?? key.slice(key.indexOf(".") + 1);
const count = (key, n) => word(key + "." + form(n)).replace("{n}", digits(n));
function say(element) {
  const {l: key, m: more, n, at, documents, publishers} = element.dataset;
  let text = n !== undefined ? count(key, +n) : word(key);
  if (documents !== undefined) text = text.replace("{documents}", count("n.documents", +documents));
  if (publishers !== undefined) text = text.replace("{publishers}", count("n.publishers", +publishers));
  if (more) text += " · " + word(more);
  if (at) text += " " + at;
  element.textContent = text;
}
function make(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name === "l") { element.dataset.l = value; say(element); } else if (name === "on") { for (const [event, f] of Object.entries(value)) element.addEventListener(event, f); } else element.setAttribute(name, value);
  }
  element.append(...children);
  return element;
}
function speak(code) {
  lang = code; labels = data.labels[code];
  root.lang = code; root.dir = labels.direction;
  for (const element of document.querySelectorAll("[data-l]")) say(element);
  const at = data.languages.indexOf(code);
  folded = null; idle(() => prepare());
  for (const element of document.querySelectorAll("[data-d]")) element.firstChild.data = data.dates[element.dataset.d][at]; // a date holds its other calendars
  fillChoices(); drawStrip(); tell();
}

// Filters

const fold = text => text.normalize("NFKD").replace(/[\u0300-\u036f\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed\u0640\u200b-\u200f\u202a-\u202e\u2066-\u2069]+/g, "").toLowerCase()
  .replace(/[٠-٩۰-۹]/g, d => String(d.charCodeAt(0) & 15)).replace(/[ىیے]/g, "ي").replace(/ک/g, "ك").replace(/[ةۀہھە]/g, "ه").replace(/ٱ/g, "ا");
let folded = null;
const texts = () => folded ??= articles.map(a => fold(a.textContent));
const idle = f => typeof requestIdleCallback === "function" ? requestIdleCallback(f) : setTimeout(f, 200);
// the first search shall not wait for it: texts are folded in idle moments, some at a time
function prepare(made = []) {
  if (folded) return;
  const until = performance.now() + 12;
  while (made.length < articles.length && performance.now() < until) made.push(fold(articles[made.length].textContent));
  if (made.length < articles.length) idle(() => prepare(made)); else folded = made;
}
// an event is its first and last day, then for each field the numbers of its values
const events = data.events.map(([d, t, ...has]) => ({d, t, has}));
const fields = [
  ["who", "ui.who", name => name],
  ["where", "ui.where", name => name],
  ["kind", "ui.kind", kind => word("kind." + kind)],
  ["status", "ui.status", status => word(status)],
  ["date", "ui.certainty", certainty => word("certainty." + certainty)],
  ["source", "ui.source", name => name],
];
const state = {q: "", from: null, to: null};
const selects = {}, most = 400;
let visible = articles.map(() => true), shown = visible, zooms = [];
function fillChoices() {
  fields.forEach(([name, , show], f) => {
    const select = selects[name], counts = new Map();
    for (const e of events) for (const v of e.has[f]) counts.set(v, (counts.get(v) || 0) + 1);
    const choices = [...counts].sort((a, b) => b[1] - a[1]).slice(0, most).map(([v, n]) => [data.values[f][v], n]);
    select.replaceChildren(make("option", {value: ""}, word("ui.any")), ...choices.map(([v, n]) => make("option", {value: v}, `${show(v)} (${digits(n)})`)));
    select.value = state[name] || "";
    select.closest(".field").hidden = counts.size < 2 && !state[name];
  });
}
function wanted() {
  const words = fold(state.q).split(/\s+/).filter(Boolean), all = words.length ? texts() : null;
  const tests = [];
  fields.forEach(([name], f) => {
    if (!state[name]) return;
    const at = data.values[f].indexOf(state[name]);
    tests.push(e => e.has[f].includes(at));
  });
  return events.map((e, i) => tests.every(t => t(e)) && (!all || words.every(w => all[i].includes(w))));
}
const inTime = e => state.from === null || (e.d !== null && e.d < state.to && (e.t ?? e.d) >= state.from);
let matching = visible;
function apply(keep) {
  matching = wanted();
  visible = matching.map((m, i) => m && inTime(events[i]));
  const some = new Set();
  items.forEach((item, i) => { if (visible[i]) some.add(heads[i]); if (shown[i] !== visible[i]) item.hidden = !visible[i]; });
  shown = visible;
  for (const section of sections) if (section.hidden === some.has(section)) section.hidden = !section.hidden;
  drawStrip(); tell();
  if (!keep) remember();
}
function tell() {
  const n = visible.filter(Boolean).length;
  live.textContent = word(n === articles.length ? "ui.all" : "ui.shown").replace("{n}", digits(n)).replace("{all}", digits(articles.length));
  clear.hidden = !state.q && state.from === null && fields.every(f => !state[f[0]]);
  out.hidden = state.from === null;
}
function remember() {
  const view = new URLSearchParams();
  for (const [name, v] of Object.entries(state)) if (v !== null && v !== undefined && v !== "") view.set(name, v);
  if (lang !== data.ui) view.set("ui", lang);
  const hash = view.toString();
  try { history.replaceState(null, "", hash ? "#?" + hash : "#"); } catch { /* not allowed in some frames */ }
}
function recall() {
  if (!location.hash.startsWith("#?")) {
    const target = location.hash.length > 1 && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (target?.matches?.("article.e")) target.querySelector("details").open = true;
    return;
  }
  const view = new URLSearchParams(location.hash.slice(2));
  for (const name of ["q", ...fields.map(f => f[0])]) state[name] = view.get(name) || "";
  const from = parseInt(view.get("from"), 10), to = parseInt(view.get("to"), 10);
  if (fields.some(f => state[f[0]])) filters.open = true;
  [state.from, state.to] = Number.isFinite(from) && Number.isFinite(to) ? [from, to] : [null, null];
  query.value = state.q;
  if (data.labels[view.get("ui")]) { language.value = view.get("ui"); speak(language.value); } else fillChoices();
  apply(true);
}

// The strip: events over time. One tab stop; arrows move, Enter zooms in, Escape out.

const date = day => new Date(day * 864e5);
const dayOf = (y, m, d) => Date.UTC(y, m, d) / 864e5;
const monthName = m => word("month." + (labels["month." + data.months + ".1"] ? data.months : labels.months) + "." + (m + 1));
const units = [
  {days: 1, floor: d => d, next: d => d + 1, name: d => `${digits(date(d).getUTCDate())} ${monthName(date(d).getUTCMonth())} ${digits(date(d).getUTCFullYear())}`},
  {days: 7, floor: d => d - ((d + 3) % 7 + 7) % 7, next: d => d + 7, tick: d => units[0].name(d), name: d => units[0].name(d) + " – " + units[0].name(d + 6)},
  {days: 30, floor: d => dayOf(date(d).getUTCFullYear(), date(d).getUTCMonth(), 1), next: d => dayOf(date(d).getUTCFullYear(), date(d).getUTCMonth() + 1, 1), name: d => `${monthName(date(d).getUTCMonth())} ${digits(date(d).getUTCFullYear())}`},
  {days: 91, floor: d => dayOf(date(d).getUTCFullYear(), date(d).getUTCMonth() - date(d).getUTCMonth() % 3, 1), next: d => dayOf(date(d).getUTCFullYear(), date(d).getUTCMonth() + 3, 1), tick: d => units[2].name(d), name: d => `${monthName(date(d).getUTCMonth())} – ${monthName(date(d).getUTCMonth() + 2)} ${digits(date(d).getUTCFullYear())}`},
  {days: 365, floor: d => dayOf(date(d).getUTCFullYear(), 0, 1), next: d => dayOf(date(d).getUTCFullYear() + 1, 0, 1), name: d => digits(date(d).getUTCFullYear())},
  {days: 3650, floor: d => dayOf(Math.floor(date(d).getUTCFullYear() / 10) * 10, 0, 1), next: d => dayOf(date(d).getUTCFullYear() + 10, 0, 1), name: d => `${digits(date(d).getUTCFullYear())} – ${digits(date(d).getUTCFullYear() + 9)}`},
  {days: 36500, floor: d => dayOf(Math.floor(date(d).getUTCFullYear() / 100) * 100, 0, 1), next: d => dayOf(date(d).getUTCFullYear() + 100, 0, 1), name: d => `${digits(date(d).getUTCFullYear())} – ${digits(date(d).getUTCFullYear() + 99)}`},
];
let bins = [];
function drawStrip() {
  const dated = events.filter((e, i) => e.d !== null && matching[i]);
  let first = state.from, last = state.to;
  const whole = first === null;
  let early, late; // what a few far dates would stretch the strip to is gathered in its first and last bar
  if (whole && dated.length) {
    const days = dated.map(e => e.d).sort((a, b) => a - b), at = share => days[Math.floor(share * (days.length - 1))];
    early = days[0]; late = days[days.length - 1] + 1;
    [first, last] = late - early > 4 * (at(0.9) - at(0.1) + 1) && days.length > 50 ? [at(0.1), at(0.9) + 1] : [early, late];
  }
  bins = [];
  if (!dated.length || !Number.isFinite(first)) { box.hidden = true; return; }
  box.hidden = false;
  const slots = innerWidth < 500 ? 45 : 110, unit = units.find(u => (last - first) / u.days <= slots) || units[units.length - 1];
  for (let d = unit.floor(first); d < last; d = unit.next(d)) bins.push({from: d, to: unit.next(d), n: 0, name: unit.name(d), tick: (unit.tick || unit.name)(d)});
  if (whole && bins.length && early < bins[0].from) { bins[0].from = early; bins[0].name = "… " + bins[0].name; }
  if (whole && bins.length && late > bins[bins.length - 1].to) { bins[bins.length - 1].to = late; bins[bins.length - 1].name += " …"; }
  for (const e of dated) {
    if (!whole && (e.d >= last || e.d < first)) continue;
    let low = 0, high = bins.length - 1;
    while (low < high) { const mid = (low + high + 1) >> 1; if (bins[mid].from <= e.d) low = mid; else high = mid - 1; }
    bins[low].n++;
  }
  const top = Math.max(1, ...bins.map(b => b.n)), held = strip.contains(document.activeElement);
  strip.replaceChildren(...bins.map((b, i) => {
    const bar = make("i"), button = make("button", {type: "button", tabindex: i ? "-1" : "0", title: `${b.name}: ${count("n.events", b.n)}`, "aria-label": `${b.name}: ${count("n.events", b.n)}`, "data-n": b.n, "data-i": i}, bar);
    bar.style.setProperty("--h", Math.sqrt(b.n / top));
    return button;
  }));
  strip.dir = mirrored ? (labels.direction === "rtl" ? "ltr" : "rtl") : labels.direction;
  ends.dir = strip.dir;
  const step = Math.ceil(bins.length / Math.max(1, Math.floor(strip.clientWidth / 150) || 4));
  ends.replaceChildren(...bins.map((b, i) => {
    if (i % step || i > bins.length - step / 2 && i) return "";
    const label = make("span", {}, b.tick); label.style.insetInlineStart = `${100 * i / bins.length}%`;
    return label;
  }));
  if (held) strip.firstElementChild.focus();
}
function zoom(from, to) {
  if (from === state.from && to === state.to) return;
  zooms.push([state.from, state.to]);
  [state.from, state.to] = [from, to];
  apply();
}
function zoomOut() { [state.from, state.to] = zooms.pop() || [null, null]; apply(); }

const query = make("input", {type: "search", id: "q", autocomplete: "off"});
const strip = make("div", {class: "strip", role: "toolbar", "aria-describedby": "strip-help"}), ends = make("div", {class: "ends"});
const live = make("p", {class: "live", role: "status", "aria-live": "polite"});
const clear = make("button", {type: "button", l: "ui.clear"}), out = make("button", {type: "button", l: "ui.out"}), flip = make("button", {type: "button", l: "ui.flip", "aria-pressed": "false"});
const language = make("select", {id: "ui"}, ...data.languages.map(code => make("option", {value: code, lang: code}, data.labels[code]["language.name"])));
language.value = lang;
const field = (id, key, control, wide) => make("div", {class: wide ? "field wide" : "field"}, make("label", {for: id, l: key}), control);
const row = make("div", {class: "row"}), filters = make("details", {class: "filters"}, make("summary", {l: "ui.filters"}), row);
for (const [name, key] of fields) {
  selects[name] = make("select", {id: "f-" + name});
  selects[name].addEventListener("change", () => { state[name] = selects[name].value; apply(); });
  row.append(field("f-" + name, key, selects[name]));
}
if (data.languages.length > 1) row.append(field("ui", "ui.language", language));
const stripTitle = make("h2", {id: "strip-title", class: "small", l: "ui.time"});
const stripHelp = make("span", {id: "strip-help", class: "help", l: "ui.time.help"});
const box = make("div", {class: "strip-box"}, make("div", {class: "head"}, stripTitle, stripHelp, out, flip), strip, ends);
strip.setAttribute("aria-labelledby", "strip-title");
const search = make("div", {role: "search"}, field("q", "ui.search", query, true), filters);
filters.open = innerWidth >= 700;
tools.append(search, box, make("div", {class: "row last"}, live, clear));

let typing;
query.addEventListener("input", () => { clearTimeout(typing); typing = setTimeout(() => { state.q = query.value; apply(); }, 120); });
language.addEventListener("change", () => { speak(language.value); remember(); });
flip.addEventListener("click", () => { mirrored = !mirrored; flip.setAttribute("aria-pressed", mirrored); drawStrip(); });
out.addEventListener("click", zoomOut);
clear.addEventListener("click", () => {
  for (const name of ["q", ...fields.map(f => f[0])]) state[name] = "";
  state.from = state.to = null; zooms = []; query.value = "";
  for (const select of Object.values(selects)) select.value = "";
  apply(); query.focus();
});
const binAt = element => { const button = element?.closest?.(".strip button"); return button ? +button.dataset.i : -1; };
function move(to) {
  const buttons = strip.children;
  if (!buttons[to]) return;
  for (const b of buttons) b.tabIndex = -1;
  buttons[to].tabIndex = 0; buttons[to].focus();
}
strip.addEventListener("keydown", event => {
  const at = binAt(event.target), step = strip.dir === "rtl" ? -1 : 1;
  const to = {ArrowRight: at + step, ArrowLeft: at - step, Home: 0, End: bins.length - 1}[event.key];
  if (to !== undefined) { event.preventDefault(); move(to); } else if (event.key === "Escape" && state.from !== null) zoomOut();
});
let dragged = -1, wide = false;
strip.addEventListener("pointerdown", event => { dragged = binAt(event.target); wide = false; });
strip.addEventListener("pointermove", event => {
  const at = binAt(document.elementFromPoint(event.clientX, event.clientY));
  if (dragged < 0 || at < 0) return;
  wide = wide || at !== dragged;
  [...strip.children].forEach((b, i) => b.classList.toggle("in", i >= Math.min(at, dragged) && i <= Math.max(at, dragged)));
});
addEventListener("pointerup", event => {
  const at = binAt(document.elementFromPoint(event.clientX, event.clientY));
  if (dragged >= 0 && at >= 0 && wide) zoom(bins[Math.min(at, dragged)].from, bins[Math.max(at, dragged)].to);
  dragged = -1;
});
strip.addEventListener("click", event => { const at = binAt(event.target); if (at >= 0 && !wide) zoom(bins[at].from, bins[at].to); wide = false; });

// Copying a link or a citation

async function copy(text) {
  try { await navigator.clipboard.writeText(text); } catch {
    const area = make("textarea"); area.value = text; body.append(area); area.select(); document.execCommand("copy"); area.remove();
  }
}
document.addEventListener("toggle", event => {
  const details = event.target, article = details.closest?.("article.e");
  if (!article || !details.open || details.querySelector(".copy")) return;
  const done = button => { button.textContent = word("ui.copied"); setTimeout(() => say(button), 1500); };
  const address = location.href.split("#")[0] + "#" + article.id;
  const link = make("button", {type: "button", l: "ui.link"}), cite = make("button", {type: "button", l: "ui.cite"});
  link.addEventListener("click", async () => { await copy(address); done(link); });
  cite.addEventListener("click", async () => {
    const by = [...article.querySelectorAll("figcaption")].map(caption => caption.querySelector("bdi").textContent + (caption.querySelector("a") ? " <" + caption.querySelector("a").href + ">" : ""));
    await copy(`${article.querySelector("time").firstChild.data}: ${article.querySelector("h3").textContent} (${[...new Set(by)].join("; ")}). ${document.title}, ${address}`);
    done(cite);
  });
  details.append(make("div", {class: "copy"}, link, cite));
}, true);
addEventListener("beforeprint", () => { for (const d of document.querySelectorAll("details")) { d.dataset.was ??= d.open; d.open = true; } });
addEventListener("afterprint", () => { for (const d of document.querySelectorAll("details[data-was]")) { d.open = d.dataset.was === "true"; delete d.dataset.was; } });
addEventListener("hashchange", recall);
let sized;
addEventListener("resize", () => { clearTimeout(sized); sized = setTimeout(drawStrip, 150); });

tools.hidden = false;
fillChoices(); apply(true); recall(); idle(() => prepare());
})();
