// SPDX-License-Identifier: EUPL-1.2
// The shell's own promises, on the stand-in engine (tests/wasm/fake_door.cpp, POLKU_FAKE_WASM or build/web/fake.wasm) and a site of one page.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import test, { after } from 'node:test';
import { localesFolder, rehearsalFile } from '../wasm/host.mjs';
import { focused, openWorld, root, stage } from './driver.mjs';

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'polku-shell-'));
after(() => fs.rmSync(folder, { recursive: true, force: true }));
const wasm = process.env.POLKU_FAKE_WASM ?? path.join(root, 'build/web/fake.wasm');
execFileSync(process.execPath, ['scripts/build-site.mjs', '--site', 'tests/browser/site/tiny', '--services', 'tests/browser/site/services', '--wasm', wasm, '--rehearsal', rehearsalFile, '--locales', localesFolder,
  '--output', folder, '--without-manual'], { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] });

const receipt = { status: 201, headers: { 'Content-Type': 'application/json' }, body: JSON.stringify({ reference: 'TIN-1' }) };
const accepting = (log = []) => (request, body) => {
  if (!request.url.startsWith('/api/')) return undefined;
  log.push({ key: request.headers['idempotency-key'], body });
  return receipt;
};

async function inWorld(options, walk, closing) {
  const world = await openWorld({ folder, ...options });
  try {
    await walk(world);
  } catch (error) {
    await world.browser.close();
    throw error;
  }
  await world.close(closing);
}

const heading = (page) => stage(page).locator('h1');
const settledStorage = (page, name = 'tiny/name') => page.evaluate((key) => new Promise((done) => {
  const request = indexedDB.open('polku');
  request.onsuccess = () => {
    const get = request.result.transaction('kept').objectStore('kept').get(key);
    get.onsuccess = () => { request.result.close(); done(get.result); };
  };
}), name);
const keptOf = async (page, wanted) => {
  for (let tries = 0; tries < 500; tries += 1) {
    const kept = await settledStorage(page);
    if (kept && wanted(JSON.parse(kept.body))) return kept;
    await new Promise((done) => { setTimeout(done, 30); });
  }
  throw new Error('it was not kept');
};

test('a service is walked by keyboard alone, from first page to receipt', async () => {
  const log = [];
  await inWorld({ api: accepting(log) }, async (world) => {
    const page = await world.open('/fi/name/');
    assert.equal(await page.title(), 'start');
    await page.keyboard.press('Tab');
    assert.equal(await page.evaluate(() => document.activeElement.className), 'skip');
    await page.keyboard.press('Enter');
    assert.equal(new URL(page.url()).hash, '', 'the skip link leaves the address alone');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await heading(page).getByText('Mikä on nimesi?').waitFor();
    assert.equal((await focused(page)).id, 'heading');
    assert.equal(new URL(page.url()).hash, '#name');

    await stage(page).getByRole('textbox').press('Enter');
    await stage(page).getByRole('heading', { name: 'Tarkista' }).waitFor();
    assert.equal((await focused(page)).id, 'summary');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    assert.equal((await focused(page)).id, 'name-field');
    await page.keyboard.type('Aino <b>');
    await page.keyboard.press('Enter');
    await heading(page).getByText('Tarkista').waitFor();
    assert.equal(await stage(page).locator('bdi').textContent(), 'Aino <b>');
    await stage(page).getByRole('button', { name: 'Lähetä' }).press('Enter');
    await heading(page).getByText('Kiitos').waitFor();
    assert.equal(log.length, 1);
    assert.match(log[0].key, /^[0-9a-f]{32}$/);
    assert.equal(new URL(page.url()).hash, '#done');
  });
});

test('Back, Forward and reload lead where the address says', async () => {
  await inWorld({}, async (world) => {
    const page = await world.open('/fi/name/');
    await stage(page).getByRole('button', { name: 'Aloita' }).click();
    await stage(page).getByRole('textbox').fill('Aino');
    await stage(page).getByRole('button', { name: 'Jatka' }).click();
    await heading(page).getByText('Tarkista').waitFor();
    await page.goBack();
    await heading(page).getByText('Mikä on nimesi?').waitFor();
    await page.goBack();
    await heading(page).getByText('Alku').waitFor();
    assert.equal(new URL(page.url()).hash, '');
    await page.goForward();
    await page.goForward();
    await heading(page).getByText('Tarkista').waitFor();
    await stage(page).getByRole('link', { name: 'Muuta' }).click();
    await heading(page).getByText('Mikä on nimesi?').waitFor();
    await keptOf(page, (body) => body.typed === 'Aino');
    await page.reload();
    await world.ready(page);
    assert.equal(new URL(page.url()).hash, '#name');
  });
});

test('typing keeps text, caret and focus while the page is painted again', async () => {
  await inWorld({}, async (world) => {
    const page = await world.open('/fi/name/#name');
    const field = stage(page).getByRole('textbox');
    await field.click();
    await page.keyboard.type('Ano');
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.type('i');
    assert.deepEqual(await focused(page), { id: 'name-field', tag: 'input', value: 'Aino', caret: 2 });
  });
});

test('a switch of language keeps page, half-typed text and focus, and the address of the page follows', async () => {
  await inWorld({}, async (world) => {
    const page = await world.open('/fi/name/#name');
    await stage(page).getByRole('textbox').fill('Ain');
    await stage(page).getByRole('button', { name: 'ar' }).click();
    await heading(page).getByText('ما اسمك؟').waitFor();
    assert.equal(await stage(page).getByRole('textbox').inputValue(), 'Ain');
    assert.equal((await focused(page)).id, 'language--ar');
    assert.deepEqual(await page.evaluate(() => [document.documentElement.lang, document.documentElement.dir]), ['ar', 'rtl']);
    assert.equal(new URL(page.url()).pathname + new URL(page.url()).hash, '/ar/name/#name');
    assert.equal(await page.locator('.masthead span:visible small').textContent(), 'قل اسمك');
  });
});

test('a language that cannot be loaded leaves the page as it is, says so, and can be tried again', async () => {
  let isDown = true;
  const api = (request) => (isDown && request.url === '/languages/ar.json' ? { status: 503 } : undefined);
  await inWorld({ api }, async (world) => {
    const page = await world.open('/fi/name/#name');
    await stage(page).getByRole('textbox').fill('Ain');
    await stage(page).getByRole('button', { name: 'ar' }).click();
    await stage(page).getByRole('alert').getByText('Kieltä ei voitu ladata').waitFor();
    assert.equal(await stage(page).getByRole('textbox').inputValue(), 'Ain');
    isDown = false;
    await stage(page).getByRole('button', { name: 'ar' }).click();
    await heading(page).getByText('ما اسمك؟').waitFor();
    assert.equal(await stage(page).getByRole('alert').count(), 0);
    assert.equal(await stage(page).getByRole('textbox').inputValue(), 'Ain');
  }, { allowErrors: true });
});

test('within another page a reload keeps the language that was chosen, until that page has another', async () => {
  await inWorld({}, async (world) => {
    const page = await world.open('/embed.html');
    await stage(page).getByRole('button', { name: 'Aloita' }).click();
    await stage(page).getByRole('button', { name: 'ar' }).click();
    await heading(page).getByText('ما اسمك؟').waitFor();
    await page.reload();
    await heading(page).getByText('ما اسمك؟').waitFor();
    assert.equal(new URL(page.url()).pathname, '/embed.html');
    const elsewhere = await world.open('/embed.html', await world.newContext());
    await heading(elsewhere).getByText('Alku').waitFor();
  });
});

test('a trap of the engine loses nothing that was typed before, and the person goes on', async () => {
  await inWorld({}, async (world) => {
    const page = await world.open('/fi/name/#name');
    await page.evaluate(() => { globalThis.traps = 0; document.addEventListener('polku-trap', () => { globalThis.traps += 1; }); });
    const field = stage(page).getByRole('textbox');
    await field.fill('Aino');
    await keptOf(page, (body) => body.typed === 'Aino');
    await field.fill('TRAP');
    await page.waitForFunction(() => globalThis.traps === 1);
    await field.fill('Aino Maria');
    await keptOf(page, (body) => body.typed === 'Aino Maria');
    await stage(page).getByRole('button', { name: 'Jatka' }).click();
    await heading(page).getByText('Tarkista').waitFor();
    assert.equal(await stage(page).locator('bdi').textContent(), 'Aino Maria');
  });
});

test('an engine that traps again and again ends in words and a phone number, not in a blank', async () => {
  await inWorld({}, async (world) => {
    const page = await world.open('/fi/name/#name');
    await page.evaluate(() => { globalThis.traps = 0; document.addEventListener('polku-trap', () => { globalThis.traps += 1; }); });
    const field = stage(page).getByRole('textbox');
    for (let count = 1; count <= 4; count += 1) {
      await field.fill('TRAP');
      await page.waitForFunction((trapped) => globalThis.traps === trapped, count);
    }
    await stage(page).getByRole('alert').waitFor();
    assert.equal(await stage(page).getByRole('link', { name: '015 123 4567' }).getAttribute('href'), 'tel:0151234567');
  }, { allowErrors: true });
});

test('files that cannot be loaded end in words in the page’s language', async () => {
  const missing = (request) => (request.url.endsWith('form.json') ? { status: 503 } : undefined);
  await inWorld({ api: missing }, async (world) => {
    const page = await world.open('/ar/name/');
    const note = stage(page).getByRole('alert');
    await note.getByText('تعذّر فتح الخدمة').waitFor();
    assert.equal(await note.getAttribute('dir'), 'rtl');
  }, { allowErrors: true });
});

test('what was kept is offered on return, and a closed tab loses nothing', async () => {
  await inWorld({}, async (world) => {
    const page = await world.open('/fi/name/#name');
    await stage(page).getByRole('textbox').fill('Aino');
    await keptOf(page, (body) => body.typed === 'Aino');
    await page.close({ runBeforeUnload: false });
    const again = await world.open('/fi/name/');
    await heading(again).getByText('Palaa').waitFor();
    await stage(again).getByRole('button', { name: 'Jatka' }).click();
    assert.equal(await stage(again).getByRole('textbox').inputValue(), 'Aino');
  });
});

test('without storage the service still works', async () => {
  await inWorld({}, async (world) => {
    const context = await world.newContext();
    await context.addInitScript(() => { indexedDB.open = () => { throw new DOMException('no', 'SecurityError'); }; });
    const page = await world.open('/fi/name/#name', context);
    await stage(page).getByRole('textbox').fill('Aino');
    await stage(page).getByRole('button', { name: 'Jatka' }).click();
    await heading(page).getByText('Tarkista').waitFor();
  });
});

test('a server that is not reached is asked again with the same key', async () => {
  const keys = [];
  const moody = (request) => {
    if (!request.url.startsWith('/api/')) return undefined;
    keys.push(request.headers['idempotency-key']);
    return keys.length < 2 ? 'drop' : receipt;
  };
  await inWorld({ api: moody }, async (world) => {
    const page = await world.open('/fi/name/#name');
    await stage(page).getByRole('textbox').fill('Aino');
    await stage(page).getByRole('button', { name: 'Jatka' }).click();
    await stage(page).getByRole('button', { name: 'Lähetä' }).click();
    await heading(page).getByText('Kiitos').waitFor();
    assert.equal(new Set(keys).size, 1);
    assert.ok(keys.length >= 2);
  }, { allowErrors: true });
});

test('two lines put the service into any page, whose title and address path it leaves alone', async () => {
  await inWorld({}, async (world) => {
    const page = await world.open('/embed.html');
    const title = await page.title();
    await stage(page).getByRole('button', { name: 'Aloita' }).click();
    await heading(page).getByText('Mikä on nimesi?').waitFor();
    assert.equal(await page.title(), title);
    assert.equal(new URL(page.url()).pathname, '/embed.html');
  });
});

test('a declarative shadow root is adopted, not doubled', async () => {
  const early = `<!doctype html><html lang="fi"><title>x</title><polku-service service="name" language="fi"><template shadowrootmode="open"><div id="polku-root"><form><input id="name-field" name="name-field" value=""></form></div></template></polku-service>
    <script type="module" src="/polku.js"></script></html>`;
  const api = (request) => (request.url === '/early.html' ? { status: 200, headers: { 'Content-Type': 'text/html; charset=utf-8' }, body: early } : undefined);
  await inWorld({ api }, async (world) => {
    const page = await world.context.newPage();
    await page.goto(`${world.url}/early.html`);
    await page.waitForFunction(() => document.querySelector('polku-service').shadowRoot?.querySelector('h1'));
    assert.equal(await page.evaluate(() => document.querySelector('polku-service').shadowRoot.querySelectorAll('#polku-root').length), 1);
  });
});
