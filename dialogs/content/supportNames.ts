/** What each thing that would help is called, as it reads after "it would help to have". */
import type { Adjustment } from '../vocabulary';

const names: Readonly<Record<Adjustment, string>> = {
  company: 'someone to go with',
  onePerson: 'a chat with one person first',
  busFare: 'bus fare',
  childcare: 'help with childcare',
  bigPrint: 'big print or audio',
  interpreter: 'an interpreter or BSL',
  quiet: 'a quiet space',
  online: 'a way to start online',
};

/** In small letters: "someone to go with". */
export function saySupport(one: Adjustment): string {
  return names[one];
}
