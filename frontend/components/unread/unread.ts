/** How many notices wait for the reader; hidden while there are none. */
import type { Live } from "../../live.ts";
import { counted } from "../../page.ts";

export function mount(root: HTMLElement, live: Live): () => void {
  return live.follow(root.dataset.topic ?? "", 0, ({ data }) => {
    const unread = Number(data.unread) || 0;
    root.hidden = unread === 0;
    root.textContent = unread === 0 ? "" : counted(root.dataset, unread);
  });
}
