/**
 * Who is on which row of the queue, and which rows are judged, as it changes; the row's own link
 * stays where it is. A queue may follow several desks: `data-topic` and `data-v` list them with
 * spaces, and `data-desk` of a row names its own.
 */
import type { Live } from "../../live.ts";

interface Claim {
  id: number | string;
  by: number;
  name: string;
  until?: string;
}

const LOOK = 5_000;

export function mount(root: HTMLElement, live: Live): () => void {
  const topics = (root.dataset.topic ?? "").split(" ").filter(Boolean);
  const known = (root.dataset.v ?? "").split(" ");
  const stops = topics.map((topic, at) =>
    live.follow(topic, Number(known[at] ?? 0), (news) => {
      const claims = (news.data.claims ?? []) as Claim[];
      const waiting = news.data.items as string[] | undefined;
      for (const row of root.querySelectorAll<HTMLElement>("[data-row]")) {
        if ((row.dataset.desk ?? topic) !== topic) continue;
        const id = row.dataset.row ?? "";
        if (waiting && !waiting.includes(id)) judged(root.dataset, row);
        else
          show(
            root.dataset,
            row,
            claims.find((claim) => String(claim.id) === id),
          );
      }
    }),
  );
  // A claim ends by itself: nobody does anything then, so there is no news of it.
  const clock = setInterval(() => {
    for (const place of root.querySelectorAll<HTMLElement>("[data-claim][data-until]")) {
      const row = place.closest<HTMLElement>("[data-row]");
      if (row && Date.parse(place.dataset.until ?? "") <= Date.now())
        show(root.dataset, row, undefined);
    }
  }, LOOK);
  return () => {
    clearInterval(clock);
    for (const stop of stops) stop();
  };
}

function judged(words: DOMStringMap, row: HTMLElement): void {
  row.classList.add("taken");
  const place = row.querySelector<HTMLElement>("[data-claim]");
  place?.replaceChildren(words.done ?? "");
  place?.removeAttribute("data-until");
}

function show(words: DOMStringMap, row: HTMLElement, claim: Claim | undefined): void {
  const place = row.querySelector<HTMLElement>("[data-claim]");
  if (!place) return;
  if (claim?.until) place.dataset.until = claim.until;
  else place.removeAttribute("data-until");
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
