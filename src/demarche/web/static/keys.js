// The keys of the review: which ones somebody chose instead of those that the page was made with, kept in this browser.
"use strict";

const KEYS_KEPT = "demarche-keys";
const MAP_KEPT = "demarche-key-map";
const keysOn = () => localStorage.getItem(KEYS_KEPT) !== "off";

const ownKeys = (() => { // the key of the page -> the one chosen for it
  try {
    const kept = JSON.parse(localStorage.getItem(MAP_KEPT) ?? "{}");
    return new Map(Object.entries(kept).filter(([key, own]) => key.length === 1 && typeof own === "string" && [...own].length === 1));
  } catch { return new Map(); }
})();

// the key of the page that was meant by the one that was pressed; null for one that was given away
function keyMeant(pressed) {
  for (const [key, own] of ownKeys) if (own === pressed) return key;
  return ownKeys.has(pressed) ? null : pressed;
}

function showKeys(root) {
  for (const kbd of root.querySelectorAll("kbd")) {
    kbd.dataset.made ??= kbd.textContent;
    kbd.textContent = ownKeys.get(kbd.dataset.made) ?? kbd.dataset.made;
  }
  for (const target of root.querySelectorAll("[data-key][aria-keyshortcuts]")) {
    target.setAttribute("aria-keyshortcuts", ownKeys.get(target.dataset.key) ?? target.dataset.key);
  }
  const hint = root.querySelector("#words");
  if (hint) hint.setAttribute("aria-label", `The text; press ${ownKeys.get("w") ?? "w"} to choose words`);
}

const keysDialog = document.getElementById("keys");
const sayOfKeys = (words) => { document.getElementById("keys-say").textContent = words; };
let waitingFor = null; // the button whose new key is awaited

const remapped = () => [...keysDialog.querySelectorAll("[data-remap]")];
const doneBy = (button) => button.closest("dt").nextElementSibling.dataset.does;

function ask(button) {
  waitingFor?.classList.remove("waits");
  waitingFor = button;
  button.classList.add("waits");
  sayOfKeys(`Press the new key for “${doneBy(button)}”; Esc leaves it as it is.`);
}

function answered(words) {
  waitingFor?.classList.remove("waits");
  waitingFor = null;
  sayOfKeys(words);
}

function give(button, key) {
  const made = button.dataset.remap;
  const holder = remapped().find((other) => (ownKeys.get(other.dataset.remap) ?? other.dataset.remap) === key);
  if (holder === button) return answered(`“${key}” is its key already.`);
  if (holder) return answered(`“${key}” is the key for “${doneBy(holder)}”. Nothing was changed; give that another key first.`);
  if (/[\d?\s]/.test(key)) return answered(`“${key === " " ? "Space" : key}” cannot be chosen. Nothing was changed.`);
  if (key === made) ownKeys.delete(made); else ownKeys.set(made, key);
  keepKeys();
  answered(`“${key}” is now the key for “${doneBy(button)}”.`);
}

function keepKeys() {
  localStorage.setItem(MAP_KEPT, JSON.stringify(Object.fromEntries(ownKeys)));
  showKeys(document);
}

keysDialog.addEventListener("click", (event) => {
  const button = event.target.closest("[data-remap]");
  if (button) ask(button);
  if (event.target.closest("[data-reset]")) { ownKeys.clear(); keepKeys(); answered("The keys are as they were made."); }
});

keysDialog.addEventListener("keydown", (event) => {
  if (!waitingFor || event.key === "Tab" || event.key === "Shift") return;
  event.preventDefault();
  event.stopPropagation();
  if (event.key === "Escape") answered("Nothing was changed.");
  else if (event.ctrlKey || event.altKey || event.metaKey || [...event.key].length !== 1) answered("Only a single letter or sign can be a key. Nothing was changed.");
  else give(waitingFor, event.key);
});
keysDialog.addEventListener("cancel", (event) => { if (waitingFor) event.preventDefault(); });
keysDialog.addEventListener("close", () => answered(""));

const keysToggle = document.getElementById("keys-on");
keysToggle.checked = keysOn();
keysToggle.addEventListener("change", () => localStorage.setItem(KEYS_KEPT, keysToggle.checked ? "on" : "off"));

showKeys(document);
document.addEventListener("htmx:afterSettle", () => showKeys(document.getElementById("item") ?? document));
