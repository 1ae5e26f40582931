"""Reading under conditions that axe does not set: narrow, spaced out, forced colours, by Tab alone."""

SPACING = """() => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`* { line-height: 1.5 !important; letter-spacing: 0.12em !important;
    word-spacing: 0.16em !important } p { margin-block-end: 2em !important }`);
  document.adoptedStyleSheets = [sheet];
}"""
"""What people with dyslexia set for themselves, as success criterion 1.4.12 names it."""

UNSPACED = "() => { document.adoptedStyleSheets = [] }"

WIDER_THAN_THE_SCREEN = """() => {
  const screen = document.documentElement;
  if (screen.scrollWidth <= screen.clientWidth) return [];
  const scrolls = (it) => it && it !== document.body &&
    (["auto", "scroll", "hidden", "clip"].includes(getComputedStyle(it).overflowX)
      || scrolls(it.parentElement));
  const wide = [...document.body.querySelectorAll("*")].filter((it) =>
    it.getBoundingClientRect().right > screen.clientWidth + 1 && !scrolls(it.parentElement));
  const seen = wide.length ? wide.slice(-2) : [document.body];
  return seen.map((it) => it.tagName.toLowerCase() + "." + it.className + " «"
    + it.textContent.trim().slice(0, 40) + "»");
}"""

CUT_OFF = """() => [...document.querySelectorAll("main *, header *, footer *")].filter((it) => {
    const style = getComputedStyle(it);
    const cuts = [style.overflowX, style.overflowY].some((way) => ["hidden", "clip"].includes(way));
    const forReaders = it.clientWidth <= 1 || it.clientHeight <= 1;
    return cuts && !forReaders && it.textContent.trim() && !it.closest("svg")
      && (it.scrollWidth > it.clientWidth + 1 || it.scrollHeight > it.clientHeight + 1);
  }).map((it) => it.tagName.toLowerCase() + "." + it.className)"""

WITHOUT_AN_EDGE = """() => [...document.querySelectorAll(
    "button, .button, input:not([type=hidden]):not([type=checkbox]):not([type=radio]), select, textarea")]
  .filter((it) => {
    const style = getComputedStyle(it), box = it.getBoundingClientRect();
    if (!box.width || !box.height || style.visibility === "hidden") return false;
    const edge = ["Top", "Bottom"].some((side) =>
      style[`border${side}Style`] !== "none" && parseFloat(style[`border${side}Width`]) > 0);
    return !edge && !style.textDecorationLine.includes("underline");
  }).map((it) => it.tagName.toLowerCase() + "." + it.className + " «"
    + (it.textContent || it.name).trim().slice(0, 40) + "»")"""

MOVING = """() => [
  ...document.getAnimations().map((one) => "animation on " + one.effect?.target?.className),
  ...[...document.querySelectorAll("*")].filter((it) =>
    getComputedStyle(it).transitionDuration.split(",").some((time) => parseFloat(time) > 0.011))
    .map((it) => "transition on " + it.tagName.toLowerCase() + "." + it.className).slice(0, 2)]"""

STATUS_REGIONS = (
    """() => document.querySelectorAll("[role=status], [aria-live]:not([aria-live=off])").length"""
)


def narrow_and_spaced(page) -> list[str]:
    """At 320 CSS pixels nothing asks for scrolling sideways, also with wide spacing of letters."""
    page.set_viewport_size({"width": 320, "height": 640})
    found = [f"wider than 320 px: {one}" for one in page.evaluate(WIDER_THAN_THE_SCREEN)]
    page.evaluate(SPACING)
    found += [f"spaced, wider than 320 px: {one}" for one in page.evaluate(WIDER_THAN_THE_SCREEN)]
    found += [f"spaced, cut off: {one}" for one in page.evaluate(CUT_OFF)]
    page.evaluate(UNSPACED)
    page.set_viewport_size({"width": 1280, "height": 900})
    return found


def in_forced_colours(page) -> list[str]:
    """Where the system paints, a control is still to be told from the text around it."""
    page.emulate_media(forced_colors="active")
    found = [f"forced colours, no edge: {one}" for one in page.evaluate(WITHOUT_AN_EDGE)]
    page.emulate_media(forced_colors="none")
    return found


def at_rest(page) -> list[str]:
    """Who asked for less motion gets none."""
    return [f"moves: {one}" for one in page.evaluate(MOVING)]


FOCUS = """async () => {
  await new Promise((painted) => requestAnimationFrame(() => requestAnimationFrame(painted)));
  const it = document.activeElement;
  if (!it || it === document.body) return null;
  const parts = /date|time|month|week/.test(it.type) ? 8 : 1;  // day, month, year … have a Tab each
  it.dataset.passed = (Number(it.dataset.passed) || 0) + 1 / parts;
  const box = it.getClientRects()[0], style = getComputedStyle(it);
  const label = it.labels?.[0], at = document.elementFromPoint(
    Math.min(innerWidth - 1, Math.max(0, box.left + Math.min(box.width, 40) / 2)),
    Math.min(innerHeight - 1, Math.max(0, box.top + Math.min(box.height, 20) / 2)));
  const shows = (one) => one && (getComputedStyle(one).outlineStyle !== "none"
    || getComputedStyle(one).boxShadow !== "none");
  return {
    name: it.tagName.toLowerCase() + "." + it.className + " «"
      + (it.getAttribute("aria-label") || label?.textContent || it.textContent || it.name || "")
        .replace(/\\s+/g, " ").trim().slice(0, 40) + "»",
    again: it.dataset.passed > 1,
    // The browser marks the part of a date that has the focus by itself.
    shown: parts > 1 || style.outlineStyle !== "none" || style.boxShadow !== "none" || shows(label)
      || shows(it.closest("[class]")),
    inside: box.bottom > 0 && box.top < innerHeight,
    covered: Boolean(at) && !it.contains(at) && !at.contains(it) && !label?.contains(at),
  };
}"""


def by_tab(page, most: int = 40) -> list[str]:
    """Tab leads from control to control; each shows that it has the focus, and none keeps it."""
    found: list[str] = []
    last = ""
    for _ in range(most):
        page.keyboard.press("Tab")
        here = page.evaluate(FOCUS)
        if here is None or (here["again"] and here["name"] != last):
            break
        if here["again"]:
            found.append(f"by Tab, stuck at {here['name']}")
            break
        last = here["name"]
        if not here["shown"]:
            found.append(f"by Tab, the focus does not show at {last}")
        if not here["inside"] or here["covered"]:
            found.append(f"by Tab, the focus is out of sight at {last}")
    return found


def one_status_region(page) -> list[str]:
    """At most one part of the page speaks by itself."""
    many = page.evaluate(STATUS_REGIONS)
    return [f"{many} regions speak by themselves"] if many > 1 else []
