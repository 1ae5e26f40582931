/** Repaints figures in place from whole facts; nothing moves, nothing is added up twice. */
import type { Facts } from "../../live.ts";
import { counted, number } from "../../page.ts";

/** Paint what belongs to `root` itself, not to a row or topic nested in it; says whether anything changed. */
export function paint(root: HTMLElement, facts: Facts): boolean {
  let changed = false;
  for (const element of own(root, "[data-value]")) {
    const value = fact(facts, element.dataset.value);
    if (value === undefined) continue;
    const text = typeof value === "number" ? number(value) : String(value);
    if (element.textContent === text) continue;
    element.textContent = text;
    changed = true;
  }
  for (const element of own(root, "[data-word]")) {
    const value = fact(facts, element.dataset.word);
    const words = element.closest<HTMLElement>("[data-other]");
    if (typeof value === "number" && words) element.textContent = counted(words.dataset, value);
  }
  for (const bar of own(root, "[data-bar]")) paintBar(bar, facts);
  return changed;
}

/** `data-bar` of `data-of` is the width, `data-from` of it where the bar begins. */
function paintBar(bar: HTMLElement, facts: Facts): void {
  const whole = sum(facts, bar.dataset.of);
  if (whole === 0) return;
  const share = (names?: string) => `${((100 * sum(facts, names)) / whole).toFixed(1)}%`;
  bar.setAttribute("width", share(bar.dataset.bar));
  if (bar.dataset.from) bar.setAttribute("x", share(bar.dataset.from));
}

/** The fact of a dotted name; an object of counts, or several names, are their sum. */
export function fact(facts: Facts, name = ""): unknown {
  const names = name.split(" ");
  if (names.length > 1)
    return names.some((one) => fact(facts, one) !== undefined) ? sum(facts, name) : undefined;
  let value: unknown = facts;
  for (const part of name.split(".")) value = (value as Facts | undefined)?.[part];
  if (value === null || typeof value !== "object") return value;
  return Object.values(value).reduce((all: number, one) => all + (Number(one) || 0), 0);
}

function sum(facts: Facts, names = ""): number {
  return names.split(" ").reduce((all, name) => all + (Number(fact(facts, name)) || 0), 0);
}

function own(root: HTMLElement, selector: string): HTMLElement[] {
  const inside = [...root.querySelectorAll<HTMLElement>(selector)];
  if (root.matches(selector)) inside.push(root);
  return inside.filter((element) => element.closest("[data-topic], [data-row]") === root);
}
