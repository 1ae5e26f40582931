/** Shows what makes sense only where scripts run. */
export function mount(root: HTMLElement): () => void {
  root.hidden = false;
  return () => {
    root.hidden = true;
  };
}
