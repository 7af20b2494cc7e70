// The review by keys: what is pressed is the button that shows the key. Words chosen in the text set a field. The next
// item is fetched ahead. Without any of this the page works by its links and forms.
"use strict";

const byId = (id) => document.getElementById(id);
const codePoints = (text) => [...text].length;

// while something is on its way no key decides: the next one would be decided on unseen
const busy = (on) => { if (on) byId("main").setAttribute("aria-busy", "true"); else byId("main").removeAttribute("aria-busy"); };
document.addEventListener("htmx:beforeRequest", (event) => { if (event.target.matches("#item form[method=post]")) busy(true); });
for (const name of ["htmx:sendError", "htmx:timeout", "htmx:responseError"]) document.addEventListener(name, () => busy(false));

// -- keys ----------------------------------------------------------------------------------------------------------

const typing = (target) => target.closest("input, select, textarea, dialog") !== null;

function press(key) {
  const target = document.querySelector(`#item [data-key="${CSS.escape(key)}"]`);
  if (!target) return false;
  if (target.matches("input, select")) target.focus(); else target.click();
  return true;
}

document.addEventListener("keydown", (event) => {
  if (event.key === "Enter" && event.ctrlKey && event.target.closest("#edit")) {
    event.preventDefault();
    byId("edit").querySelector('[name="then"]').click();
    return;
  }
  if (event.key === "Enter" && event.target.id === "d-reason") { // the decision itself has its own keys
    event.preventDefault();
    byId("h-item").focus();
    return;
  }
  if (event.key === "Escape" && typing(event.target) && !event.target.closest("dialog")) {
    if (!closeChoices()) byId("h-item").focus();
    return;
  }
  if (event.ctrlKey || event.altKey || event.metaKey || typing(event.target)) return;
  if (event.target.id === "words" && inWords(event)) { event.preventDefault(); return; }
  if (byId("main").hasAttribute("aria-busy")) return;
  const key = keysOn() ? keyMeant(event.key) : null;
  if (key && press(key)) event.preventDefault();
});

document.addEventListener("click", (event) => {
  const target = event.target.closest("[data-help], [data-words], [data-edit], [data-step], #r-choices li");
  if (!target) return;
  if (target.matches("[data-help]")) byId("keys").showModal();
  else if (target.matches("[data-words]")) startWords();
  else if (target.matches("[data-edit]")) editField(target.dataset.edit);
  else if (target.matches("#r-choices li")) choose(target);
  else if (!event.ctrlKey && !event.metaKey && !event.shiftKey) { event.preventDefault(); go(target.href); }
});

// -- the next item, fetched ahead ----------------------------------------------------------------------------------

const ahead = new Map();
const fetched = (address, at) => fetch(address, { headers: { "HX-Request": "true", ...(at ? { "X-At": at } : {}) } })
  .then((answer) => (answer.ok ? answer.text() : ""), () => "");

// what is fetched ahead says where one really is: that is the place to come back to
function fetchAhead() {
  ahead.clear();
  const shown = document.querySelector('#item [name="at"]');
  if (!shown || !shown.value) return;
  for (const key of ["s", "l", "j"]) {
    const link = document.querySelector(`#item a[data-step][data-key="${key}"]`);
    if (link && !ahead.has(link.href)) ahead.set(link.href, fetched(link.href, shown.value));
  }
  if (!ahead.size) fetched(location.href, shown.value);
}

async function go(address) {
  busy(true);
  const html = await (ahead.get(address) ?? fetched(address));
  if (!html) { location.href = address; return; }
  history.replaceState({ htmx: true }, "", location.href); // htmx goes back only to what it knows as its own
  history.pushState({ htmx: true }, "", address);
  htmx.swap("#item", html, { swapStyle: "outerHTML", settleDelay: 0 });
}

function arrived() {
  busy(false);
  chosen = null;
  picked = false;
  fillValue();
  const heading = byId("h-item");
  if (heading) { heading.focus({ preventScroll: true }); scrollTo(0, 0); }
  setTimeout(fetchAhead, 30);
}

document.addEventListener("htmx:afterSettle", (event) => {
  const { id } = event.detail.target ?? event.target;
  if (id === "item") arrived();
  if (id === "r-choices") openChoices();
});

// -- words ---------------------------------------------------------------------------------------------------------

let chosen = null; // {start, end, words} in code points of the document
let from = 0;
let to = 0;

function tokens() {
  const found = [];
  for (const span of document.querySelectorAll("#words [data-at]")) {
    const node = span.firstChild;
    for (const match of (node ? node.data : "").matchAll(/[\p{L}\p{N}]+(?:['’.,:-][\p{L}\p{N}]+)*|[^\s\p{L}\p{N}]+/gu)) {
      const at = Number(span.dataset.at) + codePoints(node.data.slice(0, match.index));
      found.push({ node, from: match.index, to: match.index + match[0].length, at, evidence: span.classList.contains("ev") });
    }
  }
  return found;
}

function startWords() {
  const first = tokens().findIndex((token) => token.evidence);
  from = to = Math.max(first, 0);
  byId("words").focus();
  showWords();
}

function inWords(event) {
  const steps = { ArrowRight: 1, ArrowLeft: -1, ArrowDown: 9, ArrowUp: -9 };
  if (event.key === "Enter") { if (chosen) byId("r-field").focus(); return chosen !== null; }
  if (event.key === "Escape") { getSelection().removeAllRanges(); take(null); byId("h-item").focus(); return true; }
  if (!(event.key in steps)) return false;
  to = Math.min(Math.max(to + steps[event.key], 0), tokens().length - 1);
  if (!event.shiftKey) from = to;
  showWords();
  return true;
}

function showWords() {
  const all = tokens();
  if (!all.length) return;
  const [first, last] = from <= to ? [all[from], all[to]] : [all[to], all[from]];
  getSelection().setBaseAndExtent(first.node, first.from, last.node, last.to);
  last.node.parentElement.scrollIntoView({ block: "nearest" });
}

function place(node, offset) {
  if (node.nodeType === Node.ELEMENT_NODE) { // the selection begins between two runs
    const next = node.childNodes[offset];
    return next && next.firstChild ? place(next.firstChild, 0) : next ? place(next, 0) : null;
  }
  const span = node.parentElement && node.parentElement.closest("#words [data-at]");
  if (node.nodeType !== Node.TEXT_NODE || !span) return null;
  return Number(span.dataset.at) + codePoints(node.data.slice(0, offset));
}

document.addEventListener("selectionchange", () => {
  const selection = getSelection();
  if (selection.isCollapsed || !selection.rangeCount) return;
  const range = selection.getRangeAt(0);
  const start = place(range.startContainer, range.startOffset);
  if (range.cloneContents().querySelector("[data-not]")) return; // the dots where the document goes on are not of it
  const words = range.toString();
  if (start !== null && words.trim() && byId("words").contains(range.endContainer)) take({ start, end: start + codePoints(words), words });
});

// which field some words are likely to show, where nobody has chosen one yet
const GUESSES = [
  ["duration", /\b(minutes?|hours?|half an hour)\b/i],
  ["date", /\d{4}|\b(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|january|february|march|april|may|june|july|august|september|october|november|december|yesterday|today)\b/i],
  ["participants", /^\p{Lu}/u], ["recipient", /^\p{Lu}/u], ["topics", /./], ["content", /./], ["measure", /./], ["quote", /./],
];
let picked = false; // a field was chosen by hand

function guessField(words) {
  const field = byId("r-field");
  const guess = GUESSES.find(([name, shape]) => shape.test(words) && [...field.options].some((o) => o.value === name));
  if (guess) field.value = guess[0];
}

function take(words) {
  chosen = words;
  if (words && !picked && byId("r-field")) guessField(words.words.trim());
  fillValue();
}

// -- the form that sets a field ------------------------------------------------------------------------------------

function fillValue() {
  const form = byId("edit");
  if (!form) return;
  for (const name of ["start", "end"]) {
    form.elements[name].disabled = chosen === null;
    form.elements[name].value = chosen ? chosen[name] : "";
  }
  byId("r-shown").textContent = chosen ? `shown by “${chosen.words.replace(/\s+/g, " ").trim()}”` : "no words selected";
  const option = byId("r-field").selectedOptions[0];
  const words = chosen ? chosen.words.replace(/\s+/g, " ").trim() : "";
  const plus = "several" in option.dataset && option.dataset.typed ? "+" : "";
  byId("r-value").value = words && !("fixed" in option.dataset) ? plus + words : option.dataset.typed;
}

function editField(name) {
  picked = true;
  byId("r-field").value = name;
  fillValue();
  byId("r-value").focus();
  byId("r-value").select();
}

document.addEventListener("change", (event) => { if (event.target.id === "r-field") { picked = true; fillValue(); } });
document.addEventListener("keydown", (event) => {
  if (event.target.id === "r-field" && event.key === "Enter") {
    event.preventDefault();
    byId("r-value").focus();
    byId("r-value").select();
  }
  if (event.target.id === "r-value") inChoices(event);
}, true);

// -- choices while typing ------------------------------------------------------------------------------------------

const choices = () => [...document.querySelectorAll("#r-choices li")];

function openChoices() {
  const open = choices().length > 0 && document.activeElement === byId("r-value");
  byId("r-choices").hidden = !open;
  byId("r-value").setAttribute("aria-expanded", String(open));
  byId("r-value").removeAttribute("aria-activedescendant");
}

function closeChoices() {
  const list = byId("r-choices");
  if (!list || list.hidden) return false;
  list.hidden = true;
  byId("r-value").setAttribute("aria-expanded", "false");
  byId("r-value").removeAttribute("aria-activedescendant");
  return true;
}

function inChoices(event) {
  const all = choices();
  const at = all.findIndex((item) => item.getAttribute("aria-selected") === "true");
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (step && byId("r-choices").hidden) { htmx.trigger("#r-value", "choose"); event.preventDefault(); return; }
  if (step && all.length) {
    const next = all[(at + step + all.length) % all.length];
    for (const item of all) item.setAttribute("aria-selected", String(item === next));
    byId("r-value").setAttribute("aria-activedescendant", next.id);
    event.preventDefault();
  } else if (event.key === "Enter" && at >= 0 && !byId("r-choices").hidden) {
    choose(all[at]);
    event.preventDefault();
  }
}

function choose(item) {
  const input = byId("r-value");
  const parts = input.value.split(";");
  const sign = parts[parts.length - 1].trim().match(/^[+\-−]/);
  parts[parts.length - 1] = `${parts.length > 1 ? " " : ""}${sign ? sign[0] : ""}${item.dataset.value}`;
  input.value = parts.join(";");
  closeChoices();
  input.focus();
}

document.addEventListener("focusout", (event) => { if (event.target.id === "r-value") setTimeout(closeChoices, 150); });

fillValue();
setTimeout(fetchAhead, 30);
