// Draws every <figure data-chart="/address/of/a/specification">: by Vega's expression interpreter (no eval), without
// styles of its own. A mark leads to its row, a drag along the time axis fills in the period and asks for it; links
// with data-save save the picture of the specification they lead to. Nothing moves by itself.
"use strict";

const OPTIONS = {
  ast: true, actions: false, renderer: "svg", defaultStyle: false, tooltip: { disableDefaultStyle: true },
};
const DAY = 86400000;

async function specification(address) {
  const answer = await fetch(address, { headers: { Accept: "application/json" } });
  const spec = await answer.json();
  if (!answer.ok) throw new Error(spec.error || answer.statusText);
  return spec;
}

function fitted(figure, canvas) {
  if (!("fit" in figure.dataset)) return figure.dataset.chart;
  const style = getComputedStyle(canvas);
  const room = canvas.clientWidth - parseFloat(style.paddingLeft) - parseFloat(style.paddingRight);
  return `${figure.dataset.chart}${figure.dataset.chart.includes("?") ? "&" : "?"}width=${Math.floor(room)}`;
}

async function draw(figure) {
  const canvas = figure.querySelector(".canvas");
  figure.classList.add("asked");
  try {
    const spec = await specification(fitted(figure, canvas));
    const { view } = await vegaEmbed(canvas, spec, OPTIONS);
    canvas.querySelector("svg").setAttribute("aria-hidden", "true"); // told by the canvas's label and by the table
    follow(view);
    zoom(view, canvas, spec.usermeta?.drag || []);
    figure.classList.add("drawn");
  } catch (error) {
    canvas.textContent = `This chart could not be drawn: ${error.message}`;
  }
}

function follow(view) {
  view.addEventListener("click", (event, item) => {
    const link = item?.datum?.link;
    if (!link) return;
    if (event.ctrlKey || event.metaKey) window.open(link, "_blank", "noopener");
    else location.assign(link);
  });
}

const iso = (time) => {
  const day = new Date(time);
  return [day.getFullYear(), day.getMonth() + 1, day.getDate()].map((n) => String(n).padStart(2, "0")).join("-");
};

function zoom(view, canvas, names) {
  const period = document.querySelector("[data-zoom]");
  if (!period) return;
  let picked = null;
  for (const name of names) view.addSignalListener(name, (_, value) => { picked = Object.values(value || {})[0]; });
  canvas.addEventListener("pointerup", () => setTimeout(() => {
    const [from, to] = picked || [];
    picked = null;
    if (!(to - from >= DAY)) return;
    period.value = `${iso(from)}/${iso(to)}`;
    period.form.requestSubmit();
  }));
}

async function save(link) {
  const { view } = await vegaEmbed(document.createElement("div"), await specification(link.href), OPTIONS);
  const saved = document.createElement("a");
  saved.href = await view.toImageURL(link.dataset.save, 2);
  saved.download = `${link.closest("figure").dataset.name || "chart"}.${link.dataset.save}`;
  saved.click();
  view.finalize();
}

document.addEventListener("click", (event) => {
  const link = event.target.closest("a[data-save]");
  if (!link) return;
  event.preventDefault();
  save(link).catch((error) => { link.textContent = `could not be saved: ${error.message}`; });
});

const drawAll = (root) => root.querySelectorAll("figure[data-chart]:not(.asked)").forEach(draw);
drawAll(document);
document.addEventListener("htmx:afterSettle", (event) => drawAll(event.target));

let width = innerWidth;
let waiting;
addEventListener("resize", () => {
  clearTimeout(waiting);
  waiting = setTimeout(() => {
    if (innerWidth === width) return;
    width = innerWidth;
    document.querySelectorAll("figure[data-fit]").forEach(draw);
  }, 250);
});
