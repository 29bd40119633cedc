/** Every fact a message holds, whatever was asked; what was asked is heard in barer words. */
import type { Facts, Found } from '../reading';
import { ageIn } from './age';
import { areaIn } from './area';
import { clausesOf } from './clauses';
import { emailIn, numberIn } from './contact';
import { nameIn } from './name';
import { permissionsIn } from './permissions';
import { readinessIn } from './readiness';
import { adjustmentsIn, barriersIn } from './takingPart';
import { avoidIn, timesIn, voicemailIn, wayIn } from './ways';

/** What the question on the table asks for; null when it asks for none of these. */
export type Slot =
  | 'name'
  | 'area'
  | 'age'
  | 'contactBy'
  | 'number'
  | 'email'
  | 'when'
  | 'avoid'
  | 'voicemail'
  | 'barriers'
  | 'adjustments'
  | 'readiness';

const SLOTS: Readonly<Record<string, Slot>> = {
  name: 'name',
  area: 'area',
  areaOther: 'area',
  ageBand: 'age',
  contactBy: 'contactBy',
  number: 'number',
  safeAlternative: 'contactBy',
  email: 'email',
  window: 'when',
  avoid: 'avoid',
  voicemail: 'voicemail',
  barriers: 'barriers',
  adjustments: 'adjustments',
  readiness: 'readiness',
};

/** The slot of a question's key in the catalogue. */
export function slotOf(key: string | null | undefined): Slot | null {
  return key === null || key === undefined ? null : (SLOTS[key] ?? null);
}

/** Reads the facts of one message. Never throws; the same text and slot give the same facts. */
export function readFacts(text: string, asked: Slot | null = null): Facts {
  const email = emailIn(text);
  const number = numberIn(text);
  // digits of a number and letters of an address are no ages, names or places
  const rest = [email, number].reduce(
    (left, found) => (found === undefined ? left : left.replace(found.words, ' , ')),
    text,
  );
  const clauses = clausesOf(rest);
  const area = areaIn(clauses, asked === 'area');
  const age = ageIn(clauses, asked === 'age');
  const name = nameIn(clauses, asked === 'name');
  const contactBy = wayIn(clauses, asked === 'contactBy') ?? byAddress(email);
  const when = timesIn(clauses, asked === 'when');
  const avoid = avoidIn(clauses, text, asked === 'avoid');
  const voicemail = voicemailIn(clauses);
  const barriers = barriersIn(clauses);
  const adjustments = adjustmentsIn(clauses);
  const readiness = readinessIn(clauses, asked === 'readiness');
  return {
    ...(name ? { name } : {}),
    ...(area ? { area } : {}),
    ...(age ? { age } : {}),
    ...(contactBy ? { contactBy } : {}),
    ...(number ? { number } : {}),
    ...(email ? { email } : {}),
    ...(when ? { when } : {}),
    ...(avoid ? { avoid } : {}),
    ...(voicemail ? { voicemail } : {}),
    ...(barriers ? { barriers } : {}),
    ...(adjustments ? { adjustments } : {}),
    ...(readiness ? { readiness } : {}),
    ...permissionsIn(clauses, text),
  };
}

/** An address given is a way given. */
function byAddress(email: Found<string> | undefined): Facts['contactBy'] {
  return email === undefined ? undefined : { value: 'email', words: email.words, confidence: 0.6 };
}
