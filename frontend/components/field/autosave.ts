/**
 * What is being written is saved at data-url while it is written, and kept on this device when the
 * city cannot be reached; a copy found later is offered, never put back unasked.
 */
import { moment, sentence, time } from "../../page.ts";

const PAUSE = 1_500;
const KEPT_DAYS = 7;
const PREFIX = "polyphony.draft.";

interface Copy {
  at: number;
  values: Record<string, string>;
}

export function mount(root: HTMLElement): () => void {
  const form = root as HTMLFormElement;
  const key = PREFIX + (form.dataset.key ?? location.pathname);
  const place = form.querySelector<HTMLElement>("[data-saved]") ?? appended(form);
  let waiting: ReturnType<typeof setTimeout> | undefined;

  forgetOld();
  const copy = read(key);
  if (copy && differs(form, copy)) offer(form, place, key, copy);
  else localStorage.removeItem(key);

  const save = async () => {
    const answer = await fetch(form.dataset.url ?? form.action, {
      method: "POST",
      body: new FormData(form),
      headers: { Accept: "application/json", "X-Autosave": "1" },
    }).catch(() => null);
    const now = time(new Date());
    if (answer?.ok) localStorage.removeItem(key);
    place.textContent = sentence(answer?.ok ? "saved" : "kept", { time: now });
  };
  const write = () => {
    localStorage.setItem(key, JSON.stringify({ at: Date.now(), values: values(form) }));
    clearTimeout(waiting);
    waiting = setTimeout(save, PAUSE);
  };
  const stop = () => clearTimeout(waiting);
  form.addEventListener("input", write);
  form.addEventListener("submit", stop);
  return () => {
    stop();
    form.removeEventListener("input", write);
    form.removeEventListener("submit", stop);
  };
}

function offer(form: HTMLFormElement, place: HTMLElement, key: string, copy: Copy): void {
  const button = (name: string, act: () => void) => {
    const made = document.createElement("button");
    made.type = "button";
    made.className = "linklike";
    made.textContent = sentence(name);
    made.addEventListener("click", () => {
      act();
      localStorage.removeItem(key);
      place.textContent = "";
    });
    return made;
  };
  place.replaceChildren(
    `${sentence("found", { time: moment(new Date(copy.at)) })} `,
    button("restore", () => putBack(form, copy)),
    " ",
    button("forget", () => {}),
  );
}

function putBack(form: HTMLFormElement, copy: Copy): void {
  for (const [name, value] of Object.entries(copy.values)) {
    const field = form.elements.namedItem(name);
    if (field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement) {
      field.value = value;
      field.dispatchEvent(new Event("input", { bubbles: true }));
    }
  }
}

/** Words only: no tokens, no passwords, no ticks. */
function values(form: HTMLFormElement): Record<string, string> {
  const kept: Record<string, string> = {};
  const fields = form.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>(
    "textarea[name], input[name]:is([type='text'], [type='search'], :not([type]))",
  );
  for (const field of fields) kept[field.name] = field.value;
  return kept;
}

function differs(form: HTMLFormElement, copy: Copy): boolean {
  const now = values(form);
  return Object.entries(copy.values).some(([name, value]) => name in now && now[name] !== value);
}

function read(key: string): Copy | null {
  try {
    return JSON.parse(localStorage.getItem(key) ?? "null");
  } catch {
    return null;
  }
}

function forgetOld(): void {
  const oldest = Date.now() - KEPT_DAYS * 86_400_000;
  for (const key of Object.keys(localStorage)) {
    if (key.startsWith(PREFIX) && (read(key)?.at ?? 0) < oldest) localStorage.removeItem(key);
  }
}

function appended(form: HTMLFormElement): HTMLElement {
  const place = document.createElement("p");
  place.className = "byline";
  form.append(place);
  return place;
}
