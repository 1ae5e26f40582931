/**
 * When a named fact changes (a phase opens, an answer is published) the page is another page.
 * Parts named in data-refresh are fetched and swapped; where somebody is writing, or without
 * data-refresh, the page is only offered again: nothing moves under the reader.
 */
import type { Live } from "../../live.ts";
import { say, sentence } from "../../page.ts";
import { fact } from "./paint.ts";

export function mount(root: HTMLElement, live: Live): () => void {
  const { topic = "", v = "-1", field = "phase", refresh } = root.dataset;
  return live.follow(topic, Number(v), (news) => {
    const now = fact(news.data, field);
    if (now === undefined || String(now) === root.dataset.seen) return;
    root.dataset.seen = String(now);
    say(sentence("reload"));
    if (refresh) void swap(root, refresh);
    else offer(root);
  });
}

async function swap(root: HTMLElement, selectors: string): Promise<void> {
  const answer = await fetch(location.href, { headers: { Accept: "text/html" } }).catch(() => null);
  if (!answer?.ok) return offer(root);
  const fresh = new DOMParser().parseFromString(await answer.text(), "text/html");
  for (const selector of selectors.split(" ")) {
    const old = document.querySelector<HTMLElement>(selector);
    const neu = fresh.querySelector<HTMLElement>(selector);
    if (!old || !neu) continue;
    if (isWritten(old)) offer(root);
    else replace(old, neu);
  }
}

/** Replace `old`; focus stays on the element of the same id, if there is one. */
export function replace(old: HTMLElement, neu: HTMLElement): void {
  const focused = old.contains(document.activeElement) ? document.activeElement?.id : "";
  old.replaceWith(neu);
  if (focused) document.getElementById(focused)?.focus();
}

function isWritten(region: HTMLElement): boolean {
  const fields = region.querySelectorAll<HTMLTextAreaElement | HTMLInputElement>("textarea, input");
  return [...fields].some(
    (field) => field.value !== field.defaultValue || field === document.activeElement,
  );
}

function offer(root: HTMLElement): void {
  if (root.querySelector(":scope > .newer")) return;
  const button = document.createElement("button");
  button.type = "button";
  button.className = "newer";
  button.textContent = sentence("reload");
  button.addEventListener("click", () => location.reload());
  root.hidden = false;
  root.prepend(button);
}
