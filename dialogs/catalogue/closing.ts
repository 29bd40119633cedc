/** What happens next, check-ins only where agreed, and who-you-are questions last of all (guide.md N, O). */
import { recordAgreement } from '../agreements';
import { choicesOf, part } from '../content/copy';
import type { Part } from '../content/words';
import { type Context, type Draft, later } from '../draft';
import { answered, chosen, nameToUse, wantsMore, wayBack } from '../facts';
import { leaveNote } from '../handOver';
import { ticket } from '../ticket';
import { asks } from './asks';
import { pickedOptions } from './playBack';
import type { Asking, Question } from './question';

/** Everything about options and sharing is settled. */
function optionsDone(c: Context): boolean {
  if (!c.state.matched) return false;
  if (answered(c, 'noMatch') || answered(c, 'helpChoosing')) return true;
  if (!answered(c, 'options')) return false;
  const picked = pickedOptions(c);
  return picked.length > 0 && (c.state.contact === 'QUIET' || picked.every((id) => answered(c, `share:${id}`)));
}

const methods: Readonly<Record<string, string>> = {
  text: 'text you',
  whatsapp: 'write on WhatsApp',
  call: 'call',
  email: 'email',
};

/** How they will hear what a partner says: only a phone they wrote from, or said yes on, is told by itself (P-H11). */
function newsWords(d: Draft, by: string, ref: string): Part {
  const { channel, byText } = d.state;
  if (channel !== 'web' || byText === 'yes') return part('W-NEXT-ASK', { by });
  return part(byText === 'asked' ? 'W-NEXT-ASK-TEXT' : 'W-NEXT-ASK-WEB', { by, ref });
}

/** What happens next, said once and only what is so. */
export function nextWords(d: Draft): readonly Part[] {
  const name = nameToUse(d) ? `, ${nameToUse(d)}` : '';
  if (d.state.contact === 'QUIET') {
    if (pickedOptions(d).length) {
      leaveNote(d, 'quietShare', 'P4');
      return [part('W-QUIET-SHARE')];
    }
    return [part('W-LATER')];
  }
  const waiting = d.state.referrals.filter((one) => one.state === 'requested' && one.dueAt > d.world.now.at);
  const last = Math.max(...waiting.map((one) => one.dueAt));
  if (waiting.length) return [newsWords(d, d.world.sayBy(last), waiting.at(-1)?.ref ?? '')];
  const handoff = d.state.handoff;
  const method = methods[chosen(d, 'contactBy') ?? ''];
  if (handoff && method && wayBack(d)) {
    const by = d.world.sayBy(handoff.toldBy);
    later(d, 'promise', { what: method, dueAt: handoff.dueAt, dueText: by, owner: 'team' });
    return [part('N1', { name: nameToUse(d), person: 'Someone', method, by, phone: d.world.settings.phone })];
  }
  if (handoff) return [part('W-NEXT-OPEN', { name, by: d.world.sayBy(handoff.toldBy), phone: d.world.settings.phone })];
  return [part('W-NEXT-SELF', { name })];
}

/** A message may come to them by a way they said is safe. */
function mayWrite(c: Context): boolean {
  return (
    c.state.contact === 'OPEN' &&
    wayBack(c) !== '' &&
    chosen(c, 'contactBy') !== 'none' &&
    chosen(c, 'safeNumber') !== 'no'
  );
}

function askCheckIn(d: Draft): Asking {
  return { before: [nextWords(d)], parts: [part('N2')], choices: choicesOf('N2') };
}

function consentTo(d: Draft, what: string, key: string, answer: string | null): void {
  recordAgreement(d, { key, what, version: 'CN-1.0-S', answer: answer === 'yes' ? 'yes' : 'no' });
}

export const closingQuestions: readonly Question[] = [
  {
    id: 'checkIn',
    kind: 'choice',
    ask: askCheckIn,
    askIf: (c) => optionsDone(c) && mayWrite(c),
    whenSkipped: 'no',
    heard: (d, heard) => {
      consentTo(d, 'check_in', heard.key, heard.choice);
      // declined after all, or agreed to once more: never two
      later(d, 'cancelReminders', { kinds: ['checkIn'] });
      if (heard.choice === 'yes') later(d, 'remind', { what: 'checkIn', afterMinutes: 14 * 24 * 60 });
    },
  },
  {
    id: 'news',
    kind: 'choice',
    ask: asks('N3'),
    // somebody who wanted ideas now, by text, is not asked one more thing that is only for us
    askIf: (c) => optionsDone(c) && mayWrite(c) && (c.state.channel !== 'sms' || wantsMore(c)),
    whenSkipped: 'no',
    heard: (d, heard) => consentTo(d, 'marketing', heard.key, heard.choice),
  },
];

const equal = (c: Context) => optionsDone(c) && c.state.contact === 'OPEN' && c.state.safety === null;
const equalOn = (c: Context) => equal(c) && chosen(c, 'equalityOk') === 'yes';

/** Equality answers leave the person at once: only a count is kept. */
function equality(id: string, ask: Question['ask'], only: (c: Context) => boolean = () => true): Question {
  return {
    id,
    kind: 'choiceOrText',
    ask,
    askIf: (c) => equalOn(c) && only(c),
    hidden: true,
    heard: (d, heard) => {
      if (heard.skipped || heard.choice === 'notSay') return;
      later(d, 'countEquality', { question: id, answer: heard.choice ?? 'ownWords' }, heard.text);
    },
  };
}

export const equalityQuestions: readonly Question[] = [
  {
    id: 'equalityOk',
    kind: 'choice',
    ask: (d) => ({
      before: answered(d, 'checkIn') ? [] : [nextWords(d)],
      parts: [part('O0')],
      choices: choicesOf('O0'),
    }),
    askIf: equal,
    whenSkipped: 'no',
  },
  equality('ageRange', asks('O1')),
  equality('gender', asks('O2')),
  {
    ...equality('ethnicity', asks('O3')),
    heard: (d, heard) => {
      if (heard.choice === 'list') {
        const { ethnicity: _gone, ...answers } = d.state.answers;
        d.state = { ...d.state, answers, agenda: ['ethnicityList', ...d.state.agenda] };
        return;
      }
      if (heard.skipped || heard.choice === 'notSay') return;
      later(d, 'countEquality', { question: 'ethnicity', answer: heard.choice ?? 'ownWords' }, heard.text);
    },
    askIf: (c) => equalOn(c) && !answered(c, 'ethnicityList'),
  },
  equality('disability', asks('O4')),
  equality('carer', asks('O5')),
  equality('orientation', asks('O6'), (c) => c.world.settings.askOrientation),
  equality('faith', asks('O7'), (c) => c.world.settings.askFaith),
  equality('workStatus', asks('O8')),
];

export const closingAsides: readonly Question[] = [
  {
    ...equality('ethnicityList', asks('W-ETHNIC-LIST')),
    askIf: () => false,
    heard: (d, heard) => {
      if (heard.skipped || heard.choice === 'notSay') return;
      later(d, 'countEquality', { question: 'ethnicity', answer: heard.choice ?? 'ownWords' }, heard.text);
    },
  },
];

/** The last words: what happens next if it has not been said, thanks for the equality answers, goodbye. */
export function goodbye(d: Draft): readonly (readonly Part[])[] {
  const saidNext = answered(d, 'checkIn') || answered(d, 'equalityOk');
  const first = saidNext ? [] : [nextWords(d)];
  const thanks = chosen(d, 'equalityOk') === 'yes' ? [[part('O9')]] : [];
  return [...first, ...thanks, ...ticket(d), [part('N4')]];
}
