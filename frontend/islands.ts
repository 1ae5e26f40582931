/**
 * Mounts every [data-island], also in fragments that arrive later, and undoes those that leave.
 * HTML is the state: without this file each page still works by reload.
 */
import { mount as once } from "./components/button/once.ts";
import { mount as claim } from "./components/claim/claim.ts";
import { mount as confirm } from "./components/confirm/confirm.ts";
import { mount as errors } from "./components/errors/errors.ts";
import { mount as autosave } from "./components/field/autosave.ts";
import { mount as counter } from "./components/field/counter.ts";
import { mount as keys } from "./components/keys/keys.ts";
import { mount as reveal } from "./components/keys/reveal.ts";
import { mount as liveNumbers } from "./components/live/live-numbers.ts";
import { mount as liveReload } from "./components/live/live-reload.ts";
import { mount as liveRows } from "./components/live/live-rows.ts";
import { mountSigns } from "./components/live/signs.ts";
import { mount as newer } from "./components/newer/newer.ts";
import { mountBeside } from "./components/panel/beside.ts";
import { mount as passkey } from "./components/passkey/passkey.ts";
import { mount as changes } from "./components/point/changes.ts";
import { mount as act } from "./components/support/act.ts";
import { mount as unread } from "./components/unread/unread.ts";
import { browser, Live } from "./live.ts";

type Mount = (root: HTMLElement, live: Live) => () => void;

const ISLANDS: Record<string, Mount> = {
  act,
  autosave,
  changes,
  claim,
  confirm,
  counter,
  errors,
  keys,
  "live-numbers": liveNumbers,
  "live-reload": liveReload,
  "live-rows": liveRows,
  newer,
  once,
  passkey,
  reveal,
  unread,
};

const live = new Live(browser());
const undoing = new Map<HTMLElement, (() => void)[]>();

mountSigns(live);
mountBeside();
mountIn(document.body);
document.addEventListener("visibilitychange", () => live.visibility());
new MutationObserver((changes) => {
  for (const change of changes) {
    for (const node of change.removedNodes) if (node instanceof HTMLElement) undoIn(node);
    for (const node of change.addedNodes) if (node instanceof HTMLElement) mountIn(node);
  }
}).observe(document.body, { childList: true, subtree: true });

function mountIn(root: HTMLElement): void {
  for (const element of islandsIn(root)) {
    if (undoing.has(element)) continue;
    const names = (element.dataset.island ?? "").split(" ");
    undoing.set(
      element,
      names.map((name) => ISLANDS[name]?.(element, live) ?? (() => {})),
    );
  }
}

function undoIn(root: HTMLElement): void {
  for (const element of islandsIn(root)) {
    if (element.isConnected) continue;
    for (const undo of undoing.get(element) ?? []) undo();
    undoing.delete(element);
  }
}

function islandsIn(root: HTMLElement): HTMLElement[] {
  const inside = [...root.querySelectorAll<HTMLElement>("[data-island]")];
  return root.matches("[data-island]") ? [root, ...inside] : inside;
}
