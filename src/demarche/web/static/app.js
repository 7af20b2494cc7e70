// What pages need beside htmx: the token of every write, copying, dropping files. No page depends on anything else here.
"use strict";

const token = () => document.querySelector('meta[name="csrf-token"]').content;

document.addEventListener("htmx:configRequest", (event) => {
  event.detail.headers["X-CSRF-Token"] = token();
  // an address holds only what narrows the view
  if (event.detail.verb === "get") {
    for (const [name, value] of [...event.detail.formData.entries()]) {
      if (value === "") event.detail.formData.delete(name);
    }
  }
});

document.addEventListener("htmx:beforeRequest", (event) => { if (!event.target.closest("[data-quiet]")) document.getElementById("notice").replaceChildren(); });

document.addEventListener("click", async (event) => {
  const button = event.target.closest("[data-copy]");
  if (!button) return;
  const words = document.getElementById(button.dataset.copy).textContent;
  const before = button.innerHTML;
  try {
    await navigator.clipboard.writeText(words);
    button.textContent = "Copied";
  } catch {
    getSelection().selectAllChildren(document.getElementById(button.dataset.copy));
    button.textContent = "Selected: press Ctrl-C";
  }
  setTimeout(() => { button.innerHTML = before; }, 1600);
});

for (const area of document.querySelectorAll(".drop")) {
  const input = area.querySelector('input[type="file"]');
  for (const name of ["dragenter", "dragover"]) {
    area.addEventListener(name, (event) => { event.preventDefault(); area.classList.add("over"); });
  }
  area.addEventListener("dragleave", () => area.classList.remove("over"));
  area.addEventListener("drop", (event) => {
    event.preventDefault();
    area.classList.remove("over");
    input.files = event.dataTransfer.files;
  });
}

// on a narrow screen the row of pages is scrolled to the one that is open
const current = document.querySelector('.pages [aria-current="page"]');
if (current) current.scrollIntoView({ block: "nearest", inline: "center" });
