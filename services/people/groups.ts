/** What a person told us, sorted for whoever reads their record: what they hope for, what helps, how life feels, the rest. */
import type { Brief } from '../handoffs/brief';

/** Said freely: who they are, in their own words. */
const OWN: ReadonlySet<string> = new Set(['need', 'alsoNeed', 'anythingElse', 'notes']);
const HOPES: ReadonlySet<string> = new Set(['goodWeek', 'interests', 'readiness', 'supports']);
const HELPS: ReadonlySet<string> = new Set(['barriers', 'adjustments', 'trusted', 'trustedPerson', 'communication']);
const MEASURES: ReadonlySet<string> = new Set(['satisfied', 'lonely', 'checkIn', 'checkInAnswer']);
/** Said in the rules at the top already, or agreed to by everybody who comes here. */
const ELSEWHERE: ReadonlySet<string> = new Set([
  ...['safeNumber', 'window', 'avoid', 'voicemail', 'senderStyle', 'sharedDevice', 'codeWord', 'name'],
  ...['consent', 'consentMore', 'start', 'safeNow', 'pace', 'measuresOk', 'equalityOk', 'summary', 'quietSummary'],
  ...['options', 'share', 'shareEdit', 'nextOption', 'summaryShown', 'okToList', 'change'],
]);

export type Told = Brief['said'][number];
export interface ToldGroups {
  readonly own: readonly Told[];
  readonly hopes: readonly Told[];
  readonly helps: readonly Told[];
  readonly measures: readonly Told[];
  readonly rest: readonly Told[];
}

/** Each answer is in one group alone. */
export function inGroups(said: readonly Told[]): ToldGroups {
  const of = (keys: ReadonlySet<string>) => said.filter(({ key }) => keys.has(key));
  const known = (key: string) =>
    OWN.has(key) || HOPES.has(key) || HELPS.has(key) || MEASURES.has(key) || ELSEWHERE.has(key);
  return {
    own: of(OWN),
    hopes: of(HOPES),
    helps: of(HELPS),
    measures: of(MEASURES),
    rest: said.filter(({ key }) => !known(key)),
  };
}
