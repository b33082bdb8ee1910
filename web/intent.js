// SPDX-License-Identifier: EUPL-1.2
// From what happened in the page (DOM events) to what the person did (intents).
/** @import {Intent} from './types.js' */
import { focusOn } from './effects/move-focus.js';
import { addressShown } from './paint.js';
import { randomHex } from './random.js';

/** @typedef {HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement} Control */
/** @typedef {{stage: HTMLElement, isPainting: boolean, hasHistory: boolean, send(intent: Intent, cause?: 'visit'): void, chooseFile(input: HTMLInputElement): void}} Listener */

/** @param {Control} control */
function placeOf(control) {
  // The fields of a date or an address are one place.
  return control.closest('.parts') ? control.name.replace(/\/[^/]*$/, '') : control.name;
}

/** @param {ParentNode} stage @returns {Control[]} */
const controlsIn = (stage) => [...stage.querySelectorAll('input, textarea, select')].map((control) => /** @type {Control} */ (control))
  .filter((control) => placeOf(control) !== '' && control.name !== 'intent');

/** @param {Control} control */
const valuesOf = (control) =>
  control instanceof HTMLInputElement && (control.type === 'radio' || control.type === 'checkbox') ? (control.checked ? [control.value] : []) : [control.value];

/** Everything typed on the page, by place. @param {ParentNode} stage */
export function typedOn(stage) {
  /** @type {Record<string, string[]>} */
  const typed = {};
  for (const control of controlsIn(stage)) (typed[placeOf(control)] ??= []).push(...valuesOf(control));
  return typed;
}

/**
 * "remove-row:2" → {intent: "remove-row", row: 2}
 * @param {string} words @param {ParentNode} stage @returns {Intent}
 */
export function intentOf(words, stage) {
  const [verb = '', argument = '', more] = words.split(':');
  switch (verb) {
    case 'continue': return { intent: verb, typed: typedOn(stage) };
    case 'submit': return { intent: verb, key: randomHex(16), typed: typedOn(stage) };
    case 'add-row': return { intent: verb, list: argument, ...(more && { row: rowNumber(more) }) };
    case 'remove-row': return { intent: verb, row: rowNumber(argument) };
    case 'choose-language': return { intent: verb, language: argument };
    case 'visit': return { intent: verb, address: argument };
    case 'invite': return { intent: verb, recipient: argument };
    // A button that empties a field.
    case 'type': return { intent: verb, place: argument, typed: [] };
    default: return { intent: verb };
  }
}

/** @param {string} words "2" or "r2" */
const rowNumber = (words) => Number(words.replace(/^r/, ''));

/**
 * Listens until the signal is aborted.
 * @param {Listener} listener @param {AbortSignal} signal
 */
export function listen(listener, signal) {
  const { stage } = listener;
  /** @param {Event} event */
  const typed = (event) => {
    const control = /** @type {Control} */ (event.target);
    if (listener.isPainting || placeOf(control) === '' || (event instanceof InputEvent && event.isComposing)) return;
    const place = placeOf(control);
    listener.send({ intent: 'type', place, typed: typedOn(stage)[place] ?? [] });
  };
  for (const name of ['input', 'compositionend']) stage.addEventListener(name, typed, { signal });

  stage.addEventListener('change', (event) => {
    if (event.target instanceof HTMLInputElement && event.target.type === 'file') listener.chooseFile(event.target);
  }, { signal });

  stage.addEventListener('submit', (event) => {
    event.preventDefault();
    const button = /** @type {HTMLButtonElement | null} */ (event.submitter);
    const words = button?.name === 'intent' ? button.value : 'continue';
    // Paper is the browser's business: nothing in the session changes.
    if (words === 'print') window.print();
    else listener.send(intentOf(words, stage));
  }, { signal });

  stage.addEventListener('click', (event) => {
    if (event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    const link = /** @type {HTMLAnchorElement | null} */ (/** @type {Element} */ (event.target).closest('a[href^="#"]'));
    if (!link) return;
    event.preventDefault();
    const [address = '', changed, place = ''] = decodeURIComponent(link.hash.slice(1)).split(':');
    const target = link.dataset['focus'];
    if (target !== undefined) focusOn(stage, target);
    else if (address === 'change') listener.send({ intent: 'change', address: changed ?? '', place });
    else listener.send({ intent: 'visit', address });
  }, { signal });

  if (!listener.hasHistory) return;
  // Back, Forward, and an address typed by hand (which fires popstate too).
  window.addEventListener('popstate', () => listener.send({ intent: 'visit', address: addressShown() }, 'visit'), { signal });
}
