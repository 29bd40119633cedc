/** Numbers to call as large buttons under an answer to danger: a cold thumb does not find a word in a sentence. */
import { splitNumbers } from '../../../web/server/numbers';
import type { SaidAloud } from '../channel';

export interface Call {
  readonly label: string;
  /** digits to dial */
  readonly dial: string;
}

const SAMARITANS = '116123';
/** Whose number it is, where a number alone does not say it. */
const WHOSE: Readonly<Record<string, string>> = { [SAMARITANS]: 'Samaritans ', '08001111': 'Childline ' };
const MOST = 4;

/** About somebody's own life: Samaritans stand beside 999, also where the words name only one of them. */
const OWN_LIFE = /^RS/;

const labelOf = (text: string, dial: string): string => `Call ${WHOSE[dial] ?? ''}${text.replaceAll(' ', '\u00a0')}`;

/** The numbers of a reply to danger, in its own order; none for any other reply, or where it names none on purpose. */
export function callsOf(said: Pick<SaidAloud, 'danger' | 'messageIds' | 'text'>): readonly Call[] {
  if (!said.danger) return [];
  const found = splitNumbers(said.text).flatMap(({ text, dial }) => (dial === undefined ? [] : [{ text, dial }]));
  const beside = [
    { text: '999', dial: '999' },
    { text: '116 123', dial: SAMARITANS },
  ];
  const all = found.length > 0 && said.messageIds.some((id) => OWN_LIFE.test(id)) ? [...found, ...beside] : found;
  const byDial = new Map(all.map(({ text, dial }) => [dial, { label: labelOf(text, dial), dial }]));
  return [...byDial.values()].slice(0, MOST);
}
