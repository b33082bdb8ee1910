#!/usr/bin/env node
// SPDX-License-Identifier: EUPL-1.2
// A payment service to practise with: no money moves. The demo municipality's site.json names it, `scripts/run` starts it beside the server, and the tests use it.
// Its API is the part of GOV.UK Pay's that Polku needs.
//   node scripts/practice-payments.mjs [--port 8099] [--code practice] [--while-parent]      (ends with who started it)
import crypto from 'node:crypto';
import http from 'node:http';
import { fileURLToPath } from 'node:url';

const WORDS = {
  en: { title: 'Practice payment', note: 'This is practice. No money moves.', pay: 'Pay', cancel: 'Do not pay' },
  fi: { title: 'Harjoitusmaksu', note: 'Tämä on harjoitus. Rahaa ei siirry.', pay: 'Maksa', cancel: 'Älä maksa' },
  sv: { title: 'Övningsbetalning', note: 'Det här är en övning. Inga pengar flyttas.', pay: 'Betala', cancel: 'Betala inte' },
  ar: { title: 'دفع تجريبي', note: 'هذا تدريب. لا تُنقل أي أموال.', pay: 'ادفع', cancel: 'لا تدفع' },
};
const escaped = (words) => String(words).replace(/[&<>"']/g, (letter) => `&#${letter.codePointAt(0)};`);

// One payment's page: what for, how much, and the two ways it can end.
function page(payment) {
  const language = WORDS[payment.language] ? payment.language : 'en';
  const words = WORDS[language];
  const button = (how, label) => `<button name="how" value="${how}">${label}</button>`;
  return `<!doctype html><html lang="${language}" dir="${language === 'ar' ? 'rtl' : 'ltr'}"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${words.title}</title><main><h1>${words.title}</h1><p>${words.note}</p><p>${escaped(payment.description)}: <strong>${(payment.amount / 100).toFixed(2)} €</strong></p>
<form method="post">${button('success', words.pay)} ${button('cancelled', words.cancel)}</form></main></html>`;
}

const bodyOf = async (request) => {
  let body = '';
  for await (const part of request) body += part;
  return body;
};

/**
 * The service itself. `payments` holds what was created, by id; `away` (a status) makes the API refuse everything, as one that is down does.
 * @param {{code?: string}} [settings] the code that callers of the API must bear
 */
export function practicePayments({ code = 'practice' } = {}) {
  const service = { payments: new Map(), created: 0, away: 0, server: /** @type {any} */ (null) };
  const answer = (response, status, type, body, headers = {}) => response.writeHead(status, { 'Content-Type': type, ...headers }).end(body);
  const json = (response, status, value) => answer(response, status, 'application/json', JSON.stringify(value));

  async function api(request, response, id) {
    if (service.away) return json(response, service.away, { code: 'away' });
    if (request.headers.authorization !== `Bearer ${code}`) return json(response, 401, { code: 'P0920' });
    if (request.method === 'GET') {
      const payment = service.payments.get(id);
      return payment ? json(response, 200, { payment_id: id, state: { status: payment.status } }) : json(response, 404, { code: 'P0200' });
    }
    const asked = JSON.parse(await bodyOf(request));
    if (!Number.isInteger(asked.amount) || asked.amount <= 0 || !asked.return_url) return json(response, 422, { code: 'P0102' });
    const created = crypto.randomBytes(8).toString('hex');
    service.created += 1;
    service.payments.set(created, { ...asked, status: 'created' });
    return json(response, 201, { payment_id: created, _links: { next_url: { href: `http://${request.headers.host}/pay/${created}` } } });
  }

  service.server = http.createServer(async (request, response) => {
    const [, first, second, third] = new URL(request.url ?? '/', 'http://practice').pathname.split('/');
    try {
      if (first === 'v1' && second === 'payments') return await api(request, response, third);
      const payment = first === 'pay' ? service.payments.get(second) : undefined;
      if (!payment) return answer(response, 404, 'text/plain', 'There is no such payment.');
      if (request.method !== 'POST') return answer(response, 200, 'text/html; charset=utf-8', page(payment));
      const how = new URLSearchParams(await bodyOf(request)).get('how');
      if (payment.status === 'created') payment.status = how === 'success' ? 'success' : 'cancelled';
      return answer(response, 303, 'text/plain', '', { Location: payment.return_url });
    } catch {
      return answer(response, 400, 'text/plain', 'This request cannot be read.');
    }
  });
  return service;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const option = (name, otherwise) => (process.argv.includes(name) ? process.argv[process.argv.indexOf(name) + 1] : otherwise);
  const port = Number(option('--port', '8099'));
  const { server } = practicePayments({ code: option('--code', 'practice') });
  const parent = process.ppid;
  if (process.argv.includes('--while-parent')) setInterval(() => process.ppid !== parent && process.exit(0), 1000);
  server.on('error', (error) => {
    console.error(`practice-payments: port ${port}: ${error.message}`);
    process.exit(1);
  });
  server.listen(port, '127.0.0.1', () => console.log(`Payments:  http://127.0.0.1:${port}/   (practice: no money moves)`));
}
