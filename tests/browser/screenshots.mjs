// SPDX-License-Identifier: EUPL-1.2
// Pictures of every page and state, to be looked at beside the look one wants; and the seven of the README.
//   node tests/browser/screenshots.mjs [--part pages|readme] [--output build/screenshots] [--readme assets/screenshots] [--only WORD]
// Not a test: nothing is compared. Files: <service>/<language>-<phone|desktop>[-dark]/<number>-<page and state>.png
import fs from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { root, stage } from './driver.mjs';
import { pagesOf, showPage } from './enumerated.mjs';
import { openWindow } from '../imgui/desk.mjs';
import { openStudio, openStudioWorld } from './studio_hand.mjs';
import { answerPage, openServed, permitTyped, services, startServer, walkTo } from './served.mjs';

const { values: given } = parseArgs({ options: { output: { type: 'string', default: 'build/screenshots' }, readme: { type: 'string', default: 'assets/screenshots' }, part: { type: 'string', default: '' }, only: { type: 'string', default: '' } } });
const widths = { phone: 390, desktop: 1280 };
const darkKinds = new Set(['start', 'question', 'list', 'check-answers', 'confirmation']);
const fileName = (words) => words.replaceAll(/[^a-z0-9]+/gi, '-').slice(0, 80);

async function open(world, server, service, language, width, dark = false) {
  const context = await world.newContext({ bypassCSP: true, viewport: { width, height: width < 600 ? 844 : 800 }, colorScheme: dark ? 'dark' : 'light', reducedMotion: 'reduce', deviceScaleFactor: 1 });
  const page = await context.newPage();
  await page.goto(`${server.url}/${language}/${service}/`);
  await world.ready(page);
  await page.evaluate(`globalThis.showPage = ${showPage}`);
  return page;
}

const put = (page, { html, language, direction, title }) => page.evaluate((one) => globalThis.showPage(one), { html, language, direction, title });
const shoot = (page, file, fullPage = true) => {
  fs.mkdirSync(path.dirname(file), { recursive: true });
  return page.screenshot({ path: file, fullPage, animations: 'disabled', caret: 'hide' });
};

async function everyPage(world, server) {
  let count = 0;
  for (const service of services) {
    for (const language of ['fi', 'ar']) {
      const pages = await pagesOf(service, language);
      for (const [name, width] of Object.entries(widths)) {
        for (const dark of [false, true]) {
          const page = await open(world, server, service, language, width, dark);
          const folder = path.resolve(root, given.output, service, `${language}-${name}${dark ? '-dark' : ''}`);
          const seen = new Set();
          for (const [at, one] of pages.entries()) {
            if (!one.name.includes(given.only)) continue;
            // In the dark, one of each kind of page, and its errors.
            const sort = `${one.kind} ${one.name.endsWith('with problems')}`;
            if (dark && (!darkKinds.has(one.kind) || seen.has(sort))) continue;
            seen.add(sort);
            await put(page, one);
            await shoot(page, path.join(folder, `${String(at + 1).padStart(2, '0')}-${fileName(one.name)}.png`));
            count += 1;
          }
          await page.context().close();
        }
      }
    }
  }
  console.log(`${count} pictures in ${given.output}`);
}

/** As a citizen sees it: filled in by a walk through the real site. */
async function forReadme(world, server) {
  const folder = path.resolve(root, given.readme);
  const walked = async (language, width, until, { after: finish = async () => {}, height } = {}) => {
    const context = await world.newContext({ viewport: { width, height: height ?? (width < 600 ? 844 : 800) }, deviceScaleFactor: 1, reducedMotion: 'reduce' });
    await context.clock.setFixedTime(new Date('2026-11-22T07:00:00Z'));
    const page = await context.newPage();
    await page.goto(`${server.url}/${language}/resident-parking-permit/`);
    await world.ready(page);
    await walkTo(page, until, { ...permitTyped, 'street-address': 'Rantakatu 4 B 12, 50100 Koivuranta' });
    await finish(page);
    await page.mouse.move(0, 0);
    await page.waitForTimeout(300);
    await page.evaluate(() => scrollTo(0, 0));
    return page;
  };
  const make = async (name, page) => {
    const file = path.join(folder, name);
    await shoot(page, file, false);
    console.log(`${name}: ${Math.ceil(fs.statSync(file).size / 1000)} kB`);
    await page.context().close();
  };
  await make('start-fi-phone.png', await walked('fi', 390, 'start'));
  await make('question-fi-phone.png', await walked('fi', 390, 'area', { after: (page) => answerPage(page, permitTyped) }));
  await make('error-fi-phone.png', await walked('fi', 390, 'who', { after: async (page) => {
    await stage(page).locator('[name="applicant"]').fill('131052-307T');
    await stage(page).locator('#form button[value="continue"]').click();
    await stage(page).locator('#summary').waitFor();
  } }));
  await make('check-ar-phone.png', await walked('ar', 390, 'check'));
  await make('list-fi-desktop.png', await walked('fi', 1280, 'validity', { after: async (page) => {
    await page.goBack();
    await stage(page).locator('li.card').first().waitFor();
  } }));
  await make('done-ar-desktop.png', await walked('ar', 1280, 'check', { after: async (page) => {
    await stage(page).locator('button[value="submit"]').click();
    await page.waitForFunction(() => history.state?.polku === 'done');
  } }));
}

/** The studio where a question is hidden: whose car is one's own is not asked for an employer's number. */
async function studioForReadme() {
  const drawing = await openStudioWorld({ context: { viewport: { width: 1400, height: 900 }, colorScheme: 'light' } });
  try {
    const studio = await openStudio(drawing);
    await studio.press('English');
    for (const line of fs.readFileSync(path.join(root, 'tests/imgui/employer-number.walk'), 'utf8').trim().split('\n')) {
      const [, verb, label, words] = /^(press|type) (.*?)(?: = (.*))?$/.exec(line);
      await (verb === 'type' ? studio.type(label, words) : studio.press(label));
    }
    await studio.page.mouse.move(0, 0);
    const file = path.resolve(root, given.readme, 'studio-chromium.png');
    await shoot(studio.page, file, false);
    console.log(`studio-chromium.png: ${Math.ceil(fs.statSync(file).size / 1000)} kB`);
    await windowForReadme(studio.page.context().browser());
  } finally {
    await drawing.abandon();
  }
}

/** The same page in the studio's own window. */
async function windowForReadme(browser) {
  const desk = await openWindow();
  try {
    const { width, height, dots } = await desk.settle();
    const page = await browser.newPage({ viewport: { width, height } });
    await page.setContent('<!doctype html><body style="margin:0"><canvas>');
    await page.evaluate(([across, down, base64]) => {
      const canvas = Object.assign(document.querySelector('canvas'), { width: across, height: down });
      canvas.style.display = 'block';
      canvas.getContext('2d').putImageData(new ImageData(Uint8ClampedArray.from(atob(base64), (sign) => sign.charCodeAt(0)), across, down), 0, 0);
    }, [width, height, dots.toString('base64')]);
    const file = path.resolve(root, given.readme, 'studio-window.png');
    await shoot(page, file, false);
    console.log(`studio-window.png: ${Math.ceil(fs.statSync(file).size / 1000)} kB`);
  } finally {
    await desk.close();
  }
}

const server = await startServer();
const world = await openServed(server);
try {
  if (given.part !== 'pages') {
    await forReadme(world, server);
    await studioForReadme();
  }
  if (given.part !== 'readme') await everyPage(world, server);
} finally {
  await world.browser.close();
  await server.remove();
}
