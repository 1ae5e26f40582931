/** Every live sign and pause switch of the page says how the one connection fares. */
import type { Live, State } from "../../live.ts";
import { sentence, time } from "../../page.ts";

export function mountSigns(live: Live): void {
  document.addEventListener("click", (event) => {
    const button = (event.target as Element).closest?.("[data-live-switch]");
    if (!button) return;
    if (live.paused) live.resume();
    else live.pause();
  });
  live.watch((state, since) => {
    paintSigns(state, since);
    for (const button of document.querySelectorAll<HTMLElement>("[data-live-switch]")) {
      const which = state === "paused" ? "resume" : "pause";
      button.hidden = false;
      button.textContent = sentence(button.closest("footer") ? `${which}All` : which);
    }
  });
}

function paintSigns(state: State, since: Date): void {
  for (const sign of document.querySelectorAll<HTMLElement>("[data-live-sign]")) {
    const told = state === "paused" || state === "lost";
    sign.classList.toggle("live--paused", state === "paused");
    sign.classList.toggle("live--lost", state === "lost");
    const [text, note] = [sign.querySelector(".live__text"), sign.querySelector(".live__note")];
    text?.toggleAttribute("hidden", told);
    note?.toggleAttribute("hidden", !told);
    if (note && told) note.textContent = sentence(state, { time: time(since) });
  }
}
