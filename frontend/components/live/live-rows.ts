/** A list follows one topic: its own figures, and those of its rows that moved. */
import type { Live } from "../../live.ts";
import { say, sentence } from "../../page.ts";
import { paint } from "./paint.ts";

export function mount(root: HTMLElement, live: Live): () => void {
  const { topic = "", v = "-1" } = root.dataset;
  return live.follow(topic, Number(v), (news) => {
    root.dataset.v = String(news.v);
    if (news.behind) void refresh(root);
    let changed = paint(root, news.data);
    for (const facts of news.rows) {
      const row = root.querySelector<HTMLElement>(`[data-row="${CSS.escape(String(facts.id))}"]`);
      if (row && paint(row, facts)) changed = true;
    }
    if (changed) say(sentence("changed"));
  });
}

/** Too much moved for one frame: read the page once more, and take over the figures of our rows. */
async function refresh(root: HTMLElement): Promise<void> {
  const answer = await fetch(location.href, { headers: { Accept: "text/html" } }).catch(() => null);
  if (!answer?.ok) return;
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  for (const row of root.querySelectorAll<HTMLElement>("[data-row]")) {
    const fresh = page.querySelector(`[data-row="${CSS.escape(row.dataset.row ?? "")}"]`);
    const figures = fresh?.querySelectorAll("[data-value], [data-word]") ?? [];
    row.querySelectorAll("[data-value], [data-word]").forEach((old, at) => {
      old.textContent = figures[at]?.textContent ?? old.textContent;
    });
  }
}
