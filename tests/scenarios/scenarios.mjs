// SPDX-License-Identifier: EUPL-1.2
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = path.dirname(path.dirname(path.dirname(fileURLToPath(import.meta.url))));
export const read = (file) => fs.readFileSync(path.resolve(root, file), 'utf8');

/** Paths of all scenarios, relative to the repository, in a stable order. */
export function scenarioFiles() {
  const folder = path.join(root, 'tests/scenarios');
  return fs.readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .flatMap((entry) => fs.readdirSync(path.join(folder, entry.name)).filter((file) => file.endsWith('.json')).map((file) => `tests/scenarios/${entry.name}/${file}`))
    .filter((file) => JSON.parse(read(file)).scenario === 1)
    .sort();
}

/** The arguments of each line `MACRO(a, b, "c")` of an .inc file. */
export function entries(file, macro) {
  return read(file).split('\n').filter((line) => line.startsWith(`${macro}(`)).map((line) => line.slice(macro.length + 1).split(',').map((part) => part.trim()));
}

export const kebab = (identifier) => identifier.replaceAll('_', '-');
