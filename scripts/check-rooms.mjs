// SPDX-License-Identifier: EUPL-1.2
// The rooms and their arrows: every include goes to the room itself or to one its CMake line names, and every one named stands above it in src/CMakeLists.txt.
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const lines = fs.readFileSync(path.join(root, 'src/CMakeLists.txt'), 'utf8').split('\n');
const problems = [];

/** name → {folder, host, uses, order} */
const rooms = new Map();
for (const line of lines) {
  const found = /^\s*polku_room\((\S+?)(?:\s+(.*))?\)\s*$/.exec(line);
  if (!found) continue;
  const words = (found[2] ?? '').split(/\s+/).filter(Boolean);
  const room = { name: found[1], folder: found[1], host: words.includes('HOST'), uses: [], order: rooms.size };
  const folder = words.indexOf('FOLDER');
  if (folder >= 0) room.folder = words[folder + 1];
  const uses = words.indexOf('USES');
  if (uses >= 0) room.uses = words.slice(uses + 1);
  rooms.set(room.name, room);
}
const byFolder = [...rooms.values()].sort((a, b) => b.folder.length - a.folder.length);
const roomOf = (file) => byFolder.find((room) => file.startsWith(`${room.folder}/`));

function* filesBelow(folder) {
  for (const entry of fs.readdirSync(folder, { withFileTypes: true })) {
    const file = path.join(folder, entry.name);
    if (entry.isDirectory()) yield* filesBelow(file);
    else if (/\.(h|cpp|inc)$/.test(entry.name)) yield file;
  }
}

// Made at build time, without a room of its own.
const generated = new Set(['host/embedded/embedded.h', 'text/unicode_classes.inc']);
const arrows = new Map();
for (const file of filesBelow(path.join(root, 'src'))) {
  const name = path.relative(path.join(root, 'src'), file);
  const room = roomOf(name);
  const text = fs.readFileSync(file, 'utf8');
  if (!room) {
    if (!generated.has(name)) problems.push(`src/${name}: belongs to no room of src/CMakeLists.txt`);
    continue;
  }
  if (!room.host && /\b(double|float)\b/.test(text.replace(/\/\/.*|"(?:\\.|[^"\\])*"/g, '')) && room.name !== 'json') {
    problems.push(`src/${name}: a core room knows no binary floating point`);
  }
  for (const [, header] of text.matchAll(/^#include "([^"]+)"/gm)) {
    if (generated.has(header)) continue;
    const target = roomOf(header);
    if (!target) {
      if (fs.existsSync(path.join(path.dirname(file), header))) continue;
      problems.push(`src/${name}: includes ${header}, which is in no room`);
    } else if (target !== room) {
      arrows.set(room.name, (arrows.get(room.name) ?? new Set()).add(target.name));
      if (!room.uses.includes(target.name)) problems.push(`src/${name}: includes ${header}, but the room ${room.name} does not say USES ${target.name}`);
    }
  }
  if (/nlohmann/.test(text) && room.name !== 'json' && /#include\s*<nlohmann/.test(text)) problems.push(`src/${name}: only the room json includes nlohmann/json`);
}
for (const room of rooms.values()) {
  for (const used of room.uses) {
    const target = rooms.get(used);
    if (target && target.order >= room.order) problems.push(`room ${room.name} uses ${used}, which does not stand above it`);
  }
  const readme = path.join(root, 'src', room.folder, 'README.md');
  if (!fs.existsSync(readme)) problems.push(`src/${room.folder} has no README.md`);
  else {
    const count = fs.readFileSync(readme, 'utf8').trimEnd().split('\n').length;
    if (count > 22) problems.push(`src/${room.folder}/README.md has ${count} lines: a room's README is short`);
  }
}
if (process.argv.includes('--graph')) for (const [from, to] of arrows) console.log(`${from} → ${[...to].join(' ')}`);
for (const problem of problems) console.error(problem);
if (problems.length > 0) process.exit(1);
console.log(`rooms: ${rooms.size}, arrows follow the list`);
