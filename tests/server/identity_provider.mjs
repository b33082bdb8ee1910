// SPDX-License-Identifier: EUPL-1.2
// An identity provider on this machine that does the authorisation code flow with PKCE as it should, or misbehaves as it is told.
//
//   const provider = await openProvider();   // provider.address
//   provider.manner = 'denied';              // 'honest', 'state', 'nonce', 'expired', 'audience', 'down'
import crypto from 'node:crypto';
import { once } from 'node:events';
import http from 'node:http';

const encoded = (value) => Buffer.from(JSON.stringify(value)).toString('base64url');

export async function openProvider({ client = 'polku', secret = 'a secret of the test', claims = { name: 'Aino Esimerkki', personal_id: '131052-308T' } } = {}) {
  const provider = { manner: 'honest', asked: [], faults: [] };
  const codes = new Map();
  const expect = (is, what) => { if (!is) provider.faults.push(what); };

  function authorise(query, reply) {
    for (const [name, value] of [['response_type', 'code'], ['client_id', client], ['code_challenge_method', 'S256']]) expect(query.get(name) === value, name);
    expect(query.get('scope').split(' ').includes('openid'), 'scope');
    const back = new URL(query.get('redirect_uri'));
    back.searchParams.set('state', provider.manner === 'state' ? 'another' : query.get('state'));
    if (provider.manner === 'denied') {
      back.searchParams.set('error', 'access_denied');
    } else {
      const code = crypto.randomBytes(16).toString('hex');
      codes.set(code, query);
      back.searchParams.set('code', code);
    }
    reply.writeHead(303, { Location: back.href }).end();
  }

  function exchange(body, headers, reply) {
    const query = codes.get(body.get('code'));
    codes.delete(body.get('code'));
    const isClient = headers.authorization === `Basic ${Buffer.from(`${client}:${secret}`).toString('base64')}`;
    const challenge = crypto.createHash('sha256').update(body.get('code_verifier') ?? '').digest('base64url');
    const fits = query && isClient && body.get('grant_type') === 'authorization_code' && body.get('redirect_uri') === query.get('redirect_uri') && challenge === query.get('code_challenge');
    if (!fits || provider.manner === 'down') return reply.writeHead(provider.manner === 'down' ? 500 : 400, { 'Content-Type': 'application/json' }).end('{"error": "invalid_grant"}');
    const now = Math.floor(Date.now() / 1000);
    const token = { iss: provider.address, aud: provider.manner === 'audience' ? 'somebody' : client, iat: now, exp: provider.manner === 'expired' ? now - 1 : now + 300,
      nonce: provider.manner === 'nonce' ? 'another' : query.get('nonce'), ...claims };
    reply.writeHead(200, { 'Content-Type': 'application/json' }).end(JSON.stringify({ token_type: 'Bearer', access_token: 'x', id_token: `${encoded({ alg: 'none' })}.${encoded(token)}.` }));
  }

  const server = http.createServer(async (request, reply) => {
    const chunks = [];
    for await (const chunk of request) chunks.push(chunk);
    const url = new URL(request.url, 'http://host');
    provider.asked.push(`${request.method} ${url.pathname}`);
    if (url.pathname === '/auth') authorise(url.searchParams, reply);
    else if (url.pathname === '/token') exchange(new URLSearchParams(Buffer.concat(chunks).toString()), request.headers, reply);
    else reply.writeHead(404).end();
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  provider.address = `http://127.0.0.1:${server.address().port}`;
  provider.close = () => server.close();
  return provider;
}
