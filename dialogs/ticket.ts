/** Three words like a ticket: whoever leaves can come back by them from any phone or tab, and hear how things stand. */
import { hasAgreed } from './catalogue/opening';
import { part } from './content/copy';
import type { Part } from './content/words';
import { type Draft, keepSecret, later } from './draft';
import { makePhrase } from './phrase';

/**
 * The bubble that gives the words; none where somebody else may look, where nothing is kept, or on a phone whose own
 * thread is the way back and that already has a number to quote.
 */
export function ticket(d: Draft, always = false): readonly (readonly Part[])[] {
  const onPhone = d.state.channel === 'sms' || d.state.channel === 'whatsapp';
  if (d.state.contact !== 'OPEN' || d.state.locked || !hasAgreed(d)) return [];
  if (!always && onPhone && d.state.referrals.length > 0) return [];
  const phrase = d.state.secrets['phrase'] ?? makePhrase(d.world.seed);
  keepSecret(d, 'phrase', phrase);
  later(d, 'keepPlace', {}, phrase);
  return [[part('W-PHRASE', { phrase })]];
}
