// SPDX-License-Identifier: EUPL-1.2
// The studio in the static site: studio.html and what it needs in studio/. Not linked from a citizen's page, and no part of a citizen's load.
import fs from 'node:fs';
import path from 'node:path';
import * as esbuild from 'esbuild';

// A distribution's fonts with Latin, Greek and Cyrillic, by their licence free to be handed on; never in the repository.
const fonts = [
  ['/usr/share/fonts/truetype/noto/NotoSans-Regular.ttf', '/usr/share/fonts/truetype/noto/NotoSans-Bold.ttf'],
  ['/usr/share/fonts/google-noto/NotoSans-Regular.ttf', '/usr/share/fonts/google-noto/NotoSans-Bold.ttf'],
  ['/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf', '/usr/share/fonts/truetype/dejavu/DejaVuSans-Bold.ttf'],
  ['/usr/share/fonts/dejavu-sans-fonts/DejaVuSans.ttf', '/usr/share/fonts/dejavu-sans-fonts/DejaVuSans-Bold.ttf'],
];

/** What is missing for it, in words; undefined: nothing. */
export function lacksForStudio(folder) {
  if (!fs.existsSync(path.join(folder, 'polku-studio.wasm'))) return 'Dear ImGui’s sources were not there when the engine was built (scripts/fetch-imgui)';
  if (!fonts.some((pair) => pair.every((file) => fs.existsSync(file)))) return 'no font of the distribution is here (fonts-noto-core, fonts-dejavu-core)';
  return undefined;
}

/** The author's files as they are, by the path they have in the studio's memory. A site's connectors stay at home but for those every browser has anyway. */
function* sourcesOf({ root, folders, site, straight, lists }) {
  const folder = function* (place, name) {
    for (const file of fs.readdirSync(place).filter((one) => one.endsWith('.json')).sort()) yield [`${name}/${file}`, fs.readFileSync(path.join(place, file))];
  };
  for (const id of site.services) yield* folder(path.join(folders.services, id), `services/${id}`);
  for (const list of lists) yield* folder(path.join(folders.lists, list), `code-lists/${list}`);
  for (const [name, bytes] of folder(folders.site, `sites/${site.id}`)) {
    yield [name, name.endsWith('/site.json') && site.connectors ? JSON.stringify({ ...site, connectors: straight }, null, 2) : bytes];
  }
  if (site.calendar) yield [`calendars/${site.calendar}.json`, fs.readFileSync(path.join(root, 'assets/calendars', `${site.calendar}.json`))];
}

export async function addStudio({ root, folders, site, straight, lists, policy, titleOf, add }) {
  const common = { bundle: true, minify: true, charset: 'utf8', target: 'es2022', write: false, legalComments: 'none', logLevel: 'warning', absWorkingDir: root };
  const bundle = async (file, options = {}) => (await esbuild.build({ ...common, ...options, entryPoints: [file] })).outputFiles[0].contents;
  const module = { format: 'esm', nodePaths: [path.join(root, 'node_modules')] };
  add('studio.html', fs.readFileSync(path.join(root, 'web/studio.html'), 'utf8').replace('{policy}', policy));
  add('studio/studio.js', await bundle(path.join(root, 'web/studio.js'), module));
  add('studio/studio.css', await bundle(path.join(folders.styles, 'studio.css')));
  const glue = fs.readFileSync(path.join(folders.studio, 'polku-studio.js'), 'utf8');
  add('studio/polku-studio.js', (await esbuild.transform(glue, { minify: true, format: 'esm', target: 'es2022' })).code);
  add('studio/polku-studio.wasm', fs.readFileSync(path.join(folders.studio, 'polku-studio.wasm')));
  const [regular, bold] = fonts.find((pair) => pair.every((file) => fs.existsSync(file)));
  add('studio/fonts/regular.ttf', fs.readFileSync(regular));
  add('studio/fonts/bold.ttf', fs.readFileSync(bold));
  const sources = [...sourcesOf({ root, folders, site, straight, lists })];
  for (const [name, content] of sources) add(`studio/sources/${name}`, content);
  add('studio/sources.json', JSON.stringify({
    site: site.id, timeZone: site.timeZone, services: site.services.map((id) => ({ id, title: titleOf(id) })), files: sources.map(([name]) => name),
  }));
}
