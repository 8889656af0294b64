import { execFile } from "node:child_process";
import type { IncomingMessage } from "node:http";
import type { Plugin } from "vite";

/**
 * While developing in a browser: answers the window's calls with the real engine, by way of the terminal program
 * named in HEFU_CLI, on the workspace in HEFU_FILE with the passphrase in HEFU_PASSPHRASE.
 */
export function devHost(): Plugin {
  return {
    name: "hefu-dev-host",
    apply: "serve",
    configureServer(server) {
      const cli = process.env["HEFU_CLI"];
      if (!cli) return;
      server.middlewares.use("/__call", (request, response) => {
        void body(request).then((text) => {
          const { command, request: asked } = JSON.parse(text) as { command: string; request: unknown };
          const file = process.env["HEFU_FILE"];
          const before = file ? ["--workspace", file, "--passphrase-fd", "0"] : [];
          const child = execFile(
            cli,
            [...before, "call", command, JSON.stringify(asked)],
            { maxBuffer: 1 << 28 },
            (error, stdout, stderr) => {
              response.setHeader("content-type", "application/json");
              response.statusCode = error ? 422 : 200;
              response.end(error ? stderr : stdout);
            },
          );
          child.stdin?.end(`${process.env["HEFU_PASSPHRASE"] ?? ""}\n`);
        });
      });
    },
  };
}

async function body(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts).toString("utf8");
}
