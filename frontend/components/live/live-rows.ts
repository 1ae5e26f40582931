/** A list follows one topic: its own figures, and those of its rows that moved. */
import type { Live } from "../../live.ts";
import { say, sentence } from "../../page.ts";
import { paint } from "./paint.ts";

export function mount(root: HTMLElement, live: Live): () => void {
  const { topic = "", v = "0" } = root.dataset;
  return live.follow(topic, Number(v), (news) => {
    root.dataset.v = String(news.v);
    let changed = paint(root, news.data);
    for (const facts of news.rows) {
      const row = root.querySelector<HTMLElement>(`[data-row="${CSS.escape(String(facts.id))}"]`);
      if (row && paint(row, facts)) changed = true;
    }
    if (changed) say(sentence("changed"));
  });
}
