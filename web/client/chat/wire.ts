/** The shapes that come over Direct Line, as far as the page uses them. */

export interface Activity {
  readonly type: string;
  readonly id?: string;
  readonly text?: string;
  readonly from?: { readonly role?: string };
  readonly channelData?: {
    readonly clientActivityID?: string;
    readonly toGo?: string;
    readonly many?: boolean;
    /** an answer to danger */
    readonly danger?: boolean;
    /** somebody else may be looking: nothing of the talk stays on the screen */
    readonly clears?: boolean;
    readonly calls?: readonly { readonly label: string; readonly dial: string }[];
    readonly speaker?: string;
    readonly 'webchat:sequence-id'?: number;
  };
  readonly suggestedActions?: {
    readonly actions: readonly {
      readonly title: string;
      readonly value: { readonly choice: string; readonly line?: string };
    }[];
  };
}

export interface ActivitySet {
  readonly activities: readonly Activity[];
  readonly watermark?: string;
}

/** One thing the person did, kept until the server has it. */
export interface Waiting {
  readonly id: string;
  readonly text: string;
  /** the choice's id when they picked rather than wrote */
  readonly choice?: string;
}

export type Session = {
  readonly token: string;
  readonly conversationId: string;
  readonly domain: string;
  readonly place: string;
};

export type Called<T> =
  | { readonly kind: 'ok'; readonly body: T }
  /** no answer, or the server is in trouble: try again */
  | { readonly kind: 'away'; readonly activities: readonly Activity[] }
  | { readonly kind: 'expired' }
  | { readonly kind: 'ended' }
  /** the server will never take this */
  | { readonly kind: 'refused' };

const TIMEOUT_MS = 20_000;

/** One call to our own server; never throws. */
export async function call<T>(url: string, token: string, body?: unknown): Promise<Called<T>> {
  const stop = new AbortController();
  const timer = setTimeout(() => stop.abort(), TIMEOUT_MS);
  try {
    const answer = await fetch(url, {
      method: body === undefined ? 'GET' : 'POST',
      headers: { 'content-type': 'application/json', ...(token === '' ? {} : { authorization: `Bearer ${token}` }) },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      signal: stop.signal,
      cache: 'no-store',
      // the cookie says that the place is this browser's
      credentials: 'same-origin',
    });
    if (answer.ok) return { kind: 'ok', body: await answer.json() };
    if (answer.status === 404) return { kind: 'ended' };
    if (answer.status === 401 || answer.status === 403) return { kind: 'expired' };
    if (answer.status === 400) return { kind: 'refused' };
    const said: ActivitySet | null = await answer.json().catch(() => null);
    return { kind: 'away', activities: said?.activities ?? [] };
  } catch {
    return { kind: 'away', activities: [] };
  } finally {
    clearTimeout(timer);
  }
}
