/** Points that their authors change or take back are swapped in place; none moves, none is added. */
import type { Live } from "../../live.ts";
import { say } from "../../page.ts";
import { replace } from "../live/live-reload.ts";

interface Change {
  id: number;
  v: number;
}

export function mount(root: HTMLElement, live: Live): () => void {
  const { topic = "", v = "-1" } = root.dataset;
  let seen = Number(v);
  return live.follow(topic, seen, (news) => {
    const changed = (news.data.changed ?? []) as unknown as Change[];
    for (const change of changed) if (change.v > seen) void readAgain(root, change.id);
    seen = Math.max(seen, ...changed.map((change) => change.v));
  });
}

async function readAgain(root: HTMLElement, id: number): Promise<void> {
  const old = root.querySelector<HTMLElement>(`#point-${id}`);
  if (!old) return;
  const url = `${root.dataset.url}${id}/now/${root.dataset.alone ? "?alone=1" : ""}`;
  const answer = await fetch(url, { headers: { Accept: "text/html" } }).catch(() => null);
  if (!answer || (!answer.ok && answer.status !== 404)) return;
  if (answer.ok) show(old, await answer.text());
  else goodbye(old, root.dataset.gone ?? "");
  say(root.dataset.said ?? "");
}

function show(old: HTMLElement, html: string): void {
  const fragment = document.createElement("template");
  fragment.innerHTML = html;
  const fresh = fragment.content.querySelector<HTMLElement>(`#${old.id}`);
  if (!fresh) return;
  const folded = fresh.querySelector("details");
  if (folded && old.querySelector("details[open]")) folded.open = true;
  replace(old, fresh);
}

/** It keeps its place until the page is read again, so that nothing moves under the reader. */
function goodbye(old: HTMLElement, words: string): void {
  const line = document.createElement("p");
  line.className = "tombstone";
  line.textContent = words;
  old.replaceChildren(line);
}
