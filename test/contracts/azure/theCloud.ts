/** Azure as the bot meets it: who signs its calls, who gives out tokens, and the channel that takes answers. */
import { generateKeyPairSync } from 'node:crypto';
import jwt from 'jsonwebtoken';
import nock from 'nock';

export const CHANNEL = 'https://smba.channel.example';
const KEY_ID = 'key-1';
const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });

/** The keys of Bot Framework (channel-contracts 2.2), where its own address is asked for them. */
export function publishKeys(channels: readonly string[]): void {
  const keys = 'https://login.botframework.com';
  nock(keys)
    .persist()
    .get('/v1/.well-known/openidconfiguration')
    .reply(200, {
      issuer: 'https://api.botframework.com',
      jwks_uri: `${keys}/v1/.well-known/keys`,
      id_token_signing_alg_values_supported: ['RS256'],
    });
  const { n, e } = publicKey.export({ format: 'jwk' });
  nock(keys)
    .persist()
    .get('/v1/.well-known/keys')
    .reply(200, { keys: [{ kty: 'RSA', use: 'sig', kid: KEY_ID, n, e, endorsements: channels }] });
}

/** The Authorization of a call by the channel service. */
export function channelCalls(appId: string, more: object = {}): { authorization: string } {
  const claims = { serviceurl: CHANNEL, iss: 'https://api.botframework.com', aud: appId, ...more };
  const token = jwt.sign(claims, privateKey, { algorithm: 'RS256', keyid: KEY_ID, expiresIn: 600 });
  return { authorization: `Bearer ${token}` };
}

/** What the token service was asked, and by which tenant's address. */
export interface Asked {
  readonly tenant: string;
  readonly form: URLSearchParams;
}

/** login.microsoftonline.com: discovery as MSAL asks for it, and tokens as `answer` says. */
export function tokenService(answer: () => readonly [number, object | string] = () => [200, goodToken]): Asked[] {
  const asked: Asked[] = [];
  const login = 'https://login.microsoftonline.com';
  nock(login)
    .persist()
    .get(/discovery\/instance/)
    .query(true)
    .reply(200, { tenant_discovery_endpoint: `${login}/common/v2.0/.well-known/openid-configuration`, metadata: [] });
  nock(login)
    .persist()
    .get(/\.well-known\/openid-configuration/)
    .query(true)
    .reply((uri) => {
      const tenant = uri.split('/')[1] ?? '';
      return [
        200,
        {
          token_endpoint: `${login}/${tenant}/oauth2/v2.0/token`,
          authorization_endpoint: `${login}/${tenant}/oauth2/v2.0/authorize`,
          issuer: `${login}/${tenant}/v2.0`,
          jwks_uri: `${login}/${tenant}/discovery/v2.0/keys`,
        },
      ];
    });
  nock(login)
    .persist()
    .post(/\/oauth2\/v2\.0\/token/)
    .query(true)
    .reply((uri, body) => {
      const text = typeof body === 'string' ? body : new URLSearchParams(flat(body)).toString();
      asked.push({ tenant: uri.split('/')[1] ?? '', form: new URLSearchParams(text) });
      const [status, said] = answer();
      return [status, said];
    });
  return asked;
}

export const goodToken = { token_type: 'Bearer', expires_in: 3_600, ext_expires_in: 3_600, access_token: 'the-token' };

function flat(body: object): Record<string, string> {
  return Object.fromEntries(Object.entries(body).map(([key, value]): [string, string] => [key, String(value)]));
}
