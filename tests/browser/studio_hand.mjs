// SPDX-License-Identifier: EUPL-1.2
// The hand of a person in front of studio.html: finds things by what is written on them and presses where they are drawn, with a real mouse and real keys.
//
//   const world = await openStudioWorld();
//   const studio = await openStudio(world);
//   await studio.press('Aloita hakemus');   await studio.type('Vuosi', '2023');   (await studio.sight()).panels.why
//   await world.close();
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { drawingArguments, openWorld, watch } from './driver.mjs';
import { siteFolder, standStill, temporaryFolder } from './served.mjs';

export async function openStudioWorld(options = {}) {
  const world = await openWorld({ folder: siteFolder, args: drawingArguments, context: { viewport: { width: 1000, height: 800 } }, ...options });
  await standStill(world.context);
  return world;
}

export async function openStudio(world, context = world.context) {
  const page = await context.newPage();
  watch(page, world.notes);
  await page.goto(`${world.url}/studio.html`);
  await page.waitForFunction(() => (globalThis.polkuStudio?.sight().frames ?? 0) > 0, null, { timeout: 30_000 });
  await page.waitForLoadState('networkidle');
  const hand = new Hand(page);
  await hand.rest();
  return hand;
}

const pressable = new Set(['button', 'link', 'option']);

class Hand {
  constructor(page) { this.page = page; }

  sight() { return this.page.evaluate(() => globalThis.polkuStudio.sight()); }
  seen(words) { return this.sight().then(({ seen }) => seen.find((one) => one.words === words)); }

  /** Until nothing is drawn any more. */
  rest() {
    return this.page.evaluate(async () => {
      const frames = () => globalThis.polkuStudio.sight().frames;
      for (let before = -1; before !== frames();) {
        before = frames();
        for (let count = 0; count < 2; count += 1) await new Promise(requestAnimationFrame);
        // The studio may have asked for this very frame after us, and draws when we are done with it.
        await new Promise((done) => { setTimeout(done); });
      }
    });
  }

  async press(words) { await this.#click(words, (one) => pressable.has(one.kind)); }

  /** Into the box with this label. */
  async enter(label) { await this.#click(label, (one) => one.kind === 'box'); }

  async type(label, words) {
    await this.enter(label);
    const keyboard = await this.page.context().newCDPSession(this.page);
    // Letters that playwright's keyboard does not have come as keys too, as they do from a person's own.
    for (const letter of words) {
      if (letter >= ' ' && letter <= '~') await this.page.keyboard.type(letter);
      else for (const type of ['keyDown', 'keyUp']) await keyboard.send('Input.dispatchKeyEvent', { type, key: letter, ...(type === 'keyDown' && { text: letter }) });
    }
    await this.page.keyboard.press('Escape');
    await this.rest();
    await keyboard.detach();
  }

  async #click(words, isWanted) {
    const { x, y } = await this.#bringIntoView(words, isWanted);
    await this.page.mouse.move(x, y);
    await this.page.mouse.down();
    await this.page.mouse.up();
    await this.rest();
  }

  /** Scrolls with the wheel, as one does, until what is looked for is on the screen. */
  async #bringIntoView(words, isWanted) {
    for (let turns = 0; turns < 60; turns += 1) {
      const box = await this.page.locator('#studio-canvas').boundingBox();
      const { seen } = await this.sight();
      const found = seen.find((one) => one.words === words && isWanted(one));
      assert.ok(found, `${words} is not there: ${seen.map((one) => `${one.kind} ${one.words}`).join(' | ')}`);
      if (found.y > 20 && found.y < box.height - 40) {
        // On a busy machine the page may still be settling: nobody presses what is moving.
        await this.rest();
        const again = (await this.sight()).seen.find((one) => one.words === words && isWanted(one));
        const boxAgain = await this.page.locator('#studio-canvas').boundingBox();
        if (again?.x === found.x && again?.y === found.y && boxAgain.y === box.y) return { x: box.x + found.x, y: box.y + found.y };
        continue;
      }
      await this.page.mouse.move(box.x + box.width / 4, box.y + box.height / 2);
      await this.page.mouse.wheel(0, found.y <= 20 ? -100 : 100);
      await this.rest();
    }
    throw new Error(`${words} cannot be scrolled to`);
  }

  /** Files or folders of this machine, dropped on the page. */
  async drop(...files) {
    const mouse = await this.page.context().newCDPSession(this.page);
    const data = { items: [], files: files.map((file) => path.resolve(file)), dragOperationsMask: 1 };
    for (const type of ['dragEnter', 'dragOver', 'drop']) await mouse.send('Input.dispatchDragEvent', { type, x: 300, y: 300, data });
    await mouse.detach();
  }

  /** A file as it is in the assets, but for one change, dropped. */
  async dropChanged(file, before, after) {
    const words = fs.readFileSync(file, 'utf8');
    assert.ok(words.includes(before), `${before} is not in ${file}`);
    const folder = temporaryFolder();
    const changed = path.join(folder, path.basename(file));
    fs.writeFileSync(changed, words.replace(before, after));
    await this.drop(changed);
    await this.status(/Read again/);
    await this.rest();
    fs.rmSync(folder, { recursive: true });
  }

  async status(wanted) {
    await this.page.waitForFunction(([source]) => new RegExp(source).test(document.querySelector('#status').textContent), [wanted.source]);
    return this.page.locator('#status').innerText();
  }
}
