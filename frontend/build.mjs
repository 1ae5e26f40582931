/**
 * Bundles styles, islands and fonts into build/static/ under stable names; Django's manifest
 * storage adds the hashes. `node frontend/build.mjs --sizes` also prints what a reader downloads.
 */
import { copyFile, cp, mkdir, readFile, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { build } from "esbuild";

const here = dirname(fileURLToPath(import.meta.url));
const out = join(here, "..", "build", "static");

await rm(out, { recursive: true, force: true });
await mkdir(out, { recursive: true });
await build({
  entryPoints: { polyphony: join(here, "islands.ts") },
  bundle: true,
  minify: true,
  format: "iife",
  target: ["es2022"],
  charset: "utf8",
  legalComments: "none",
  logLevel: "warning",
  outdir: out,
});
await build({
  entryPoints: {
    polyphony: join(here, "styles", "main.css"),
    "polyphony-desk": join(here, "styles", "desk.css"),
  },
  bundle: true,
  minify: true,
  // light-dark(), nesting and layers are the floor: older browsers get plain, readable HTML.
  target: ["chrome123", "firefox120", "safari17.5"],
  charset: "utf8",
  loader: { ".woff2": "file" },
  assetNames: "fonts/[name]",
  legalComments: "none",
  logLevel: "warning",
  outdir: out,
});
await copyFile(join(here, "icon.svg"), join(out, "icon.svg"));
await cp(join(here, "icons"), out, { recursive: true });

// What a first view may weigh, gzipped; HTML takes the rest of its 40 kB.
const BUDGET = {
  "polyphony.css": 14_000,
  "polyphony-desk.css": 6_000,
  "polyphony.js": 30_000,
};
for (const [name, most] of Object.entries(BUDGET)) {
  const bytes = await readFile(join(out, name));
  const weight = gzipSync(bytes, { level: 9 }).length;
  if (process.argv.includes("--sizes")) console.log(`${name}: ${weight} of ${most} bytes, gzipped`);
  if (weight > most)
    throw new Error(`${name} weighs ${weight} bytes gzipped; the budget is ${most}`);
}
