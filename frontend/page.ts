/** What islands share about the page: its sentences, its numbers, its one status region. */

const language = document.documentElement.lang || "en";
const figures = new Intl.NumberFormat(language);
const plural = new Intl.PluralRules(language);
const clock = new Intl.DateTimeFormat(language, { hour: "2-digit", minute: "2-digit" });
const day = new Intl.DateTimeFormat(language, { dateStyle: "medium", timeStyle: "short" });

export const number = (value: number): string => figures.format(value);
export const time = (date: Date): string => clock.format(date);
export const moment = (date: Date): string => day.format(date);

/** A sentence of the page in the reader's language, its {places} filled in. */
export function sentence(name: string, places: Record<string, string> = {}): string {
  const text = document.getElementById("sentences")?.dataset[name] ?? "";
  return filled(text, places);
}

/** The words that go with a number: data-one, data-few, data-many, data-other of an element. */
export function counted(words: DOMStringMap, count: number): string {
  const text = words[plural.select(count)] ?? words.other ?? "";
  return filled(text, { count: number(count) });
}

const EVERY = 10_000;
let said = 0;
let waiting: ReturnType<typeof setTimeout> | undefined;
let next = "";

/** Tell who listens rather than looks, politely: the newest sentence, at most one each ten seconds. */
export function say(text: string): void {
  next = text;
  if (waiting !== undefined) return;
  waiting = setTimeout(
    () => {
      waiting = undefined;
      said = Date.now();
      const region = document.getElementById("status");
      if (region) region.textContent = next;
    },
    Math.max(0, said + EVERY - Date.now()),
  );
}

/** Say the answer to the reader's own act at once. */
export function reply(text: string): void {
  clearTimeout(waiting);
  waiting = undefined;
  said = Date.now();
  const region = document.getElementById("status");
  if (region) region.textContent = text;
}

function filled(text: string, places: Record<string, string>): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => places[name] ?? whole);
}
