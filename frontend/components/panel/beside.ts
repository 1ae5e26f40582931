/**
 * Lets the column beside the text stay in sight while one reads, where all of it fits on the
 * screen. A taller one moves with the page: if it stayed, Tab would lead to what nobody can see.
 */
export function mountBeside(): void {
  const columns = [...document.querySelectorAll<HTMLElement>(".page > .act")];
  const look = () => {
    for (const column of columns) {
      column.classList.toggle("act--stays", column.offsetHeight + MARGINS <= window.innerHeight);
    }
  };
  const sizes = new ResizeObserver(look);
  for (const column of columns) sizes.observe(column);
  window.addEventListener("resize", look);
}

const MARGINS = 48;
