"""Doing everything with the keyboard: Tab to a control, and see that the focus shows."""

import re

WHERE = """() => {
  const it = document.activeElement;
  if (!it || it === document.body) return null;
  const box = it.getBoundingClientRect();
  const at = document.elementFromPoint(
    Math.min(innerWidth - 1, Math.max(0, box.left + box.width / 2)),
    Math.min(innerHeight - 1, Math.max(0, box.top + box.height / 2)));
  const style = getComputedStyle(it);
  return {
    name: (it.getAttribute("aria-label") || it.labels?.[0]?.textContent || it.textContent
      || it.value || it.name || "").replace(/\\s+/g, " ").trim(),
    kind: it.tagName.toLowerCase() + (it.type ? ":" + it.type : ""),
    shown: style.outlineStyle !== "none" || style.boxShadow !== "none",
    covered: Boolean(at) && !it.contains(at) && !at.contains(it) && !it.labels?.[0]?.contains(at),
  };
}"""


def tab_to(page, name: str, *, kind: str = "", limit: int = 150) -> None:
    """Press Tab until the control of this name has the focus, and check that one can see it."""
    wanted = re.compile(name, re.IGNORECASE)
    passed: list[str] = []
    page.wait_for_load_state()
    for _ in range(limit):
        page.keyboard.press("Tab")
        here = page.evaluate(WHERE)
        if here is None:
            continue
        passed.append(here["name"][:40])
        if wanted.search(here["name"]) and here["kind"].startswith(kind):
            assert here["shown"], f"“{here['name']}” has the focus and does not show it."
            assert not here["covered"], f"“{here['name']}” has the focus and is covered."
            return
    raise AssertionError(f"No Tab leads to “{name}”. On the way: {passed}")


def press(page, name: str, *, kind: str = "") -> None:
    """Go to a link or button by Tab and press Enter."""
    tab_to(page, name, kind=kind)
    page.keyboard.press("Enter")


def write(page, name: str, words: str, *, kind: str = "") -> None:
    """Go to a field by Tab and type."""
    tab_to(page, name, kind=kind)
    page.keyboard.press("Control+A")
    page.keyboard.type(words)
