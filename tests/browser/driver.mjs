// SPDX-License-Identifier: EUPL-1.2
// What browser tests share: the system's Chromium, a server for a folder of static files with its policy, and a page that notes every violation.
//
//   const world = await openWorld({ folder: 'build/site' });
//   const page = await world.open('/fi/resident-parking-permit/');
//   await stage(page).getByRole('button', { name: 'Jatka' }).click();
//   await world.close();                                                  // fails when the policy was violated
import assert from 'node:assert/strict';
import fs from 'node:fs';
import http from 'node:http';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';

export const root = path.dirname(path.dirname(path.dirname(fileURLToPath(import.meta.url))));

const types = {
  '.html': 'text/html; charset=utf-8', '.js': 'text/javascript; charset=utf-8', '.css': 'text/css; charset=utf-8', '.json': 'application/json',
  '.wasm': 'application/wasm', '.svg': 'image/svg+xml', '.txt': 'text/plain; charset=utf-8',
};

export const browserArguments = [
  '--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync',
];

/** For a canvas with WebGL, drawn in software. */
export const drawingArguments = [...browserArguments.filter((one) => one !== '--disable-gpu'), '--use-angle=swiftshader', '--enable-unsafe-swiftshader'];

export function launch(args = browserArguments) {
  return chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args });
}

/**
 * Serves a folder. `api` may answer first: (request, body) → {status, headers?, body} | undefined | 'drop' (the connection is cut).
 * `policy`: the header to send, by default that of csp.txt.
 */
export async function serve({ folder, api, port = 0 }) {
  const home = path.resolve(root, folder);
  const policy = fs.readFileSync(path.join(home, 'csp.txt'), 'utf8').trim();
  const server = http.createServer(async (request, response) => {
    const chunks = [];
    for await (const chunk of request) chunks.push(chunk);
    const answer = await api?.(request, Buffer.concat(chunks).toString('utf8'));
    if (answer === 'drop') return request.socket.destroy();
    if (answer) return response.writeHead(answer.status, answer.headers ?? {}).end(answer.body ?? '');
    let file = path.join(home, decodeURIComponent(new URL(request.url, 'http://host').pathname));
    if (file.startsWith(home) && fs.existsSync(file) && fs.statSync(file).isDirectory()) file = path.join(file, 'index.html');
    if (!file.startsWith(home) || !fs.existsSync(file)) return response.writeHead(404, { 'Content-Type': types['.html'], 'Content-Security-Policy': policy }).end('<!doctype html><title>404</title>');
    response.writeHead(200, { 'Content-Type': types[path.extname(file)] ?? 'application/octet-stream', 'Content-Security-Policy': policy, 'Cache-Control': 'no-cache' });
    response.end(fs.readFileSync(file));
  });
  await new Promise((done) => server.listen(port, '127.0.0.1', done));
  return {
    url: `http://127.0.0.1:${server.address().port}`,
    close: () => new Promise((done) => { server.closeAllConnections?.(); server.close(done); }),
  };
}

/** What a page says about itself that no test may overlook. */
export function watch(page, notes) {
  page.on('console', (message) => {
    if (/Content Security Policy|Trusted/.test(message.text())) notes.violations.push(message.text());
    else if (message.type() === 'error') notes.errors.push(message.text());
  });
  page.on('pageerror', (error) => notes.errors.push(String(error)));
  page.on('request', (request) => notes.requests.push(request.url()));
}

/** The service part of a page: playwright's locators look into open shadow roots. */
export const stage = (page) => page.locator('polku-service');

export async function openWorld({ folder, url, api, context: contextOptions = {}, args }) {
  const server = url ? { url, close: async () => {} } : await serve({ folder, api });
  const browser = await launch(args);
  const notes = { violations: [], errors: [], requests: [] };
  const newContext = async (options = {}) => {
    const context = await browser.newContext({ baseURL: server.url, ...contextOptions, ...options });
    await context.addInitScript(() => {
      globalThis.polkuViolations = [];
      document.addEventListener('securitypolicyviolation', (event) => globalThis.polkuViolations.push(`${event.violatedDirective} ${event.blockedURI} ${event.sample}`));
    });
    return context;
  };
  const context = await newContext();
  // A page that only says it is looking for what was kept has a heading too: it is not yet the one to look at.
  const ready = (page) => page.waitForFunction(() => {
    const root = document.querySelector('polku-service')?.shadowRoot;
    return root?.querySelector('#polku-root h1, #failure') && !root.querySelector('.progress');
  });
  return {
    url: server.url, browser, context, notes, newContext, ready,
    async open(address, inContext = context) {
      const page = await inContext.newPage();
      watch(page, notes);
      await page.goto(new URL(address, server.url).href);
      await ready(page);
      return page;
    },
    /** However a test ended. */
    async abandon() { await browser.close(); await server.close(); },
    /** Closes everything; the policy must never have been violated, and nobody else been asked for anything. `ledTo`: pages the person was led to by a button of theirs. */
    async close({ allowErrors = false, ledTo = [] } = {}) {
      for (const one of browser.contexts()) {
        for (const page of one.pages()) notes.violations.push(...(await page.evaluate(() => globalThis.polkuViolations ?? []).catch(() => [])));
      }
      await browser.close();
      await server.close();
      assert.deepEqual(notes.violations, [], 'the content-security policy was violated');
      assert.deepEqual(notes.requests.filter((one) => !one.startsWith(server.url) && !one.startsWith('data:') && !one.startsWith('blob:') && !ledTo.some((page) => one.startsWith(`${page}?`))), [], 'a third party was asked');
      if (!allowErrors) assert.deepEqual(notes.errors, [], 'errors in the console');
    },
  };
}

/** Text, caret and focus as the person has them: of the innermost active element. */
export const focused = (page) => page.evaluate(() => {
  let active = document.activeElement;
  while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
  return { id: active?.id ?? '', tag: active?.localName ?? '', value: active?.value, caret: active?.selectionStart };
});

/** Asks until it is so. For what is known by a promise: page.waitForFunction takes any promise for a yes. */
export async function until(what, is) {
  for (let tries = 0; tries < 300; tries += 1) {
    if (await is()) return;
    await new Promise((done) => { setTimeout(done, 50); });
  }
  throw new Error(`never: ${what}`);
}
