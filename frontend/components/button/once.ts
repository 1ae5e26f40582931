/** A pressed button says what it does, keeps its width, and is not pressed twice. */
import { sentence } from "../../page.ts";

export function mount(root: HTMLElement): () => void {
  const button = root as HTMLButtonElement;
  const form = button.form;
  const words = [...button.childNodes];
  let sent = false;

  const press = (event: SubmitEvent) => {
    if (sent) {
      event.preventDefault();
      event.stopImmediatePropagation();
    }
    if (sent || event.submitter !== button) return;
    sent = true;
    button.style.minInlineSize = `${button.offsetWidth}px`;
    button.setAttribute("aria-disabled", "true");
    button.textContent = sentence("sending");
  };
  const release = () => {
    sent = false;
    button.removeAttribute("aria-disabled");
    button.replaceChildren(...words);
  };
  // Before anybody else hears the submit, so that a second press stops here.
  form?.addEventListener("submit", press, { capture: true });
  form?.addEventListener("unsent", release);
  window.addEventListener("pageshow", release);
  return () => {
    form?.removeEventListener("submit", press, { capture: true });
    form?.removeEventListener("unsent", release);
    window.removeEventListener("pageshow", release);
  };
}
