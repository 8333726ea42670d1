import { readFileSync } from "node:fs";

import { svelte } from "@sveltejs/vite-plugin-svelte";
import { defineConfig } from "vitest/config";

const manifest = readFileSync(new URL("../Cargo.toml", import.meta.url), "utf8");
/** The version of the whole project. */
const version = /^version = "(.*)"$/m.exec(manifest)?.[1];

export default defineConfig({
  plugins: [svelte()],
  define: { __VERSION__: JSON.stringify(version) },
  build: {
    // WebKitGTK 2.50, the oldest web view that the program runs in, is as Safari 18.
    target: "safari18",
    cssTarget: "safari18",
    // The CSP has no data: URLs, so nothing may be inlined as one.
    assetsInlineLimit: 0,
    // What the web view cannot fetch it need not be told to preload.
    modulePreload: false,
  },
  server: {
    port: 5199,
    strictPort: true,
    // The words lie in ../assets/locales, which the command line reads too.
    fs: { allow: [".."] },
  },
  // A test that reads all the code takes long on a machine that does much else: only one that hangs is to fail by time.
  test: { include: ["test/**/*.test.ts"], environment: "node", testTimeout: 60_000 },
});
