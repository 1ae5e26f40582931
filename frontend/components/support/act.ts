/**
 * An act in place: the form inside is sent by fetch, and the element of the same id in the answer
 * replaces this one. An answer without it (the sign-in page, say) is simply visited.
 */
import { reply, sentence } from "../../page.ts";

export function mount(root: HTMLElement): () => void {
  const send = async (event: SubmitEvent) => {
    const form = event.target as HTMLFormElement;
    if (event.defaultPrevented || form.method !== "post") return;
    event.preventDefault();
    const pressed = event.submitter as HTMLButtonElement | null;
    const answer = await fetch(form.action, {
      method: "POST",
      body: new FormData(form, pressed),
      headers: { Accept: "text/html", "X-Fragment": root.id },
    }).catch(() => null);
    if (!answer) {
      form.dispatchEvent(new CustomEvent("unsent"));
      return reply(sentence("unsent"));
    }
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const fresh = page.getElementById(root.id);
    if (!fresh) {
      // A page to read: a redirect is followed; anything else is sent again the plain way.
      if (answer.redirected) location.assign(answer.url);
      else HTMLFormElement.prototype.submit.call(form);
      return undefined;
    }
    root.replaceWith(fresh);
    settleFocus(fresh, pressed);
    return reply(fresh.querySelector("[data-say]")?.textContent?.trim() ?? "");
  };
  root.addEventListener("submit", send);
  return () => root.removeEventListener("submit", send);
}

/** The same button if it is still there, else the panel's own heading. */
function settleFocus(fresh: HTMLElement, pressed: HTMLButtonElement | null): void {
  const same = [...fresh.querySelectorAll<HTMLButtonElement>("button")].find(
    (button) => pressed && button.name === pressed.name && button.value === pressed.value,
  );
  const place = same ?? fresh.querySelector<HTMLElement>("[tabindex='-1'], button");
  place?.focus();
}
