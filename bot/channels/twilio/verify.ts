/** Whether a webhook really came from our account at Twilio (Twilio docs "Webhooks security"; channel-contracts 3.2). */
import { validateRequest, validateRequestWithBody } from 'twilio/lib/webhooks/webhooks';

/** A form as it came: a name said once has a string, a name repeated has them all, in order. */
export type Fields = Readonly<Record<string, string | string[]>>;

/**
 * A flat reading of a form body. Every name counts, known or not, because all of them are part of the signature;
 * a parser that makes objects of brackets or stops after so many names would break it.
 */
export function readFields(body: string): Fields {
  const fields = new Map<string, string | string[]>();
  for (const [name, value] of new URLSearchParams(body)) {
    const before = fields.get(name);
    if (before === undefined) fields.set(name, value);
    else fields.set(name, typeof before === 'string' ? [before, value] : [...before, value]);
  }
  return Object.fromEntries(fields);
}

/** What came, as it came. */
export interface Received {
  /** X-Twilio-Signature */
  readonly signature: string | undefined;
  /** path and query exactly as on the wire */
  readonly path: string;
  readonly body: string;
}

/** Whose webhooks we take. */
export interface Account {
  readonly accountSid: string;
  /** one, or two while a token is being changed */
  readonly authTokens: readonly string[];
  /** our address as Twilio was given it, before the path; a proxy may show us another */
  readonly publicUrl: string;
}

export type Verified =
  | { readonly kind: 'ours'; readonly fields: Fields }
  | { readonly kind: 'refused'; readonly why: 'unsigned' | 'wrongSignature' | 'otherAccount' };

/** Checks signature and account. A webhook sent twice passes twice: the desk knows it by its MessageSid. Never throws. */
export function verify(received: Received, account: Account): Verified {
  const { signature, path, body } = received;
  if (signature === undefined || signature === '') return { kind: 'refused', why: 'unsigned' };
  const url = account.publicUrl.replace(/\/+$/, '') + path;
  if (!account.authTokens.some((token) => signatureFits(token, signature, url, body)))
    return { kind: 'refused', why: 'wrongSignature' };
  const fields = readFields(body);
  if (fields['AccountSid'] !== account.accountSid) return { kind: 'refused', why: 'otherAccount' };
  return { kind: 'ours', fields };
}

/**
 * Whether the signature is the one `token` makes of this whole URL and body, by the vendor's own check, which compares
 * in constant time. A body that is not a form is signed by its hash in the URL (`bodySHA256`). Never throws.
 */
export function signatureFits(token: string, signature: string, url: string, body: string): boolean {
  if (token === '' || !URL.canParse(url)) return false;
  const hashed = new URL(url).searchParams.has('bodySHA256');
  return hashed
    ? validateRequestWithBody(token, signature, url, body)
    : validateRequest(token, signature, url, { ...readFields(body) });
}
