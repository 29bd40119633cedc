/** Who they are to us: age band, whether the phone is private, a name, an area (guide.md B4, C3 to C5, D). */
import { choicesOf, part } from '../content/copy';
import { askFirst, type Context, keepSecret, later, put, say, settle } from '../draft';
import { answered, chosen, contactWanted, lastWordsDue, nameToUse, wantsMore } from '../facts';
import { leaveNote } from '../handOver';
import { leaveFor } from '../leaving';
import { heedAge } from '../listen/age';
import { tellAlso } from '../listen/keepFacts';
import { asks } from './asks';
import { hasAgreed } from './opening';
import type { Question } from './question';

const named = (c: Context) => hasAgreed(c) && answered(c, 'need');
/** Something is to be passed on, and they have said all they want to say of it. */
const toPassOn = (c: Context) => contactWanted(c) && !lastWordsDue(c);

/** Places that are near enough for our partners, whatever people call them. */
const nearby =
  /hamilton|cambuslang|halfway|bothwell|uddingston|east kilbride|\bek\b|burnside|fernhill|spittal|larkhall|lanark|carluke|stonehouse|strathaven|\bg7[1-5]\b|\bml[39]\b/i;

/** They are out of our area and somebody else would be nearer. */
export function isOutOfArea(text: string): boolean {
  return text !== '' && !nearby.test(text) && !/blantyre|rutherglen|g72|g73/i.test(text);
}

export const safetyQuestions: readonly Question[] = [
  {
    id: 'ageBand',
    kind: 'choice',
    ask: asks('B4'),
    // only where it changes what fits or what is safe: on the longer way, and before anything is passed on
    askIf: (c) => named(c) && (wantsMore(c) || toPassOn(c)),
    heard: (d, heard) => heedAge(d, heard.choice),
  },
  {
    id: 'sharedDevice',
    kind: 'choice',
    ask: asks('C3'),
    // at once where somebody at home may be the danger; else before anything is sent to them
    askIf: (c) => named(c) && (c.state.needs.includes('domestic_abuse') || toPassOn(c)),
    whenSkipped: 'unsure',
    heard: (d, heard) => {
      if (heard.choice === 'no') return;
      put(d, { contact: 'QUIET' });
      say(d, part('C4'));
    },
  },
  {
    id: 'codeWord',
    kind: 'choice',
    ask: asks('C5'),
    // never set up in a thread that stays on a phone (guide.md 3.5)
    askIf: (c) => named(c) && c.state.contact === 'QUIET' && (c.state.channel === 'web' || c.state.channel === 'phone'),
    whenSkipped: 'no',
    heard: (d, heard) => {
      if (heard.choice === 'yes') askFirst(d, 'codeWordSet');
    },
  },
];

/** The short way or the longer one: theirs to choose, as soon as we know what they need. */
export const paceQuestion: Question = {
  id: 'pace',
  kind: 'choice',
  ask: asks('W-PACE'),
  askIf: (c) => named(c) && c.state.agenda.length === 0,
  whenSkipped: 'more',
};

export const nameQuestions: readonly Question[] = [
  { id: 'name', kind: 'text', ask: asks('D1'), askIf: (c) => named(c) && (wantsMore(c) || toPassOn(c)) },
  {
    id: 'area',
    kind: 'choiceOrText',
    ask: (d) => ({ parts: [part('D2', { name: nameToUse(d) })], choices: choicesOf('D2') }),
    askIf: named,
    heard: (d, heard) => {
      put(d, { matched: false, options: [] });
      // the town is told already: it is not asked for
      if (heard.choice !== 'somewhereElse' || !heard.text) return;
      tellAlso(d, 'areaOther', heard.text);
      if (isOutOfArea(heard.text)) askFirst(d, 'outOfArea');
    },
  },
  {
    id: 'areaOther',
    kind: 'text',
    ask: asks('D2B'),
    askIf: (c) => named(c) && chosen(c, 'area') === 'somewhereElse',
    heard: (d, heard) => {
      put(d, { matched: false, options: [] });
      if (isOutOfArea(heard.text)) askFirst(d, 'outOfArea');
    },
  },
];

export const aboutAsides: readonly Question[] = [
  {
    id: 'under16',
    kind: 'choice',
    ask: asks('X10'),
    whenSkipped: 'no',
    heard: (d, heard) => {
      put(d, { mode: 'finished' });
      if (heard.choice === 'yes') askFirst(d, 'wayBack');
      else {
        say(d, part('N4'));
        settle(d);
      }
    },
  },
  {
    id: 'age16to17',
    kind: 'choice',
    ask: asks('X11'),
    whenSkipped: 'yes',
    heard: (d, heard) => {
      if (heard.choice === 'no') leaveFor(d);
    },
  },
  {
    id: 'codeWordSet',
    kind: 'text',
    ask: asks('W-CODE'),
    hidden: true,
    heard: (d, heard) => {
      if (!heard.text) return;
      later(d, 'hashCodeWord', {}, heard.text);
      keepSecret(d, 'said/codeWordSet', null);
      say(d, part('W-CODE-SET'));
    },
  },
  {
    id: 'outOfArea',
    kind: 'choice',
    ask: asks('X15'),
    whenSkipped: 'yes',
    heard: (d, heard) => {
      if (heard.choice !== 'yes') return;
      leaveNote(d, 'outOfArea', 'P4');
      say(d, part('W-NEARER'));
    },
  },
];
