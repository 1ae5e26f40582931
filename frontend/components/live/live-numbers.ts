/** Figures of one topic, kept true. */
import type { Live } from "../../live.ts";
import { say, sentence } from "../../page.ts";
import { paint } from "./paint.ts";

export function mount(root: HTMLElement, live: Live): () => void {
  const { topic = "", v = "-1" } = root.dataset;
  return live.follow(topic, Number(v), (news) => {
    root.dataset.v = String(news.v);
    if (paint(root, news.data)) say(sentence("changed"));
  });
}
