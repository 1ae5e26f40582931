"""axe on a page, in light and in dark, with `target-size` on."""

from pathlib import Path

from django.conf import settings

AXE = (Path(settings.BASE_DIR) / "node_modules" / "axe-core" / "axe.min.js").read_text()
RULES = """async (only) => {
  const options = { resultTypes: ["violations"] };
  if (only) {
    options.runOnly = { type: "rule", values: only };
  } else {
    options.runOnly = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
    options.rules = { "target-size": { enabled: true } };
  }
  const found = await axe.run(document, options);
  return found.violations.map((one) => one.id + " at " + one.nodes.slice(0, 3)
    .map((node) => node.target.join(" ") + " (" + node.failureSummary.split("\\n").slice(1, 2) + ")")
    .join(" | "));
}"""


def violations(page) -> list[str]:
    """What axe finds on the page as it stands: everything in light, colours again in dark."""
    page.evaluate(AXE)
    found = [f"light: {one}" for one in page.evaluate(RULES, None)]
    page.emulate_media(color_scheme="dark")
    found += [f"dark: {one}" for one in page.evaluate(RULES, ["color-contrast"])]
    page.emulate_media(color_scheme="light")
    return found
