/** New matter waits behind a pill; pressed, it is fetched as a fragment rendered for this reader. */
import type { Live } from "../../live.ts";
import { counted, reply, say, sentence } from "../../page.ts";
import { fact } from "../live/paint.ts";

export function mount(root: HTMLElement, live: Live): () => void {
  const {
    topic = "",
    v = "-1",
    last = "last_id",
    countField = "",
    url = "",
    into = "",
  } = root.dataset;
  const button = root.querySelector("button");
  if (!button) return () => {};
  let newest = 0;
  let total = 0;

  const stop = live.follow(topic, Number(v), (news) => {
    newest = Number(fact(news.data, last)) || 0;
    total = Number(fact(news.data, countField)) || 0;
    if (newest <= Number(root.dataset.after)) return;
    const more = Math.max(1, total - Number(root.dataset.count));
    button.textContent = counted(root.dataset, more);
    button.hidden = false;
    say(button.textContent);
  });

  const show = async () => {
    const asked = new URL(url, location.href);
    asked.searchParams.set("after", root.dataset.after ?? "0");
    const answer = await fetch(asked, { headers: { Accept: "text/html" } }).catch(() => null);
    if (!answer?.ok) return reply(sentence("unfetched"));
    const fragment = document.createElement("template");
    fragment.innerHTML = await answer.text();
    const first = fragment.content.firstElementChild;
    const list = document.getElementById(into);
    if (root.dataset.at === "end") list?.append(fragment.content);
    else list?.prepend(fragment.content);
    root.dataset.after = String(newest);
    root.dataset.count = String(total);
    button.hidden = true;
    // The pill is gone, so focus goes to the first of what was asked for.
    if (first instanceof HTMLElement) {
      if (!first.hasAttribute("tabindex")) first.tabIndex = -1;
      first.focus({ preventScroll: true });
    }
  };
  button.addEventListener("click", show);
  return () => {
    stop();
    button.removeEventListener("click", show);
  };
}
