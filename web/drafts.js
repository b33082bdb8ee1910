// SPDX-License-Identifier: EUPL-1.2
// What is kept on this device: one record a service, replaced only by who has seen the last one (DECISIONS 21, 22), and the files it speaks of.
/** @import {Kept, KeptFile} from './types.js' */

const STORE = 'kept';
const FILES = 'files';

/** @type {Promise<IDBDatabase> | undefined} */
let opening;

/** @returns {Promise<IDBDatabase>} */
function database() {
  opening ??= new Promise((done, fail) => {
    const request = indexedDB.open('polku', 2);
    request.onupgradeneeded = ({ oldVersion }) => {
      if (oldVersion < 1) request.result.createObjectStore(STORE, { keyPath: 'name' });
      request.result.createObjectStore(FILES, { keyPath: 'ref' }).createIndex('draft', 'draft');
    };
    request.onsuccess = () => {
      // Another tab with a newer format must not wait for this one.
      request.result.onversionchange = () => { request.result.close(); opening = undefined; };
      request.result.onclose = () => { opening = undefined; };
      done(request.result);
    };
    request.onerror = () => fail(request.error);
    request.onblocked = () => fail(new Error('blocked'));
  });
  opening.catch(() => { opening = undefined; });
  return opening;
}

/**
 * Runs `work` in one transaction and answers what it noted, once it is durable.
 * @template T
 * @param {IDBTransactionMode} mode
 * @param {(store: IDBObjectStore, note: (result: T) => void, files: IDBObjectStore) => void} work
 * @returns {Promise<T | undefined>}
 */
async function transact(mode, work) {
  const db = await database();
  return new Promise((done, fail) => {
    const transaction = db.transaction([STORE, FILES], mode, { durability: 'strict' });
    /** @type {T | undefined} */
    let result;
    transaction.oncomplete = () => done(result);
    transaction.onabort = transaction.onerror = () => fail(transaction.error ?? new Error('aborted'));
    work(transaction.objectStore(STORE), (value) => { result = value; }, transaction.objectStore(FILES));
  });
}

/** Private windows and policies may refuse to keep anything: found out by keeping something. */
export async function canKeep() {
  try {
    await transact('readwrite', (store) => { store.put({ name: '?' }); store.delete('?'); });
    return true;
  } catch {
    return false;
  }
}

/** @param {string} name @returns {Promise<Kept | undefined>} */
export function readKept(name) {
  return transact('readonly', (store, note) => {
    const request = store.get(name);
    request.onsuccess = () => note(request.result);
  });
}

/**
 * @param {Kept} record
 * @param {number} expected the revision this tab has seen; 0: none
 * @returns {Promise<'kept' | 'newer-exists'>}
 */
export async function replaceKept(record, expected) {
  const result = await transact('readwrite', (store, /** @type {(result: 'kept' | 'newer-exists') => void} */ note, files) => {
    const request = store.get(record.name);
    request.onsuccess = () => {
      if ((request.result?.revision ?? 0) !== expected) return note('newer-exists');
      store.put(record);
      dropFiles(files, record.name, record.body);
      note('kept');
    };
  });
  return result ?? 'newer-exists';
}

/** @param {string} name */
export async function forgetKept(name) {
  await transact('readwrite', (store, _, files) => { store.delete(name); dropFiles(files, name, ''); });
}

/** Files that were kept and of which no draft has spoken yet: the engine is being told. @type {Set<string>} */
const unspoken = new Set();

/** Those of a draft that it does not speak of. @param {IDBObjectStore} files @param {string} draft @param {string} body */
function dropFiles(files, draft, body) {
  const request = files.index('draft').openKeyCursor(draft);
  request.onsuccess = () => {
    const cursor = request.result;
    if (!cursor) return;
    const ref = String(cursor.primaryKey);
    if (body.includes(ref)) unspoken.delete(ref);
    else if (!unspoken.has(ref)) files.delete(ref);
    cursor.continue();
  };
}

export const deviceFiles = {
  /** @param {string} draft @param {string} ref @param {Blob} bytes */
  async put(draft, ref, bytes) {
    unspoken.add(ref);
    await transact('readwrite', (_, __, files) => { files.put({ ref, draft, bytes }); });
  },
  /** @param {string} draft @returns {Promise<KeptFile[]>} */
  async all(draft) {
    return (await transact('readonly', (_, /** @type {(found: KeptFile[]) => void} */ note, files) => {
      const request = files.index('draft').getAll(draft);
      request.onsuccess = () => note(request.result);
    })) ?? [];
  },
};
