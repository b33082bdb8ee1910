// SPDX-License-Identifier: EUPL-1.2
// One tab at a time sends (Web Locks), and only while it knows what is kept: another tab may have sent it already. Asking for something is free to all.
/** @import {FetchEffect, Host, Outcome} from '../types.js' */
import { readKept } from '../drafts.js';

const LIMIT_MILLISECONDS = 30_000;
// Browsers refuse keepalive bodies above 64 KiB.
const KEEPALIVE_BYTES = 60_000;

/** @param {FetchEffect} effect @param {Host} host @returns {Promise<Outcome | undefined>} */
export async function fetchIt(effect, host) {
  if (!effect.headers['Idempotency-Key'] || !navigator.locks || !host.keeps) return send(effect, host);
  /** @type {Outcome | undefined} */
  let outcome;
  await navigator.locks.request(`polku:${host.name}`, async () => {
    const kept = await readKept(host.name).catch(() => undefined);
    if ((kept?.revision ?? 0) === host.revision) outcome = await send(effect, host);
    else host.restart();
  });
  return outcome;
}

/** @param {FetchEffect} effect @param {Host} host @returns {Promise<Outcome>} */
async function send(effect, host) {
  const clock = new AbortController();
  const timer = setTimeout(() => clock.abort(), LIMIT_MILLISECONDS);
  try {
    const hasBody = effect.method !== 'GET' && effect.method !== 'HEAD';
    const reply = await fetch(new URL(effect.url, host.siteUrl), {
      method: effect.method,
      headers: effect.headers,
      ...(hasBody && { body: effect.body, keepalive: effect.body.length < KEEPALIVE_BYTES }),
      // Who has signed in is told to look-ups by a cookie of the site's own; no other origin gets any. What is submitted goes without: Chromium sends a POST again by
      // itself when a connection that it shares with the page's files breaks, and only room delivery may repeat.
      credentials: 'Idempotency-Key' in effect.headers ? 'omit' : 'same-origin',
      cache: 'no-store',
      redirect: 'error',
      referrerPolicy: 'no-referrer',
      signal: clock.signal,
    });
    const body = await reply.text();
    return { outcome: 'fetched', status: reply.status, headers: Object.fromEntries(reply.headers), body };
  } catch {
    if (clock.signal.aborted) return { outcome: 'unreached', reason: 'timeout' };
    return { outcome: 'unreached', reason: navigator.onLine ? 'failed' : 'offline' };
  } finally {
    clearTimeout(timer);
  }
}
