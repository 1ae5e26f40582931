/** Bundles every *.test.ts and runs it with node --test. */
import { spawnSync } from "node:child_process";
import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const here = dirname(fileURLToPath(import.meta.url));
const found = await readdir(here, { recursive: true });
const out = await mkdtemp(join(tmpdir(), "polyphony-islands-"));
await build({
  entryPoints: found.filter((name) => name.endsWith(".test.ts")).map((name) => join(here, name)),
  bundle: true,
  platform: "node",
  format: "esm",
  outExtension: { ".js": ".mjs" },
  outdir: out,
});
const built = (await readdir(out, { recursive: true })).filter((name) => name.endsWith(".mjs"));
const run = spawnSync(process.execPath, ["--test", ...built.map((name) => join(out, name))], {
  stdio: "inherit",
});
await rm(out, { recursive: true });
process.exit(run.status ?? 1);
