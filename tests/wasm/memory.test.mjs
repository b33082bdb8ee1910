// SPDX-License-Identifier: EUPL-1.2
// A device that has no more memory: the engine stops, or it answers as ever. It never answers wrongly.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import test from 'node:test';
import { CoreTrap, openCore } from '../../web/core.js';
import { packOf, wasmFile } from './host.mjs';
import { eatMemory, limitMemory } from './limited.mjs';

const pack = await packOf({ site: 'assets/sites/koivuranta', service: 'assets/services/resident-parking-permit', languages: ['fi'] });
const begin = { intent: 'begin', language: 'fi', address: '', storage: 'none', seed: '0123456789abcdef0123456789abcdef', today: '2026-11-22' };
const walk = [
  { intent: 'continue', typed: [] },
  { intent: 'continue', typed: [{ place: 'resident', typed: ['yes'] }] },
  { intent: 'continue', typed: [{ place: 'zone', typed: ['2'] }] },
  { intent: 'continue', typed: [{ place: 'moved-in', typed: ['1', 'marraskuuta'.repeat(500), '2026'] }] },
].map((intent) => ({ ...intent, today: '2026-11-22' }));

test('an allocation that fails anywhere in a page stops the engine and never makes it answer wrongly', async () => {
  const bytes = fs.readFileSync(wasmFile);
  const limited = await WebAssembly.compile(limitMemory(bytes, 8 << 20));
  const prepare = async () => {
    const core = await openCore(limited);
    assert.ok(core.open(pack).open);
    core.update(begin);
    return core;
  };
  const whole = await prepare();
  const right = walk.map((intent) => JSON.stringify(whole.update(intent)));
  const seen = { stopped: new Set(), answered: 0 };
  for (let left = 0; left < 48 << 10; left += 512) {
    const core = await prepare();
    eatMemory(core.exports, left);
    for (const [index, intent] of walk.entries()) {
      try {
        assert.equal(JSON.stringify(core.update(intent)), right[index], `${left} bytes left`);
        seen.answered += 1;
      } catch (error) {
        if (!(error instanceof CoreTrap)) throw error;
        seen.stopped.add(index);
        break;
      }
    }
  }
  console.log(`stopped in ${seen.stopped.size} of ${walk.length} pages; ${seen.answered} pages answered right with little memory`);
  assert.ok(seen.stopped.size >= 2 && seen.answered > 0, 'memory failed in different places, and sufficed in others');
});
