/** Writes down what somebody agreed to or refused, with the very words that were on the screen. */
import { type Draft, later } from './draft';

export interface Agreement {
  /** the question that asked: its message and its words are already frozen beside the answer */
  readonly key: string;
  readonly what: string;
  readonly version: string;
  readonly answer: 'yes' | 'no' | 'shown';
  readonly serviceId?: string;
  /** anything else that was shown with it, as the lines a partner would see */
  readonly shownBefore?: string;
}

/** The exact words a question was put in, with what was shown before it. */
export function shownWords(d: Draft, key: string, before = ''): string {
  return [before, d.state.secrets[`shown/${key}`] ?? ''].filter(Boolean).join('\n\n');
}

/** One record for each thing agreed or refused (guide.md B: version, words, channel, time, answer). */
export function recordAgreement(d: Draft, agreement: Agreement): void {
  const { key, what, version, answer, serviceId, shownBefore } = agreement;
  const message = d.state.answers[key]?.message ?? '';
  const data = {
    what,
    version,
    answer,
    message,
    channel: d.world.channel,
    ...(serviceId === undefined ? {} : { serviceId }),
  };
  later(d, 'recordConsent', data, shownWords(d, key, shownBefore));
}
