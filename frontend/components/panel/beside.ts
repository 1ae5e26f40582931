/**
 * Tells the style how tall the column beside the text is, so that it may stay in sight while one
 * reads: a column taller than the screen stops when its end is in sight, not its beginning, or
 * Tab would lead to links that nobody can see.
 */
export function mountBeside(): void {
  const sizes = new ResizeObserver((columns) => {
    for (const { target, borderBoxSize } of columns) {
      const size = borderBoxSize[0]?.blockSize ?? 0;
      (target as HTMLElement).style.setProperty("--act-size", `${Math.ceil(size)}px`);
    }
  });
  for (const column of document.querySelectorAll(".page > .act")) sizes.observe(column);
}
