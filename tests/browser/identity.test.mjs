// SPDX-License-Identifier: EUPL-1.2
// From the page to an identity provider and back: who the person is stands there, cannot be edited, and is sent as proved.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import test, { after, before } from 'node:test';
import { openProvider } from '../server/identity_provider.mjs';
import { startServer, temporaryFolder } from '../server/server.mjs';
import { localesFolder, rehearsalFile } from '../wasm/host.mjs';
import { openWorld, root, stage } from './driver.mjs';
import { faults, field, picture } from './filled.mjs';
import { atAddress, keyboardOf, standStill } from './served.mjs';

let provider, server;
const assets = temporaryFolder(), folder = temporaryFolder();
before(async () => {
  provider = await openProvider();
  fs.cpSync(path.join(root, 'tests/browser/identity/services'), path.join(assets, 'services'), { recursive: true });
  fs.cpSync(path.join(root, 'tests/browser/identity/site'), path.join(assets, 'sites/identity'), { recursive: true });
  const file = path.join(assets, 'sites/identity/site.json');
  fs.writeFileSync(file, fs.readFileSync(file, 'utf8').replaceAll('http://127.0.0.1:1', provider.address));
  execFileSync(process.execPath, ['scripts/build-site.mjs', '--site', path.join(assets, 'sites/identity'), '--services', path.join(assets, 'services'), '--rehearsal', rehearsalFile,
    '--wasm', process.env.POLKU_WASM ?? 'build/web/polku.wasm', '--locales', localesFolder, '--output', folder, '--without-manual'], { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] });
  server = await startServer({ assets, site: folder, more: { POLKU_SECRET_LOGIN: 'a secret of the test' } });
});
after(async () => {
  await server?.end();
  provider?.close();
  for (const one of [assets, folder]) fs.rmSync(one, { recursive: true, force: true });
});

const rows = (query) => JSON.parse(execFileSync('sqlite3', ['-readonly', '-json', path.join(server.data, 'polku.sqlite'), query], { encoding: 'utf8' }) || '[]');
const reads = (page, words) => page.waitForFunction((wanted) => document.querySelector('polku-service')?.shadowRoot?.textContent.includes(wanted), words, { timeout: 8000 });

test('the way to the provider and back: nothing is lost, what was proved is shown and not asked, and it is sent with its proof', async () => {
  const world = await openWorld({ url: server.address, context: { viewport: { width: 390, height: 844 } } });
  try {
    await standStill(world.context);
    const page = await world.open('/fi/wish/');
    const keys = keyboardOf(page);
    await keys.button('continue');
    await atAddress(page, 'what');
    await field(page, 'wish').fill('Penkki lammelle');
    await keys.button('continue');
    await atAddress(page, 'who');
    await reads(page, 'Tunnistaudu, niin tietosi haetaan. Lähde: Suomi.fi.');
    assert.equal(await field(page, 'full-name').count(), 0, 'there is nothing to type a name in');
    assert.deepEqual(await faults(page), []);
    await picture(page, 'identity-unknown');
    await keys.button('continue');
    await reads(page, 'Tunnistaudu ennen kuin jatkat');
    assert.deepEqual(await faults(page), []);
    await picture(page, 'identity-needed');

    provider.manner = 'denied';
    await keys.button('sign-in');
    await reads(page, 'Tunnistautuminen ei onnistunut. Lähde: Suomi.fi.');
    await picture(page, 'identity-failed');
    provider.manner = 'honest';
    await keys.button('sign-in');
    await reads(page, 'Aino Esimerkki');
    await atAddress(page, 'who');
    assert.equal(await field(page, 'full-name').count() + await field(page, 'personal-id').count(), 0);
    await reads(page, '131052-308T');
    assert.deepEqual(await faults(page), []);
    await picture(page, 'identity-known');
    await keys.button('continue');
    await atAddress(page, 'check');
    await reads(page, 'Penkki lammelle');
    const changes = await stage(page).locator('a[href*="change"]').evaluateAll((links) => links.map((link) => decodeURIComponent(link.hash).split(':').at(-1)));
    assert.deepEqual(changes, ['wish', 'phone']);
    await picture(page, 'identity-check');
    await keys.button('submit');
    await atAddress(page, 'done');
    const [{ body }] = rows('SELECT body FROM submissions');
    assert.deepEqual(JSON.parse(body).answers, { wish: 'Penkki lammelle', 'full-name': 'Aino Esimerkki', 'personal-id': '131052-308T' });
    const [delivery] = rows('SELECT body FROM deliveries');
    assert.deepEqual(JSON.parse(delivery.body).facts.map(({ source, verified }) => ({ source, verified })), [{ source: 'suomi', verified: true }]);
    assert.deepEqual(rows('SELECT * FROM persons'), [], 'who has submitted is signed out');
    assert.deepEqual(provider.faults, []);
  } catch (error) {
    await world.abandon();
    throw error;
  }
  // Nobody is known at first: that 401, and the 502 after the refusal, stand in the console as what could not be loaded.
  await world.close({ allowErrors: true, ledTo: [`${provider.address}/auth`] });
});
