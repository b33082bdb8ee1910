// SPDX-License-Identifier: EUPL-1.2
// Writes one compact pack of CLDR data a language: node scripts/build-locales.mjs FOLDER [LANGUAGE...]
// The engine formats with these packs on every host. Only what src/locale reads is taken; docs of the fields: src/locale/README.md.
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync } from 'node:zlib';

// The languages of the engine and what each calls itself. CLDR's own names are in a package of 30 MB, so the names stand here and a test compares
// them with ICU.
const languages = {
  fi: 'Suomi', sv: 'Svenska', en: 'English', ar: 'العربية',
  se: 'Davvisámegiella', is: 'Íslenska', mt: 'Malti', ga: 'Gaeilge', so: 'Soomaali', et: 'Eesti', ru: 'Русский', uk: 'Українська',
  de: 'Deutsch', fr: 'Français', he: 'עברית', fa: 'فارسی', zh: '中文', ja: '日本語', pl: 'Polski', cs: 'Čeština', sk: 'Slovenčina',
};
// English as the world outside the United States writes it, the day before the month: a municipality's readers are here.
const regionOf = { en: 'en-001' };
// Whose symbols are packed: what Nordic and neighbouring municipalities meet. Any other currency is written by its code.
const currencies = ['EUR', 'SEK', 'NOK', 'DKK', 'ISK', 'GBP', 'USD', 'CHF', 'PLN', 'CZK', 'HUF', 'RON', 'BGN', 'JPY'];

// Whose names are packed, for addresses and accounts: the countries around, those whose people live here, and those people write to most. Any other
// country is written by its code. A published site's packs have only those that its services name.
const territories = `FI SE NO DK IS EE LV LT PL DE NL BE LU FR MC AT CH LI IT SM VA MT ES PT AD IE GB CZ SK HU SI HR BA RS ME MK AL GR CY BG RO MD UA BY RU
  TR GE AM AZ KZ IL PS LB SY JO IQ IR AF PK IN BD LK NP CN JP KR VN TH PH ID AU NZ US CA MX BR AR CL EG MA DZ TN ET ER SO KE NG GH CD ZA`.split(/\s+/);

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const read = (file) => JSON.parse(fs.readFileSync(path.join(root, 'node_modules', file), 'utf8'));
const numberingSystems = read('cldr-core/supplemental/numberingSystems.json').supplemental.numberingSystems;
const cardinals = read('cldr-core/supplemental/plurals.json').supplemental['plurals-type-cardinal'];
const ordinals = read('cldr-core/supplemental/ordinals.json').supplemental['plurals-type-ordinal'];

function fail(message) {
  console.error(`build-locales: ${message}`);
  process.exit(1);
}

// "i = 1 and v = 0 @integer 1" → the condition alone; "other" has none and is left out.
function ruleTexts(rules) {
  const entries = Object.entries(rules ?? {}).map(([name, text]) => [name.replace('pluralRule-count-', ''), text.split('@')[0].trim()]);
  return Object.fromEntries(entries.filter(([category]) => category !== 'other'));
}

function numbers(language) {
  const all = read(`cldr-numbers-full/main/${language}/numbers.json`).main[language].numbers;
  const result = {};
  for (const system of new Set(['latn', all.defaultNumberingSystem, all.otherNumberingSystems.native])) {
    const symbols = all[`symbols-numberSystem-${system}`];
    if (!symbols) continue;
    const money = all[`currencyFormats-numberSystem-${system}`];
    const pack = {
      digits: numberingSystems[system]._digits,
      decimal: symbols.decimal, group: symbols.group, minus: symbols.minusSign, percentSign: symbols.percentSign,
      number: all[`decimalFormats-numberSystem-${system}`].standard,
      percent: all[`percentFormats-numberSystem-${system}`].standard,
      money: money.standard,
    };
    const beside = money['standard-alphaNextToNumber'];
    if (beside && beside !== money.standard) pack.moneyBesideLetter = beside;
    if (symbols.currencyDecimal || symbols.currencyGroup) fail(`${language}: separators of money differ; the engine does not know that yet`);
    result[system] = pack;
  }
  return { minimumGrouping: Number(all.minimumGroupingDigits), numbers: result };
}

function currencySymbols(language) {
  const all = read(`cldr-numbers-full/main/${language}/currencies.json`).main[language].numbers.currencies;
  const entries = currencies.map((code) => [code, all[code]?.symbol ?? code]);
  return Object.fromEntries(entries.filter(([code, symbol]) => symbol !== code));
}

function countryNames(language) {
  const all = read(`cldr-localenames-full/main/${language}/territories.json`).main[language].localeDisplayNames.territories;
  return Object.fromEntries(territories.filter((code) => all[code]).map((code) => [code, all[code]]));
}

const fields = /^(d|dd|M|MM|MMM|MMMM|LLLL|y|yy|EEEE|cccc|H|HH|h|mm|a)$/;
function dates(language) {
  const calendar = read(`cldr-dates-full/main/${language}/ca-gregorian.json`).main[language].dates.calendars.gregorian;
  const patterns = ['short', 'medium', 'long', 'full'].map((style) => calendar.dateFormats[style]);
  const time = calendar.timeFormats.short, monthAndYear = calendar.dateTimeFormats.availableFormats.yMMMM;
  for (const pattern of [...patterns, time, monthAndYear]) {
    if (typeof pattern !== 'string') fail(`${language}: a date pattern with its own digits; the engine does not know that yet`);
    for (const field of pattern.replace(/'[^']*'/g, '').match(/([a-zA-Z])\1*/g)) {
      if (!fields.test(field)) fail(`${language}: unknown field ${field} in the date pattern ${pattern}`);
    }
  }
  const year = (context, width) => Array.from({ length: 12 }, (_, index) => calendar.months[context][width][index + 1]);
  const week = (context) => ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'].map((day) => calendar.days[context].wide[day]);
  const { am, pm } = calendar.dayPeriods.format.abbreviated;
  const result = {
    dates: patterns, time, monthAndYear, dayHalves: [am, pm],
    months: year('format', 'wide'), monthsShort: year('format', 'abbreviated'), weekdays: week('format'),
  };
  const unlessSame = (name, value, other) => { if (JSON.stringify(value) !== JSON.stringify(other)) result[name] = value; };
  unlessSame('monthsAlone', year('stand-alone', 'wide'), result.months);
  unlessSame('monthsShortAlone', year('stand-alone', 'abbreviated'), result.monthsShort);
  unlessSame('weekdaysAlone', week('stand-alone'), result.weekdays);
  return result;
}

function lists(language) {
  const all = read(`cldr-misc-full/main/${language}/listPatterns.json`).main[language].listPatterns;
  const four = (type) => ['2', 'start', 'middle', 'end'].map((part) => all[`listPattern-type-${type}`][part]);
  return { and: four('standard'), or: four('or') };
}

// What is read, though never written: "Sep" beside the world's "Sept".
function shortMonthsOf(language) {
  const { months } = read(`cldr-dates-full/main/${language}/ca-gregorian.json`).main[language].dates.calendars.gregorian;
  return { monthsShortAlone: Object.values(months['stand-alone'].abbreviated) };
}

function packOf(language) {
  const region = regionOf[language] ?? language;
  const order = read(`cldr-misc-full/main/${region}/layout.json`).main[region].layout.orientation.characterOrder;
  return {
    language, name: languages[language] ?? language, direction: order === 'right-to-left' ? 'rtl' : 'ltr',
    plural: ruleTexts(cardinals[language]), ordinal: ruleTexts(ordinals[language]),
    ...numbers(region), currencies: currencySymbols(region), ...dates(region), territories: countryNames(region),
    ...(region === language ? {} : shortMonthsOf(language)), lists: lists(region),
  };
}

const [folder, ...chosen] = process.argv.slice(2);
if (!folder) fail('usage: build-locales.mjs FOLDER [LANGUAGE...]');
fs.mkdirSync(folder, { recursive: true });
for (const language of chosen.length > 0 ? chosen : Object.keys(languages)) {
  if (!fs.existsSync(path.join(root, 'node_modules/cldr-numbers-full/main', language))) fail(`CLDR has no language ${language}`);
  const text = JSON.stringify(packOf(language));
  const size = brotliCompressSync(text).length;
  if (size > 3000) fail(`${language}: the pack has ${size} bytes after compression, more than 3,000`);
  fs.writeFileSync(path.join(folder, `${language}.json`), `${text}\n`);
}
