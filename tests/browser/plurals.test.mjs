// SPDX-License-Identifier: EUPL-1.2
// CLDR's samples in Chromium: plural rules and whole messages through the wasm, and the browser's own Intl.PluralRules beside them as a second judge.
// What a message counts is what it shows; tests/messages/plural_samples_test.cpp says why 1.0 is judged as 1 there. Reviewed differences from Intl:
// tests/browser/intl-plural-differences.json, each {"type", "language", "numbers": […], "ours", "intl", "reason"}.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import test, { after, before } from 'node:test';
import { localesFolder, rehearsalFile } from '../wasm/host.mjs';
import { launch, root } from './driver.mjs';

const folder = path.join(root, '../shared/suites/messageformat/cldr-core');
const skip = fs.existsSync(folder) ? false : `NOT JUDGED: ${folder} is not there`;
if (skip) console.error(`\n!!! ${skip}\n`);

const reviewed = JSON.parse(fs.readFileSync(path.join(root, 'tests/browser/intl-plural-differences.json'), 'utf8'));
const english = JSON.parse(fs.readFileSync(path.join(localesFolder, 'en.json'), 'utf8'));

const kinds = [
  { file: 'plurals.json', member: 'plurals-type-cardinal', type: 'cardinal', argument: 'plural', pack: 'plural', samples: 12396, asGiven: 9569 },
  { file: 'ordinals.json', member: 'plurals-type-ordinal', type: 'ordinal', argument: 'selectordinal', pack: 'ordinal', samples: 2645, asGiven: 2645 },
];

/** "0.0~1.5" → 0.0, 0.1, … 1.5. The samples step by their last digit. */
function numbersOf(sample) {
  const [first, last] = sample.split('~');
  if (last === undefined) return [sample];
  const places = first.split('.')[1]?.length ?? 0;
  const scaled = (number) => BigInt(number.replace('.', ''));
  const numbers = [];
  for (let at = scaled(first); at <= scaled(last); at += 1n) {
    const digits = String(at).padStart(places + 1, '0');
    numbers.push(places === 0 ? digits : `${digits.slice(0, -places)}.${digits.slice(-places)}`);
  }
  return numbers;
}

/** [{ language, rules: {category: text}, samples: [{ category, number, shown }] }]; `shown`: as # shows the number's value. */
function languagesOf({ file, member }) {
  const all = JSON.parse(fs.readFileSync(path.join(folder, file), 'utf8')).supplemental[member];
  return Object.entries(all).map(([language, texts]) => {
    const rules = Object.fromEntries(Object.entries(texts).map(([name, text]) => [name.replace('pluralRule-count-', ''), text]));
    const samples = Object.entries(rules).flatMap(([category, text]) => text.split('@').slice(1)
      .flatMap((group) => group.slice(group.indexOf(' ')).split(',')).map((sample) => sample.trim()).filter((sample) => sample !== '…')
      .flatMap(numbersOf).map((number) => ({ category, number, shown: shownOf(number) })));
    return { language, rules, samples };
  });
}

/** The value as # shows it: no exponent, three places at most, no zeros at the end. */
function shownOf(number) {
  const [digits, exponent = '0'] = number.split('c');
  const [whole, fraction = ''] = digits.split('.');
  const all = whole + fraction.padEnd(Number(exponent), '0');
  const point = whole.length + Number(exponent);
  const value = `${all.slice(0, point).replace(/^0+(?=\d)/, '')}.${all.slice(point)}`;
  const rounded = value.split('.')[1].length > 3 ? Number(value).toFixed(3) : value;
  return rounded.replace(/\.?0*$/, '');
}

let browser;
let page;
before(async () => {
  browser = await launch();
  page = await browser.newPage();
  await page.evaluate(async ([wasm, source]) => {
    const { openCore } = await import(`data:text/javascript,${encodeURIComponent(source)}`);
    globalThis.core = await openCore(await WebAssembly.compile(Uint8Array.from(atob(wasm), (sign) => sign.charCodeAt(0))));
  }, [fs.readFileSync(rehearsalFile).toString('base64'), fs.readFileSync(path.join(root, 'web/core.js'), 'utf8')]);
});
after(() => browser?.close());

for (const kind of kinds) {
  test(`${kind.file}: every sample has its category in Chromium, by the rules and in a whole message`, { skip }, async () => {
    const languages = languagesOf(kind);
    const judged = await page.evaluate(({ all, argument, pack, base, type }) => all.flatMap(({ language, rules, samples }) => {
      // Its own instance of English, with the suite's rules.
      const tag = `${type === 'ordinal' ? 'o' : 'c'}x-${language.toLowerCase()}`;
      const added = core.addLanguage(JSON.stringify({ language: tag, locale: { ...base, language: tag, [pack]: rules }, words: {} }));
      if (added.problems.length > 0) throw new Error(`${language}: ${JSON.stringify(added.problems)}`);
      const pattern = `{n, ${argument}, ${Object.keys(rules).map((category) => `${category} {${category} #}`).join(' ')}}`;
      const categoryOf = (number) => core.call({ call: 'category', rules, number }).category;
      const written = new Intl.NumberFormat('en');
      return samples.map(({ category, number, shown }) => {
        const { text } = core.call({ call: 'format', language: tag, pattern, args: { n: Number(shown) } });
        const [arm, digits] = text.split(' ');
        return {
          language, number, category, byRules: categoryOf(number), shown, wanted: shown === number ? category : categoryOf(shown), arm,
          digits: digits === written.format(Number(shown)),
        };
      });
    }), { all: languages, base: english, ...kind });
    const wrong = judged.filter(({ category, byRules, wanted, arm, digits }) => byRules !== category || arm !== wanted || !digits);
    assert.deepEqual(wrong, []);
    const asGiven = judged.filter(({ number, shown }) => number === shown).length;
    console.log(`${kind.file} in Chromium: ${judged.length} samples of ${languages.length} languages by rules and in messages, ${asGiven} of them shown digit for digit`);
    assert.deepEqual([judged.length, asGiven], [kind.samples, kind.asGiven]);
  });

  test(`${kind.file}: Intl.PluralRules of Chromium says the same where it knows the language`, { skip }, async () => {
    const languages = languagesOf(kind);
    const judged = await page.evaluate(({ all, type }) => all.flatMap(({ language, samples }) => {
      if (Intl.PluralRules.supportedLocalesOf([language]).length === 0) return [{ language, unknown: samples.length }];
      return samples.map(({ category, number }) => {
        const [digits, exponent] = number.split('c');
        const places = digits.split('.')[1]?.length ?? 0;
        const shape = { type, minimumFractionDigits: places, maximumFractionDigits: places };
        if (exponent === undefined) return { language, number, category, intl: new Intl.PluralRules(language, shape).select(Number(digits)) };
        // Whether 1,100,000 is counted as 1.1 million is the language's own: French does, Japanese counts in ten thousands.
        const compact = new Intl.PluralRules(language, { ...shape, notation: 'compact', compactDisplay: 'long' });
        const parts = new Intl.NumberFormat(language, { notation: 'compact', compactDisplay: 'long', minimumFractionDigits: places, maximumFractionDigits: places, numberingSystem: 'latn' });
        const value = Number(digits) * 10 ** Number(exponent);
        const written = parts.formatToParts(value).filter((part) => ['integer', 'fraction'].includes(part.type)).map((part) => part.value).join('.');
        if (compact.resolvedOptions().notation !== 'compact' || written !== digits) return { language, number, compact: true };
        return { language, number, category, intl: compact.select(value) };
      });
    }), { all: languages, ...kind });
    const unknown = judged.filter((one) => one.unknown !== undefined);
    const compact = judged.filter((one) => one.compact);
    const heard = judged.filter((one) => one.intl !== undefined);
    const differ = heard.filter(({ category, intl }) => category !== intl);
    console.log(`${kind.file}: Intl judged ${heard.length} samples, ${differ.length} differ; ${compact.length} have a compact exponent that it does not use; `
      + `it does not know ${unknown.length} languages (${unknown.map(({ language }) => language).join(' ')})`);
    assert.ok(heard.length > kind.samples * 0.9, `${heard.length} are too few to call it a judge`);
    assert.equal(heard.length + compact.length + unknown.reduce((sum, one) => sum + one.unknown, 0), kind.samples);
    const lines = [...new Set(differ.map(({ language, number, category, intl }) => `${language} ${number}: ${category}, Intl: ${intl}`))];
    const known = reviewed.differences.filter((one) => one.type === kind.type).flatMap((one) => one.numbers.map((number) => `${one.language} ${number}: ${one.ours}, Intl: ${one.intl}`));
    assert.deepEqual(lines.filter((line) => !known.includes(line)), [], 'new differences');
  });
}

test('every reviewed difference has a reason', () => {
  for (const { reason, language } of reviewed.differences) assert.ok(reviewed.reasons[reason], language);
});
