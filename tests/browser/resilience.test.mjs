// SPDX-License-Identifier: EUPL-1.2
// No answer is lost and everything is sent once: tabs and browsers are killed, the server is stopped, replies are lost, tabs compete.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import http from 'node:http';
import path from 'node:path';
import test from 'node:test';
import { chromium } from 'playwright-core';
import { browserArguments, stage, until, watch } from './driver.mjs';
import {
  addressOf, answerPage, atAddress, faultTyped, fieldsOf, goOn, heading, inServedWorld, keptOn, openServed, permitTyped, saved, standStill, startServer, temporaryFolder, walkTo,
} from './served.mjs';

const permit = '/fi/resident-parking-permit/';
const press = (page, intent) => stage(page).locator(`button[value="${intent}"]`).first().click();
const wordsOn = (page) => stage(page).locator('#polku-root').innerText();
const withoutHash = (url) => url.split('#')[0];

/** Walks the permit and calls `on` where answers stand on the page. */
const walk = (page, on, end = 'check') => walkTo(page, end, permitTyped, async (address) => { if (address !== '' && address !== 'start') await on(address); });

async function openAndSubmit(world) {
  const page = await world.open(permit);
  await walk(page, async () => {});
  await press(page, 'submit');
  return page;
}

// ---- what is typed stays ----

test('a tab killed on any page loses nothing: at its address everything is there again, by the front door it is offered', async () => {
  await inServedWorld(async (world) => {
    let page = await world.open('/fi/street-fault/');
    const seen = [];
    for (let address = 'start'; address !== 'check';) {
      if (address === 'start') {
        await goOn(page);
      } else {
        await answerPage(page, faultTyped);
        const fields = await fieldsOf(page);
        await saved(page, 'street-fault');
        const url = page.url();
        // The tab's process dies: nothing in it is asked or told.
        await page.goto('chrome://crash').catch(() => {});
        await page.close();
        page = await world.open(url);
        await atAddress(page, address);
        assert.deepEqual(await fieldsOf(page), fields, `at the address of ${address}`);
        await page.close();
        page = await world.open(withoutHash(url));
        await stage(page).locator('button[value="go-on"]').click();
        await atAddress(page, address);
        assert.deepEqual(await fieldsOf(page), fields, `by the front door, ${address}`);
        seen.push(address);
        await goOn(page);
      }
      await page.waitForFunction((before) => (history.state?.polku ?? '') !== before && !document.querySelector('polku-service').shadowRoot.querySelector('[value="go-on"]'), address);
      address = await addressOf(page);
    }
    assert.deepEqual(seen, ['safety', 'what', 'street-light', 'describe', 'where', 'when-noticed', 'damages', 'reply', 'contact']);
  });
});

test('the whole browser killed on any page loses nothing', async () => {
  const server = await startServer();
  const profile = temporaryFolder();
  const notes = { violations: [], errors: [], requests: [] };
  /** @type {import('playwright-core').BrowserContext} */
  let context;
  const open = async (url) => {
    context = await chromium.launchPersistentContext(profile, { executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: browserArguments });
    await standStill(context);
    const page = context.pages()[0] ?? (await context.newPage());
    watch(page, notes);
    await page.goto(url);
    await page.waitForFunction(() => document.querySelector('polku-service')?.shadowRoot?.querySelector('#polku-root h1'));
    return page;
  };
  // The lock of a profile names the process that holds it.
  const kill = async () => {
    const pid = Number(fs.readlinkSync(path.join(profile, 'SingletonLock')).split('-').at(-1));
    const gone = new Promise((done) => { context.once('close', done); });
    process.kill(pid, 'SIGKILL');
    await gone;
  };
  try {
    let page = await open(server.url + permit);
    await goOn(page);
    const seen = [];
    for (let address = await addressOf(page); address !== 'done'; address = await addressOf(page)) {
      await answerPage(page, permitTyped);
      const fields = await fieldsOf(page);
      await saved(page);
      await kill();
      page = await open(server.url + permit);
      await stage(page).locator('button[value="go-on"]').click();
      await atAddress(page, address);
      assert.deepEqual(await fieldsOf(page), fields, address);
      seen.push(address);
      if (address === 'cars' && (await stage(page).locator('li.card').count()) < 2) await press(page, 'add-row:vehicles');
      else if (address === 'check') break;
      else await goOn(page);
      await page.waitForFunction((before) => history.state?.polku !== before, address);
    }
    assert.deepEqual(seen, ['residence', 'area', 'since', 'who', 'contact', 'cars/r1', 'cars/r1/engine', 'cars', 'cars/r2', 'cars/r2/engine', 'cars', 'validity', 'notice',
      'anything-else', 'promise', 'check']);
    await press(page, 'submit');
    await atAddress(page, 'done');
    assert.equal(server.rows().length, 1);
    assert.deepEqual(notes.violations, []);
    assert.deepEqual(notes.errors, []);
  } finally {
    await context?.close().catch(() => {});
    await server.remove();
    fs.rmSync(profile, { recursive: true, force: true });
  }
});

test('reload, Back and Forward are right on every page', async () => {
  await inServedWorld(async (world) => {
    const page = await world.open(permit);
    const visited = [['start', {}]];
    await walk(page, async (address) => {
      const fields = await fieldsOf(page);
      await saved(page);
      await page.reload();
      await world.ready(page);
      await atAddress(page, address);
      assert.deepEqual(await fieldsOf(page), fields, `reload of ${address}`);
      visited.push([address, fields]);
    });
    visited.push(['check', {}]);
    const where = async () => ((await addressOf(page)) || 'start');
    for (let at = visited.length - 2; at >= 0; at -= 1) {
      await page.goBack();
      await page.waitForFunction((wanted) => (history.state?.polku || 'start') === wanted, visited[at][0]).catch(() => {});
      assert.equal(await where(), visited[at][0], `Back from ${visited[at + 1][0]}`);
      assert.deepEqual(await fieldsOf(page), visited[at][1], `Back to ${visited[at][0]}`);
    }
    for (let at = 1; at < visited.length; at += 1) {
      await page.goForward();
      await page.waitForFunction((wanted) => (history.state?.polku || 'start') === wanted, visited[at][0]).catch(() => {});
      assert.equal(await where(), visited[at][0], `Forward from ${visited[at - 1][0]}`);
      assert.deepEqual(await fieldsOf(page), visited[at][1], `Forward to ${visited[at][0]}`);
    }
    // A page of tomorrow, typed by hand, leads to the furthest page one may stand on.
    await page.evaluate(() => { location.hash = '#done'; });
    await atAddress(page, 'check');
    // After sending, Back does not lead into answers that are gone.
    await press(page, 'submit');
    await atAddress(page, 'done');
    const title = await heading(page).innerText();
    await page.goBack();
    await page.waitForTimeout(300);
    assert.equal(await heading(page).innerText(), title);
    await page.reload();
    await world.ready(page);
    assert.equal(await heading(page).innerText(), title);
  });
});

// ---- sent once ----

test('the server stopped during submit and started again: exactly one row', async () => {
  let server = await startServer();
  const world = await openServed(server);
  try {
    const page = await world.open(permit);
    await walk(page, async () => {});
    await server.stop();
    await press(page, 'submit');
    await stage(page).locator('button[value="try-again"]').waitFor();
    assert.match((await keptOn(page)).body.outbox.key, /^[0-9a-f]{32}$/, 'the outbox is kept');
    server = await startServer({ port: server.port, folder: server.folder });
    assert.equal(server.rows().length, 0);
    // Nobody presses anything: it is sent again by itself.
    await atAddress(page, 'done');
    assert.equal(server.rows().length, 1);
    assert.ok((await wordsOn(page)).includes(server.rows()[0].reference));
    const kept = JSON.stringify((await keptOn(page)).body);
    assert.ok(!kept.includes('131052-308T') && !kept.includes('Þórsdóttir'), 'the receipt holds no answers');
    await world.close({ allowErrors: true });
  } finally {
    await world.browser.close();
    await server.remove();
  }
});

/** Between browser and server: `onPost(pass)` decides what becomes of a submission; everything else passes. */
async function startProxy(target, onPost) {
  const proxy = http.createServer(async (request, response) => {
    const chunks = [];
    for await (const chunk of request) chunks.push(chunk);
    const pass = () => new Promise((done, fail) => {
      const onward = http.request({ host: '127.0.0.1', port: target.port, method: request.method, path: request.url, headers: request.headers }, async (reply) => {
        const parts = [];
        for await (const part of reply) parts.push(part);
        done({ status: reply.statusCode, headers: reply.headers, body: Buffer.concat(parts) });
      });
      onward.on('error', fail);
      onward.end(Buffer.concat(chunks));
    });
    const drop = () => request.socket.destroy();
    try {
      if (request.method === 'POST' && (await onPost({ pass, drop, key: request.headers['idempotency-key'] })) === 'done') return;
      const reply = await pass();
      response.writeHead(reply.status, reply.headers).end(reply.body);
    } catch {
      drop();
    }
  });
  await new Promise((done) => proxy.listen(0, '127.0.0.1', done));
  return { url: `http://127.0.0.1:${proxy.address().port}`, close: () => new Promise((done) => { proxy.closeAllConnections(); proxy.close(done); }) };
}

async function inProxiedWorld(onPost, walking) {
  const state = { server: await startServer(), keys: [], posts: 0 };
  const proxy = await startProxy({ get port() { return state.server.port; } }, async (post) => {
    state.posts += 1;
    state.keys.push(post.key);
    return onPost(post, state);
  });
  const world = await openServed(proxy);
  try {
    await walking(world, state);
    await world.close({ allowErrors: true });
    assert.equal(new Set(state.keys).size, 1, 'every try carries the same key');
  } finally {
    await world.browser.close();
    await proxy.close();
    await state.server.remove();
  }
}

test('a reply lost after storing: asked again with the same key, one row, one receipt', async () => {
  await inProxiedWorld(async ({ pass, drop }, state) => {
    if (state.posts > 2) return undefined;
    assert.equal((await pass()).status, state.posts === 1 ? 201 : 200);
    drop();
    return 'done';
  }, async (world, state) => {
    const page = await openAndSubmit(world);
    await atAddress(page, 'done');
    assert.ok(state.posts >= 3);
    assert.equal(state.server.rows().length, 1);
    assert.ok((await wordsOn(page)).includes(state.server.rows()[0].reference));
  });
});

test('the server killed in the middle of a submission: exactly one row in the end', async () => {
  await inProxiedWorld(async ({ pass, drop }, state) => {
    if (state.posts > 1) return undefined;
    const passing = pass().catch(() => {});
    // Once before it can have answered, without mercy; what SQLite has by then is its own matter.
    await state.server.kill();
    await passing;
    drop();
    state.server = await startServer({ folder: state.server.folder });
    return 'done';
  }, async (world, state) => {
    const page = await openAndSubmit(world);
    await atAddress(page, 'done');
    assert.equal(state.server.rows().length, 1);
  });
});

test('the tab closed while it is being sent: the next tab sends it, once', async () => {
  await inProxiedWorld(async ({ pass, drop }, state) => {
    if (state.posts > 1) return undefined;
    await pass();
    drop();
    return 'done';
  }, async (world, state) => {
    const page = await openAndSubmit(world);
    await stage(page).locator('button[value="try-again"]').waitFor();
    await page.close();
    const again = await world.open(permit);
    await stage(again).getByText(state.server.rows()[0].reference, { exact: true }).waitFor();
    assert.equal(state.server.rows().length, 1);
    assert.equal(state.posts, 2);
  });
});

// ---- two tabs ----

test('two tabs lose nothing: who is behind is told, and takes over what the other has without losing its own', async () => {
  await inServedWorld(async (world, server) => {
    const one = await world.open(permit);
    await walk(one, async () => {}, 'contact');
    await saved(one);
    const two = await world.open(`${permit}#contact`);
    await stage(one).locator('[name="name"]').fill('Aino-Kaisa Þórsdóttir');
    await saved(one);
    await stage(two).locator('[name="street-address"]').fill('Rantakatu 4');
    await stage(two).locator('button[value="load-newer"]').waitFor();
    assert.match(await wordsOn(two), /Aino|131052-308T/, 'what is kept, or this tab’s answers, can be read');
    await press(two, 'load-newer');
    await stage(two).locator('[name="name"]').waitFor();
    assert.deepEqual(await fieldsOf(two), { name: 'Aino-Kaisa Þórsdóttir', 'street-address': 'Rantakatu 4' });
    await saved(two);

    // Now the first is behind. It goes on, takes the newer, and both stand at the check page.
    await one.bringToFront();
    await stage(one).locator('[name="name"]').fill('Aino-Kaisa Þórsdóttir-Virtanen');
    await stage(one).locator('button[value="load-newer"]').waitFor();
    assert.match(await wordsOn(one), /Þórsdóttir-Virtanen/, 'what only this tab has stays readable');
    await press(one, 'load-newer');
    await stage(one).locator('[name="street-address"]').waitFor();
    assert.equal((await fieldsOf(one))['street-address'], 'Rantakatu 4');
    await walk(one, async () => {});
    await saved(one);
    const three = await world.open(`${permit}#check`);
    await Promise.all([press(one, 'submit'), press(three, 'submit')]);
    await Promise.race([atAddress(one, 'done'), atAddress(three, 'done')]);
    await one.waitForTimeout(1500);
    assert.equal(server.rows().length, 1);
    const last = await world.open(permit);
    await stage(last).getByText(server.rows()[0].reference, { exact: true }).waitFor();
  });
});

// ---- the person decides what is kept ----

test('on a shared computer nothing is stored, leaving warns, and sending works', async () => {
  await inServedWorld(async (world, server) => {
    const page = await world.open(permit);
    await press(page, 'use-shared-computer');
    await stage(page).locator('button[value="use-this-device"]').waitFor();
    await walk(page, async () => { assert.equal(await keptOn(page), undefined); }, 'notice');
    assert.equal(await page.evaluate(() => { const event = new Event('beforeunload', { cancelable: true }); dispatchEvent(event); return event.defaultPrevented; }), true);
    const warned = new Promise((done) => { page.once('dialog', (dialog) => { done(dialog.type()); void dialog.dismiss(); }); });
    await page.close({ runBeforeUnload: true });
    assert.equal(await warned, 'beforeunload');
    await walk(page, async () => { assert.equal(await keptOn(page), undefined); });
    await press(page, 'submit');
    await atAddress(page, 'done');
    assert.equal(server.rows().length, 1);
    assert.equal(await keptOn(page), undefined);
    assert.deepEqual(await page.evaluate(() => [Object.keys(localStorage), JSON.stringify(Object.entries(sessionStorage)), document.cookie, Object.keys(history.state ?? {})]),
      [[], '[["polku:shared-computer","1"]]', '', ['polku']], 'nothing but the choice itself is anywhere');
  });
});

test('“delete my answers” leaves nothing on the device', async () => {
  await inServedWorld(async (world) => {
    const page = await world.open(permit);
    await walk(page, async () => {}, 'contact');
    await saved(page);
    await press(page, 'delete-draft');
    await stage(page).locator('button[value="start-over"]').waitFor();
    await until('nothing on the device', async () => (await keptOn(page)) === undefined);
    await page.goBack();
    await page.waitForTimeout(300);
    assert.ok(!(await wordsOn(page)).includes('131052'), 'Back brings nothing back');
    await page.goto(new URL(permit, world.url).href);
    await world.ready(page);
    await stage(page).locator('button[value="continue"]').waitFor();
    assert.equal(await stage(page).locator('button[value="go-on"]').count(), 0, 'nothing is offered');
  });
});

test('on return the draft is offered; who starts over starts empty', async () => {
  await inServedWorld(async (world) => {
    const page = await world.open(permit);
    await walk(page, async () => {}, 'who');
    await saved(page);
    await page.close();
    const again = await world.open(permit);
    assert.equal(await stage(again).locator('button[value="go-on"]').count(), 1);
    await press(again, 'start-over');
    await goOn(again);
    await atAddress(again, 'residence');
    assert.deepEqual(await fieldsOf(again), { resident: [] });
  });
});

test('the receipt can be printed', async () => {
  await inServedWorld(async (world) => {
    const page = await world.open('/fi/street-fault/');
    await page.evaluate(() => { globalThis.printed = 0; globalThis.print = () => { globalThis.printed += 1; }; });
    await walkTo(page, 'check', faultTyped);
    await press(page, 'submit');
    await atAddress(page, 'done');
    await press(page, 'print');
    assert.equal(await page.evaluate(() => globalThis.printed), 1);
  });
});
