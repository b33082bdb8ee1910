// SPDX-License-Identifier: EUPL-1.2
// Where a dropped file belongs: by the folder it came in, else by its name and what it says. Broken JSON has a place too: its author wants to be told.

/** @typedef {{path: string, words: string}} Dropped a path inside what was dropped: "fi.json", "my-service/fi.json" */
/** @typedef {{service: string, site: string}} Walked ids; an empty site: a neutral one */
/** @typedef {{writes: Dropped[], service: string, site: string, ignored: string[]}} Placed paths as Workshop.write wants them */

const nameOf = (/** @type {string} */ path) => path.slice(path.lastIndexOf('/') + 1);
const folderOf = (/** @type {string} */ path) => path.slice(0, Math.max(path.lastIndexOf('/'), 0));
const isLanguage = (/** @type {string} */ name) => /^[a-z]{2,3}(-[a-z0-9]+)*\.json$/i.test(name);
const isCalendar = (/** @type {string} */ words) => /"holidays"\s*:/.test(words);
const isOfSite = (/** @type {string} */ words) => /"site\.[\w-]+"\s*:/.test(words);

/** @param {string} words */
const idOf = (words) => /"id"\s*:\s*"([a-z0-9][a-z0-9-]{0,63})"/.exec(words)?.[1];

/**
 * @param {Dropped[]} files
 * @param {Walked} now
 * @param {(site: string) => string[]} servicesOf which services a site offers
 * @returns {Placed}
 */
export function place(files, now, servicesOf) {
  /** @type {Map<string, string>} folder dropped → folder it becomes */
  const homes = new Map();
  let { service, site } = now;
  const found = { service: false, site: false };
  for (const { path, words } of files) {
    const list = nameOf(path) === 'code-list.json' ? idOf(words) : undefined;
    if (list) homes.set(folderOf(path), `code-lists/${list}`);
    const kind = nameOf(path) === 'service.json' ? 'service' : nameOf(path) === 'site.json' ? 'site' : undefined;
    if (!kind) continue;
    const id = idOf(words) ?? (kind === 'service' ? service : site);
    homes.set(folderOf(path), `${kind}s/${id}`);
    if (found[kind]) continue;
    found[kind] = true;
    if (kind === 'service') service = id;
    else site = id;
  }
  /** @type {Placed} */
  const placed = { writes: [], service, site, ignored: [] };
  for (const { path, words } of files) {
    const home = homeOf(path, words, homes, { service, site });
    if (home) placed.writes.push({ path: `${home}/${nameOf(path)}`, words });
    else placed.ignored.push(path);
  }
  // A service that the site does not offer is walked without one.
  const isNew = service !== now.service || site !== now.site;
  if (isNew && !found.site && !servicesOf(site).includes(service)) placed.site = '';
  return placed;
}

/** @param {string} path @param {string} words @param {Map<string, string>} homes @param {Walked} walked */
function homeOf(path, words, homes, { service, site }) {
  const name = nameOf(path);
  if (!name.endsWith('.json')) return undefined;
  if (name === 'service.json' || name === 'site.json' || name === 'code-list.json') return homes.get(folderOf(path));
  if (isCalendar(words) || nameOf(folderOf(path)) === 'calendars') return 'calendars';
  if (!isLanguage(name)) return undefined;
  const beside = homes.get(folderOf(path));
  // Files dropped one by one all lie in the same folder, whosever they are.
  if (folderOf(path) !== '') return beside;
  return isOfSite(words) && site ? `sites/${site}` : `services/${service}`;
}

/** @param {DataTransfer} transfer @returns {Promise<Dropped[]>} */
export async function readDropped(transfer) {
  const entries = [...transfer.items].map((item) => item.webkitGetAsEntry());
  if (entries.length === 0 || entries.some((entry) => !entry)) return readFiles(transfer.files);
  const files = await Promise.all(entries.map((entry) => filesIn(/** @type {FileSystemEntry} */ (entry))));
  return Promise.all(files.flat().map(async ([path, file]) => ({ path, words: await file.text() })));
}

/** @param {Iterable<File>} files @returns {Promise<Dropped[]>} */
export function readFiles(files) {
  return Promise.all([...files].map(async (file) => ({ path: file.webkitRelativePath || file.name, words: await file.text() })));
}

/** @param {FileSystemEntry} entry @returns {Promise<[string, File][]>} */
async function filesIn(entry) {
  const path = entry.fullPath.replace(/^\//, '');
  if (entry.isFile) return path.endsWith('.json') ? [[path, await new Promise((done, fail) => /** @type {FileSystemFileEntry} */ (entry).file(done, fail))]] : [];
  const reader = /** @type {FileSystemDirectoryEntry} */ (entry).createReader();
  /** @type {[string, File][]} */
  const files = [];
  // A folder is told in pieces, until a piece is empty.
  for (;;) {
    const piece = await /** @type {Promise<FileSystemEntry[]>} */ (new Promise((done, fail) => reader.readEntries(done, fail)));
    if (piece.length === 0) return files;
    files.push(...(await Promise.all(piece.map(filesIn))).flat());
  }
}
