import { fileURLToPath } from "node:url";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vitest/config";
import { fluent } from "./build/fluent.ts";
import { devHost } from "./dev/host-server.ts";

export default defineConfig({
  plugins: [fluent(), react(), devHost()],
  resolve: { alias: { "@": fileURLToPath(new URL("./src", import.meta.url)) } },
  server: { port: 5173, strictPort: true, fs: { allow: [fileURLToPath(new URL("..", import.meta.url))] } },
  build: {
    target: "es2022",
    // The client's window has a page of its own: what the presenter sees is not even loaded there.
    rollupOptions: { input: ["index.html", "client.html"] },
    // The content policy lets fonts and pictures come from files alone.
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 1500,
  },
  test: {
    environment: "jsdom",
    include: ["tests/**/*.test.{ts,tsx}"],
    setupFiles: ["tests/setup.ts"],
    css: false,
    testTimeout: 40_000,
  },
});
