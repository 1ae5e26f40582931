/** How many characters are left, counted as the city counts them: by code point. */
import { number, reply, sentence } from "../../page.ts";

export function mount(root: HTMLElement): () => void {
  const field = root.querySelector<HTMLInputElement>("input, textarea");
  const place = root.querySelector<HTMLElement>("[data-counter]");
  const limit = Number(root.dataset.limit);
  if (!field || !place) return () => {};
  // The server's maxlength would cut a pasted text in silence; over-long text is kept and said.
  field.removeAttribute("maxlength");
  let over = false;
  const count = () => {
    const left = limit - [...field.value].length;
    place.textContent = sentence(left < 0 ? "over" : "left", { count: number(Math.abs(left)) });
    place.classList.toggle("counter--over", left < 0);
    if (left < 0 !== over) reply(place.textContent);
    over = left < 0;
  };
  count();
  field.addEventListener("input", count);
  return () => field.removeEventListener("input", count);
}
