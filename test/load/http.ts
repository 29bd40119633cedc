/** Small HTTP for the load programs: JSON in and out, with the status, and null when nobody answered. */
import { Agent, request } from 'node:http';

/** Chance that can be played again: the same seed gives the same numbers, 0 to 1. */
export { chanceOf as chance } from '../../services/understanding/scoring/spoilt';

export interface Answer {
  readonly status: number;
  readonly text: string;
}

/** Sends one request. Null: refused, cut off or too late, as when the app was killed. */
export function send(
  agent: Agent,
  method: string,
  url: URL,
  headers: Readonly<Record<string, string>>,
  body: string | Buffer | null,
  timeoutMs = 10_000,
): Promise<Answer | null> {
  return new Promise((resolve) => {
    const length = body === null ? {} : { 'content-length': String(Buffer.byteLength(body)) };
    const outgoing = request(
      url,
      { agent, method, headers: { ...headers, ...length }, timeout: timeoutMs },
      (answer) => {
        const chunks: Buffer[] = [];
        answer.on('data', (chunk: Buffer) => chunks.push(chunk));
        answer.on('end', () =>
          resolve({ status: answer.statusCode ?? 0, text: Buffer.concat(chunks).toString('utf8') }),
        );
        answer.on('error', () => resolve(null));
      },
    );
    outgoing.on('timeout', () => outgoing.destroy(new Error('too late')));
    outgoing.on('error', () => resolve(null));
    outgoing.end(body ?? undefined);
  });
}

export const newAgent = (): Agent => new Agent({ keepAlive: true, maxSockets: 256 });

/** JSON of an answer; undefined when it is none. */
export function jsonOf(answer: Answer): unknown {
  try {
    return JSON.parse(answer.text);
  } catch {
    return undefined;
  }
}
