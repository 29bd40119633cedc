/** What do you need in life right now: own words first, a list for those who want one, two follow-ups at most (guide.md E). */
import { choicesOf, part } from '../content/copy';
import { sayNeed } from '../content/needNames';
import type { Part } from '../content/words';
import { type Context, type Draft, put, say } from '../draft';
import { answered, chosen, lastWordsDue, wantsMore } from '../facts';
import { lookAgain } from '../listen/keepFacts';
import { sayKept } from '../listen/notes';
import type { Need } from '../types';
import { asks } from './asks';
import { hasAgreed } from './opening';
import type { Asking, Question } from './question';

/** What each line of the menu stands for in taxonomy.json. */
const menuNeeds: Readonly<Record<string, readonly Need[]>> = {
  body: ['physical_health'],
  mind: ['mental_health'],
  people: ['loneliness'],
  home: ['housing'],
  money: ['money'],
  safe: ['domestic_abuse'],
  family: ['family'],
  drinkDrugs: ['addiction'],
  work: ['work'],
  justice: ['justice'],
  else: [],
};

const smsMenu = [
  ['body', 'Body and health'],
  ['mind', 'Mind and feelings'],
  ['people', 'People and company'],
  ['home', 'Home'],
  ['money', 'Money, food or heat'],
  ['safe', 'Feeling safe'],
  ['family', 'Family and children'],
  ['drinkDrugs', 'Drink, drugs or gambling'],
  ['work', 'Work, learning or volunteering'],
  ['justice', 'Police, courts or prison'],
  ['else', 'Something else'],
] as const;

/** Adds needs without losing those already named. */
export function addNeeds(d: Draft, found: readonly Need[]): void {
  put(d, { needs: [...new Set([...d.state.needs, ...found])], ...lookAgain(d) });
}

/** The needs, as people say them: "your home and money". */
export function needsInWords(needs: readonly Need[]): string {
  const names = needs.slice(0, 3).map(sayNeed);
  const last = names.pop() ?? '';
  return names.length ? `${names.join(', ')} and ${last}` : last;
}

/** "Money and your home, got it": shorter by text, so that it shares one with the next question. */
export function needsNoted(c: Context): Part {
  const params = { needs: capital(needsInWords(c.state.needs)) };
  return c.state.channel === 'sms' ? part('W-HEARD-SMS', params) : part('W-HEARD', params);
}

function askMenu(d: Draft): Asking {
  if (d.state.channel === 'sms') {
    return { parts: [part('E2-SMS1')], choices: smsMenu.map(([id, label]) => ({ id, label })), numbered: true };
  }
  // a WhatsApp list holds ten rows; the web shows police, courts and prison as well
  const extra = d.state.channel === 'whatsapp' ? [] : [{ id: 'justice', label: 'Police, courts or prison' }];
  const choices = choicesOf('E2');
  return { parts: [part('E2')], choices: [...choices.slice(0, -1), ...extra, ...choices.slice(-1)] };
}

function wantsMenu(c: Context): boolean {
  const picked = chosen(c, 'need');
  return answered(c, 'need') && (picked === 'menu' || picked === 'unsure' || c.state.needs.length === 0);
}

export const needQuestions: readonly Question[] = [
  {
    id: 'need',
    kind: 'choiceOrText',
    ask: asks('E1'),
    askIf: hasAgreed,
    heard: (d, heard) => {
      if (!heard.text) return;
      addNeeds(d, heard.needs);
      if (d.state.needs.length) say(d, needsNoted(d));
      // not recognised: their own words are the answer, and the list comes second
      else sayKept(d, heard.text);
    },
  },
  {
    id: 'needMenu',
    kind: 'many',
    ask: askMenu,
    askIf: (c) => hasAgreed(c) && wantsMenu(c),
    heard: (d, heard) => {
      addNeeds(
        d,
        heard.choices.flatMap((id) => menuNeeds[id] ?? []),
      );
      addNeeds(d, heard.needs);
      // a tap is heard as well as words are; but "feeling safe" is not for the top of a screen somebody may look at
      if (d.state.needs.length && !d.state.needs.includes('domestic_abuse')) say(d, needsNoted(d));
    },
  },
];

/** Somebody who said what they came for before we asked has room for the rest, before anything is looked for. */
export const alsoNeedQuestion: Question = {
  id: 'alsoNeed',
  kind: 'choiceOrText',
  ask: asks('E5'),
  askIf: (c) => hasAgreed(c) && cameWith(c),
  whenSkipped: 'no',
  heard: (d, heard) => {
    if (heard.text) addNeeds(d, heard.needs);
  },
};

/** Their first words were taken for what they need. */
const cameWith = (c: Context) => c.state.answers['need']?.message === 'A1';

/** What matters most, and anything else, once the follow-ups are done. */
export const needEnding: readonly Question[] = [
  {
    id: 'priority',
    kind: 'choice',
    ask: (d) => ({
      parts: [part('E4')],
      choices: d.state.needs.slice(0, 6).map((need) => ({ id: need, label: capital(sayNeed(need)) })),
    }),
    askIf: (c) => wantsMore(c) && c.state.needs.length > 1,
    heard: (d) => put(d, { matched: false, options: [] }),
  },
];

/** The same room on the short way: after the ideas, and before anything is passed on. */
export const anythingElseQuestion: Question = {
  id: 'anythingElse',
  kind: 'choiceOrText',
  ask: asks('E5'),
  askIf: (c) => lastWordsDue(c) && !answered(c, 'alsoNeed'),
  whenSkipped: 'no',
  heard: (d, heard) => {
    if (heard.text) addNeeds(d, heard.needs);
  },
};

export const notesQuestion: Question = {
  id: 'notes',
  kind: 'choiceOrText',
  ask: asks('E5'),
  // room for what was not asked, once they have their ideas
  askIf: (c) => wantsMore(c) && !answered(c, 'alsoNeed') && (answered(c, 'options') || answered(c, 'noMatch')),
  heard: (d, heard) => {
    if (heard.text) addNeeds(d, heard.needs);
  },
};

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
