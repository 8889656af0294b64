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
      // One process a file at a time: each call waits for the one before.
      let last: Promise<unknown> = Promise.resolve();
      server.middlewares.use("/__call", (request, response) => {
        void body(request).then((text) => {
          const { command, request: asked } = JSON.parse(text) as { command: string; request: unknown };
          last = last.then(async () => {
            const { status, said } = await call(cli, command, asked);
            response.setHeader("content-type", "application/json");
            response.statusCode = status;
            response.end(said);
          });
        });
      });
    },
  };
}

function call(cli: string, command: string, asked: unknown): Promise<{ status: number; said: string }> {
  const file = process.env["HEFU_FILE"];
  const before = file ? ["--workspace", file, "--passphrase-fd", "0"] : [];
  // The program opens its descriptor by name, which a pipe of the shell allows and one of Node does not.
  const piped = 'printf "%s\\n" "$HEFU_PASSPHRASE" | "$0" "$@"';
  const given = ["-c", piped, cli, ...before, "call", command, JSON.stringify(asked)];
  return new Promise((done) => {
    execFile("sh", given, { maxBuffer: 1 << 28 }, (error, stdout, stderr) =>
      done(error ? { status: 422, said: stderr } : { status: 200, said: stdout }),
    );
  });
}

async function body(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts).toString("utf8");
}
