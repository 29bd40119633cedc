/** How and when to keep in touch safely: nothing here is assumed (guide.md H). */
import { askFirst, type Context, type Draft, put } from '../draft';
import { chosen, contactWanted, lastWordsDue, wantsMore, wordsFor } from '../facts';
import { tellAlso } from '../listen/keepFacts';
import { asks } from './asks';
import { hasAgreed } from './opening';
import type { Heard, Question } from './question';

/** In quiet mode what they picked is passed on by voice, so nobody asks how to write to them. */
const byVoice = (c: Context) =>
  c.state.contact === 'QUIET' && chosen(c, 'helpChoosing') !== 'yes' && chosen(c, 'noMatch') !== 'yes';
const asked = (c: Context) =>
  hasAgreed(c) && contactWanted(c) && !lastWordsDue(c) && (chosen(c, 'contactBy') !== null || !byVoice(c));
const by = (c: Context) => chosen(c, 'contactBy');
const byPhone = (c: Context) => asked(c) && (by(c) === 'text' || by(c) === 'whatsapp' || by(c) === 'call');
/** There is a number: that of this thread, or one they gave (P-A25). */
const haveNumber = (c: Context) => byPhone(c) && (thisPhone(c) || c.state.answers['number']?.skipped !== true);
/** It is safe at times, and they said so in words: which times, then, and never a message from us before that. */
const safeAtTimes = (c: Context) => chosen(c, 'safeNumber') === 'no' && wordsFor(c, 'safeNumber') !== '';
/** They may be written to or called, so when is asked on either way. */
const reachable = (c: Context) => haveNumber(c) && (chosen(c, 'safeNumber') !== 'no' || safeAtTimes(c));
const more = (c: Context) => haveNumber(c) && wantsMore(c) && chosen(c, 'safeNumber') !== 'no';

/** Not always safe: only they write first, until they say otherwise. */
function heedTimes(d: Draft, heard: Heard): void {
  if (heard.choice === 'no' && heard.text) put(d, { contact: 'QUIET' });
}

/** The thread we are in is already the number they chose. */
function thisPhone(c: Context): boolean {
  return (
    (c.state.channel === 'sms' && by(c) !== 'whatsapp') ||
    (c.state.channel === 'whatsapp' && by(c) === 'whatsapp') ||
    (c.state.channel === 'whatsapp' && by(c) !== 'email')
  );
}

export const contactQuestions: readonly Question[] = [
  { id: 'contactBy', kind: 'choice', ask: asks('H1'), askIf: asked, whenSkipped: 'none' },
  { id: 'number', kind: 'phone', ask: asks('W-NUMBER'), askIf: (c) => byPhone(c) && !thisPhone(c) },
  { id: 'email', kind: 'email', ask: asks('W-EMAIL'), askIf: (c) => asked(c) && by(c) === 'email' },
  { id: 'safeNumber', kind: 'choice', ask: asks('H2'), askIf: haveNumber, whenSkipped: 'no', heard: heedTimes },
  {
    id: 'safeAlternative',
    kind: 'text',
    ask: asks('H2B'),
    askIf: (c) => haveNumber(c) && chosen(c, 'safeNumber') === 'no' && !safeAtTimes(c),
    heard: (d, heard) => {
      // no safe way known: from here on only they write first
      if (heard.skipped) put(d, { contact: 'QUIET' });
    },
  },
  { id: 'window', kind: 'choice', ask: asks('H3'), askIf: reachable },
  { id: 'avoid', kind: 'choiceOrText', ask: asks('H3B'), askIf: reachable },
  { id: 'voicemail', kind: 'choice', ask: asks('H4'), askIf: (c) => more(c) && by(c) === 'call', whenSkipped: 'no' },
  {
    id: 'senderStyle',
    kind: 'choice',
    ask: asks('H5'),
    askIf: (c) => more(c) && by(c) !== 'call',
    whenSkipped: 'noName',
  },
];

/** Somebody who could be contacted for them: asked last, and only of those who wanted to say more. */
export const trustedQuestion: Question = {
  id: 'trusted',
  kind: 'choice',
  ask: asks('H6'),
  askIf: more,
  whenSkipped: 'no',
  heard: (d, heard) => {
    if (heard.choice !== 'yes') return;
    // "my daughter Michelle" has said who
    if (NAMES_SOMEBODY.test(heard.text)) tellAlso(d, 'trustedPerson', heard.text);
    else askFirst(d, 'trustedPerson');
  },
};

/** They say who it is, beside or instead of a yes. */
const NAMES_SOMEBODY =
  /\b(?:my|ma) (?:\w+ )?(?:mum|maw|mam|dad|da|daughter|son|sister|brother|gran|granny|nan|niece|nephew|aunt|auntie|uncle|cousin|wife|husband|man|partner|boyfriend|girlfriend|pal|mate|friend|neighbour|worker|carer|sponsor|key ?worker)\b/i;

export const contactAsides: readonly Question[] = [{ id: 'trustedPerson', kind: 'text', ask: asks('W-TRUSTED') }];
