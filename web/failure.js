// SPDX-License-Identifier: EUPL-1.2
// What is said when there is no engine to say it. The words are those of i18n/web/, put in by scripts/build-site.mjs.
import { nearest } from './load.js';

/** @param {string} language */
function wordsIn(language) {
  const tag = nearest(language, Object.keys(POLKU_WORDS));
  return { tag, words: POLKU_WORDS[tag] ?? {} };
}

/** @param {string} language @returns {HTMLElement} stands where the host page gives no words of its own */
export function loadingNote(language) {
  const { tag, words } = wordsIn(language);
  const note = document.createElement('p');
  note.lang = tag;
  note.textContent = words['web.loading'] ?? '';
  return note;
}

/**
 * @param {string} language
 * @param {string | undefined} phone
 * @returns {HTMLElement}
 */
export function failureNote(language, phone) {
  const { tag, words } = wordsIn(language);
  const note = document.createElement('div');
  note.id = 'failure';
  note.lang = tag;
  note.dir = /^(ar|fa|he|ur|ps|ckb|yi)\b/.test(tag) ? 'rtl' : 'ltr';
  note.setAttribute('role', 'alert');
  const heading = document.createElement('h2');
  heading.textContent = words['web.failed.title'] ?? '';
  const body = document.createElement('p');
  body.textContent = words['web.failed.body'] ?? '';
  const again = document.createElement('button');
  again.type = 'button';
  again.className = 'button';
  again.textContent = words['web.try-again'] ?? '';
  again.addEventListener('click', () => location.reload());
  note.append(heading, body);
  if (phone) {
    const call = document.createElement('p');
    const link = document.createElement('a');
    link.href = `tel:${phone.replace(/[^+\d]/g, '')}`;
    const number = document.createElement('bdi');
    number.textContent = phone;
    link.append(number);
    call.append(`${words['web.phone'] ?? ''} `, link);
    note.append(call);
  }
  note.append(again);
  return note;
}
