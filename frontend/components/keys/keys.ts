/** j and k move along the queue's links; Enter opens them, as everywhere. */
export function mount(root: HTMLElement): () => void {
  const press = (event: KeyboardEvent) => {
    const step = { j: 1, k: -1 }[event.key];
    if (!step || event.ctrlKey || event.metaKey || event.altKey || isWriting(event.target)) return;
    const links = [...root.querySelectorAll<HTMLElement>("tbody th a")];
    const here = links.indexOf(document.activeElement as HTMLElement);
    const from = here < 0 && step < 0 ? links.length : here;
    links[Math.min(links.length - 1, Math.max(0, from + step))]?.focus();
    event.preventDefault();
  };
  document.addEventListener("keydown", press);
  return () => document.removeEventListener("keydown", press);
}

function isWriting(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    target.matches("input:not([type='checkbox'], [type='radio']), textarea, select")
  );
}
