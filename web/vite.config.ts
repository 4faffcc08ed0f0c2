// SPDX-License-Identifier: Apache-2.0
import { svelte } from "@sveltejs/vite-plugin-svelte";
import { defineConfig } from "vite";

export default defineConfig({
  plugins: [svelte()],
  base: "./", // the same build works in any folder of any web host
  build: {
    target: "es2022",
    assetsInlineLimit: 0, // nothing inline: the page is served under a strict content security policy
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
  },
  // `npm run dev` asks a `kept serve` that runs beside it.
  server: { proxy: { "/api": "http://127.0.0.1:8311" } },
});
