/** Who is on which row of the queue, as it changes; the row's own link stays where it is. */
import type { Live } from "../../live.ts";

interface Claim {
  id: number | string;
  by: number;
  name: string;
}

export function mount(root: HTMLElement, live: Live): () => void {
  const { topic, v = "-1" } = root.dataset;
  if (!topic) return () => {};
  return live.follow(topic, Number(v), (news) => {
    const claims = (news.data.claims ?? []) as Claim[];
    for (const row of root.querySelectorAll<HTMLElement>("[data-row]")) {
      show(
        root.dataset,
        row,
        claims.find((claim) => String(claim.id) === row.dataset.row),
      );
    }
  });
}

function show(words: DOMStringMap, row: HTMLElement, claim: Claim | undefined): void {
  const place = row.querySelector("[data-claim]");
  if (!place) return;
  const yours = claim !== undefined && String(claim.by) === words.person;
  row.classList.toggle("taken", claim !== undefined && !yours);
  const shown = document.createElement("span");
  shown.className = claim ? `claim${yours ? " claim--yours" : ""}` : "soft";
  const sign = document.getElementById("claim-sign");
  if (claim && sign instanceof HTMLTemplateElement) shown.append(sign.content.cloneNode(true));
  if (!claim) shown.append(words.free ?? "");
  else
    shown.append(yours ? (words.yours ?? "") : (words.taken ?? "").replace("{name}", claim.name));
  place.replaceChildren(shown);
}
