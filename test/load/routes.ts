/** Every door of the server, as somebody who means harm would try it. */

/** Filled in by whoever knocks: a conversation of theirs and its pass. */
export interface Pass {
  readonly conversationId: string;
  readonly token: string;
}

export interface Door {
  readonly method: string;
  readonly path: (pass: Pass, text: string) => string;
  /** brings the pass of a conversation of its own */
  readonly withPass: boolean;
}

const asIs = (path: string) => () => path;
const door = (method: string, path: Door['path'], withPass = false): Door => ({ method, path, withPass });
const line = '/v3/directline';

export const doors: readonly Door[] = [
  door('POST', ({ conversationId }) => `${line}/conversations/${conversationId}/activities`, true),
  door('POST', ({ conversationId }) => `${line}/conversations/${conversationId}/activities`, true),
  door('POST', ({ conversationId }) => `${line}/conversations/${conversationId}/activities`, true),
  door('POST', ({ conversationId }) => `${line}/conversations/${conversationId}/activities`),
  door('POST', (_pass, text) => `${line}/conversations/${text}/activities`, true),
  door('POST', ({ conversationId }) => `${line}/conversations/${conversationId}/upload?userId=x`, true),
  door(
    'GET',
    ({ conversationId }, text) => `${line}/conversations/${conversationId}/activities?watermark=${text}`,
    true,
  ),
  door('GET', ({ conversationId }, text) => `${line}/conversations/${conversationId}?watermark=${text}`, true),
  door('GET', ({ conversationId }, text) => `${line}/conversations/${conversationId}/stream?t=${text}`),
  door('POST', asIs(`${line}/conversations`), true),
  door('POST', asIs(`${line}/conversations`)),
  door('POST', asIs(`${line}/tokens/generate`)),
  door('POST', asIs(`${line}/tokens/refresh`), true),
  door('GET', asIs(`${line}/session/getsessionid`)),
  door('POST', asIs('/chat/token')),
  door('POST', asIs('/chat')),
  door('POST', asIs('/chat')),
  door('GET', (_pass, text) => `/?${text}`),
  door('POST', asIs('/api/messages')),
  door('POST', asIs('/api/messages')),
  door('POST', asIs('/api/messages')),
  door('GET', asIs('/api/messages')),
  door('GET', (_pass, text) => `/r/${text}`),
  door('POST', (_pass, text) => `/r/${text}`),
  door('POST', asIs('/r/not-a-real-link')),
  door('GET', asIs('/health/live')),
  door('POST', asIs('/health/ready')),
  door('GET', (_pass, text) => `/health/${text}`),
  door('GET', asIs('/metrics')),
  door('POST', asIs('/channels/twilio')),
  door('POST', asIs('/channels/whatsapp')),
  door('GET', (_pass, text) => `/assets/${text}`),
  door('GET', (_pass, text) => `/${text}`),
  door('PUT', asIs('/')),
  door('DELETE', asIs('/chat')),
  door('PATCH', asIs('/api/messages')),
  door('OPTIONS', asIs('/chat/token')),
];
