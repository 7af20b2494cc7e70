// Draws every <figure data-chart="/address/of/a/specification">: by Vega's expression interpreter (no eval), without
// styles of its own, and with links that save what is seen.
"use strict";

async function draw(figure) {
  const canvas = figure.querySelector(".canvas");
  try {
    const answer = await fetch(figure.dataset.chart, { headers: { Accept: "application/json" } });
    const spec = await answer.json();
    if (!answer.ok) throw new Error(spec.error);
    const { view } = await vegaEmbed(canvas, spec, {
      ast: true, actions: false, renderer: "svg", defaultStyle: false, tooltip: { disableDefaultStyle: true },
    });
    figure.classList.add("drawn");
    for (const link of figure.querySelectorAll("[data-save]")) {
      link.addEventListener("click", async (event) => {
        event.preventDefault();
        const saved = document.createElement("a");
        saved.href = await view.toImageURL(link.dataset.save, 2);
        saved.download = `${figure.dataset.name || "chart"}.${link.dataset.save}`;
        saved.click();
      });
    }
  } catch (error) {
    canvas.textContent = `This chart could not be drawn: ${error.message}`;
  }
}

const drawAll = (root) => root.querySelectorAll("figure[data-chart]:not(.drawn)").forEach(draw);
drawAll(document);
document.addEventListener("htmx:afterSettle", (event) => drawAll(event.target));
