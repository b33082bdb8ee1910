// SPDX-License-Identifier: EUPL-1.2
// From a city's data to answers of the imported service, by import.json alone; and many of them walked or verified by one process of the program, natively.
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { polku, temporary, today } from './forms.mjs';
import { partsOf } from './pointers.mjs';

/** id → its definition, those in lists too. */
export function questionsOf(service) {
  const found = new Map();
  const gather = (questions) => { for (const [id, one] of Object.entries(questions)) { found.set(id, one); gather(one.questions ?? {}); } };
  gather(service.questions);
  return found;
}

/** A file of the city's, by its name in the examples' `serverFiles`. */
export const fileOf = (id, files, accept) => {
  const name = files.find((one) => one.id === id)?.fileName ?? (accept && !accept.includes('application/pdf') ? 'priloha.jpg' : 'priloha.pdf');
  const type = { pdf: 'application/pdf', jpg: 'image/jpeg', jpeg: 'image/jpeg', png: 'image/png' }[name.split('.').pop()] ?? 'application/pdf';
  return { name, type, size: 1234, sha256: '0'.repeat(64), ref: '0'.repeat(32) };
};
/** Without what says nothing: 1234.50 is 1234.5. */
const decimalOf = (value) => String(value).trim().replace(',', '.').replace(/(\.\d*?)0+$/, '$1').replace(/\.$/, '');

/** A value of the source as the question of ours takes it (DECISIONS, values in drafts). */
export function answerOf(question, value, options = {}, files = []) {
  const option = (one) => options[JSON.stringify(one)] ?? one;
  switch (question.kind) {
    case 'one-of': return option(value);
    case 'several-of': {
      const order = question.options.map((one) => one.id ?? one);
      if (typeof value === 'boolean') return value ? [option(value)] : undefined; // a box to tick
      return Array.isArray(value) ? value.map(option).sort((one, other) => order.indexOf(one) - order.indexOf(other)) : value;
    }
    case 'number': return question.integer ? (Number.isNaN(Number(value)) ? value : Number(value)) : decimalOf(value);
    case 'money': return { amount: /^-?\d+(\.\d+)?$/.test(decimalOf(value)) ? Number(decimalOf(value)).toFixed(2) : value, currency: question.currency };
    case 'file': return Array.isArray(value) ? value.map((one) => fileOf(one, files, question.accept)) : fileOf(value, files, question.accept);
    default: return value;
  }
}

// Everything that stands at a path such as `/rows/*/amount`: [{value, rows: [0]}].
function found(data, parts, rows = []) {
  if (parts.length === 0) return data === undefined ? [] : [{ value: data, rows }];
  const [first, ...rest] = parts;
  if (first === '*') return Array.isArray(data) ? data.flatMap((one, number) => found(one, rest, [...rows, number])) : [];
  return data !== null && typeof data === 'object' && Object.hasOwn(data, first) ? found(data[first], rest, rows) : [];
}

// The answers of ours to the city's data. The same place can be asked by several questions: all are answered, and what is not asked is silent. An empty list is no answer.
export function answersOf({ report, service }, data, { files = [] } = {}) {
  const questions = questionsOf(service);
  const answers = {};
  for (const { pointer, question: id, list } of report.answers) {
    const question = questions.get(id);
    const parts = partsOf(pointer);
    if (question.kind === 'list') {
      for (const { value } of found(data, parts)) if (Array.isArray(value) && value.length > 0) answers[id] ??= value.map(() => ({}));
      continue;
    }
    if (['information', 'computed'].includes(question.kind) || Object.hasOwn(question, 'calculate')) continue;
    for (const { value, rows } of found(data, parts)) {
      if (Array.isArray(value) && value.length === 0) continue;
      if (question.kind === 'one-of' && value !== null && typeof value === 'object') continue; // how a file is handed in: it is here
      const answer = answerOf(question, value, report.options?.[id], files);
      if (answer === undefined) continue;
      if (!list) answers[id] = answer;
      else { answers[list] ??= []; (answers[list][rows[0] ?? 0] ??= {})[id] = answer; }
    }
  }
  return answers;
}

/** The calls of rehearsal.h, many in one process: [{problems, asked, answers}] in their order. */
export function callAll({ folder }, calls, language) {
  const service = path.basename(folder);
  const answers = [];
  // The program reads files of up to 16 MiB and a million values.
  const atOnce = Math.max(1, Math.min(400, Math.floor(6_000_000 / JSON.stringify(calls[0] ?? '').length)));
  for (let from = 0; from < calls.length; from += atOnce) {
    const file = path.join(temporary('calls'), 'calls.json');
    fs.writeFileSync(file, JSON.stringify({ scenario: 1, name: service, service, today, language, steps: calls.slice(from, from + atOnce).map((call) => ({ call })) }));
    let said;
    try {
      said = execFileSync(polku, ['replay', file, '--json', '--assets', path.dirname(path.dirname(folder))], { encoding: 'utf8', maxBuffer: 1 << 28, timeout: 120_000, stdio: ['ignore', 'pipe', 'pipe'] });
    } catch (error) { said = error.stdout; }
    const { transcript } = said.startsWith('{') ? JSON.parse(said) : {};
    if (!transcript) throw new Error(`${service} cannot be walked: ${said.slice(0, 2000)}`);
    answers.push(...transcript.map(({ gives }) => gives));
    fs.rmSync(path.dirname(file), { recursive: true });
  }
  return answers;
}

/** What is asked and what is wrong with each set of answers. */
export const walkAll = (outcome, sets, language) => callAll(outcome, sets.map((answers) => ({ call: 'walk', service: outcome.service, answers, language, today })), language);

/** `list/r3/column` → `column`. */
export const withoutRows = (name) => name.split('/').pop();
