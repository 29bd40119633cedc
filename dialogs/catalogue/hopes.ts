/** Hopes and strengths before anything that could be hard, and what would help (guide.md F, G, I, J). */
import { choicesOf, part } from '../content/copy';
import { askFirst, type Context, put } from '../draft';
import { answered, chosen, lastWordsDue, wantsMore } from '../facts';
import { asks } from './asks';
import type { Asking, Question } from './question';

const barriersSms = [
  ['childcare', 'Childcare or caring'],
  ['travel', 'Getting there'],
  ['phone', 'Phone or data'],
  ['nerves', 'Nerves about groups'],
  ['health', 'Health or disability'],
  ['reading', 'Reading or forms'],
  ['language', 'Language'],
  ['cost', 'Cost'],
  ['else', 'Other'],
  ['nothing', 'Nothing'],
] as const;

/** The ideas were shown and answered, or there were none. */
function ideasSeen(c: Context): boolean {
  return answered(c, 'options') || answered(c, 'noMatch');
}

/** Measures are never asked after a sign of danger (guide.md J). */
function calm(c: Context): boolean {
  return wantsMore(c) && ideasSeen(c) && c.state.safety === null && c.state.contact === 'OPEN';
}

/** What they hope for and lean on: before the ideas on the longer way, before anything is passed on on the short one. */
const tellsHopes = (c: Context) => wantsMore(c) || lastWordsDue(c);

function tenNumbers(): Asking['choices'] {
  return Array.from({ length: 11 }, (_one, n) => ({ id: String(n), label: String(n) }));
}

export const hopeQuestions: readonly Question[] = [
  {
    id: 'goodWeek',
    kind: 'choiceOrText',
    ask: (d) => ({ ...asks('F1')(d), before: wantsMore(d) ? [] : [[part('W-FEW-MORE')]] }),
    askIf: tellsHopes,
  },
  { id: 'supports', kind: 'text', ask: asks('F2'), askIf: tellsHopes },
  // a phone is small and its texts cost: one question fewer there
  { id: 'interests', kind: 'choiceOrText', ask: asks('F3'), askIf: (c) => wantsMore(c) && c.state.channel === 'web' },
  {
    id: 'barriers',
    kind: 'many',
    ask: (d) =>
      d.state.channel === 'sms'
        ? { parts: [part('G1-SMS')], choices: barriersSms.map(([id, label]) => ({ id, label })), numbered: true }
        : { parts: [part('G1')], choices: choicesOf('G1') },
    askIf: wantsMore,
  },
  {
    id: 'adjustments',
    kind: 'many',
    ask: asks('G2'),
    askIf: wantsMore,
    heard: (d) => put(d, { matched: false, options: [] }),
  },
];

export const readinessQuestions: readonly Question[] = [
  { id: 'readiness', kind: 'choice', ask: asks('I1'), askIf: wantsMore, whenSkipped: 'rung1' },
];

/** How life feels, in the standard words: after the ideas, so that nothing stands between a person and those. */
export const measureQuestions: readonly Question[] = [
  { id: 'measuresOk', kind: 'choice', ask: asks('J0'), askIf: calm, whenSkipped: 'no' },
  {
    id: 'satisfied',
    kind: 'scale',
    ask: () => ({ parts: [part('J1')], choices: [...tenNumbers(), ...choicesOf('J1')] }),
    askIf: (c) => calm(c) && chosen(c, 'measuresOk') === 'yes',
    heard: (d, heard) => {
      // a low score is never a sign of danger by itself: it brings one kind offer of a person (guide.md 5.4)
      if (heard.choice !== null && /^[0-4]$/.test(heard.choice)) askFirst(d, 'talkItThrough');
    },
  },
  { id: 'lonely', kind: 'choice', ask: asks('J2'), askIf: (c) => calm(c) && chosen(c, 'measuresOk') === 'yes' },
];
