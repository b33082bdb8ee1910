// SPDX-License-Identifier: EUPL-1.2

/**
 * The date it is now where the municipality is, as YYYY-MM-DD (DECISIONS 14).
 * @param {string} timeZone
 */
export function todayIn(timeZone) {
  const options = /** @type {const} */ ({ calendar: 'iso8601', numberingSystem: 'latn', year: 'numeric', month: '2-digit', day: '2-digit' });
  /** @type {Intl.DateTimeFormat} */
  let form;
  try {
    form = new Intl.DateTimeFormat('en', { ...options, timeZone });
  } catch {
    form = new Intl.DateTimeFormat('en', options);
  }
  const parts = Object.fromEntries(form.formatToParts(new Date()).map(({ type, value }) => [type, value]));
  return `${parts['year']}-${parts['month']}-${parts['day']}`;
}
