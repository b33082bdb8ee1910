// SPDX-License-Identifier: EUPL-1.2
// Every page and state of a service, as the engine itself finds them by walking it (src/rehearsal/enumerate.cpp): nobody keeps a list.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { loadModule, sourcesOf } from '../wasm/host.mjs';
import { root } from './driver.mjs';
import { today } from './served.mjs';

const moduleFile = path.resolve(root, process.env.POLKU_REHEARSAL ?? 'build/web/polku-rehearsal.wasm');

/** @returns {Promise<{name: string, address: string, kind: string, title: string, language: string, direction: string, html: string, text: string}[]>} */
export async function pagesOf(service, language, { site = 'assets/sites/koivuranta', services = 'assets/services' } = {}) {
  assert.ok(fs.existsSync(moduleFile), `${moduleFile} is missing: scripts/run --build-only makes it`);
  const { exports } = await WebAssembly.instantiate(await loadModule(moduleFile), {
    wasi_snapshot_preview1: { proc_exit(status) { throw new Error(`the module ended with ${status}`); } },
    env: { emscripten_notify_memory_growth() {} },
  });
  exports._initialize?.();
  const ask = (text) => {
    const bytes = new TextEncoder().encode(text);
    const argument = exports.polku_allocate(bytes.length);
    new Uint8Array(exports.memory.buffer, argument, bytes.length).set(bytes);
    const answer = exports.polku_rehearse(argument, bytes.length);
    const length = new DataView(exports.memory.buffer).getUint32(answer, true);
    return JSON.parse(new TextDecoder().decode(new Uint8Array(exports.memory.buffer, answer + 4, length)));
  };
  const pack = sourcesOf({ site, service: `${services}/${service}` });
  const { pages } = ask(`{"open":${pack},"request":{"call":"pages","language":"${language}","today":"${today}"}}`);
  assert.ok(pages.length > 0);
  return pages;
}

/** Puts pages on the stage of a real page of the site, as the painter would. Needs a context with bypassCSP: no other page may do this. */
export function showPage({ html, language, direction, title }) {
  const { shadowRoot } = document.querySelector('polku-service');
  const stage = shadowRoot.querySelector('#polku-root');
  stage.innerHTML = html;
  stage.lang = language;
  stage.dir = direction;
  document.title = title;
  document.documentElement.lang = language;
  document.documentElement.dir = direction;
}
