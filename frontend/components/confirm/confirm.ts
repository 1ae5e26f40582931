/** Asks once more before an act that is hard to undo; without scripts the act's own page asks. */
import { sentence } from "../../page.ts";

export function mount(root: HTMLElement): () => void {
  const form = root as HTMLFormElement;
  let sure = false;
  const ask = (event: SubmitEvent) => {
    if (sure) return;
    event.preventDefault();
    event.stopPropagation();
    const pressed = event.submitter as HTMLButtonElement | null;
    const dialog = drawn(form.dataset, pressed?.textContent ?? "");
    document.body.append(dialog);
    dialog.addEventListener("close", () => {
      dialog.remove();
      if (dialog.returnValue !== "yes") return pressed?.focus();
      sure = true;
      return form.requestSubmit(pressed);
    });
    dialog.showModal();
  };
  form.addEventListener("submit", ask, { capture: true });
  return () => form.removeEventListener("submit", ask, { capture: true });
}

function drawn(words: DOMStringMap, act: string): HTMLDialogElement {
  const dialog = document.createElement("dialog");
  dialog.className = "confirm";
  dialog.setAttribute("aria-labelledby", "confirm-title");
  const title = document.createElement("h2");
  title.id = "confirm-title";
  title.className = "side-head";
  title.textContent = words.title ?? "";
  const text = document.createElement("p");
  text.textContent = words.text ?? "";
  const acts = document.createElement("form");
  acts.method = "dialog";
  acts.className = "acts";
  // The way back stands first: it has the focus when the dialog opens.
  acts.append(
    button("button button--plain", "no", sentence("cancel")),
    button("button", "yes", act),
  );
  dialog.append(title, text, acts);
  return dialog;
}

function button(name: string, value: string, text: string): HTMLButtonElement {
  const made = document.createElement("button");
  made.className = name;
  made.value = value;
  made.textContent = text;
  return made;
}
