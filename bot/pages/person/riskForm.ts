/** What was written in the form of a risk record, as it is added to the record; or what is wrong with it. */
import { riskWords as words } from '../../../dialogs/content/staff/risk';
import { dateAfter, whenIs } from '../../../services/calendar/moment';
import { type Addition, additionShape } from '../../../services/risks/risks';
import { isDay, momentIn } from '../staff/moments';

export type RiskForm =
  | { readonly kind: 'read'; readonly added: Addition }
  | { readonly kind: 'wrong'; readonly field: string; readonly why: string };

const wrong = (field: string, why: string): RiskForm => ({ kind: 'wrong', field, why });

export function readRiskForm(form: URLSearchParams, now: number): RiskForm {
  const text = (name: string) => (form.get(name) ?? '').trim();
  const given = (name: string) => text(name) || undefined;
  const choice = (name: string) => (text(name) === 'yes' ? true : text(name) === 'no' ? false : undefined);
  const happened = (day: string, clock: string): number | null | undefined => {
    if (text(day) === '' && text(clock) === '') return undefined;
    const at = momentIn(text(day), text(clock));
    return at === null || at > now ? null : at;
  };

  const met = happened('metDay', 'metTime');
  if (met === null) return wrong('metDay', words.noTime);
  const names = ['sharedName', 'sharedRole', 'sharedOrg', 'sharedReference'].some((name) => text(name) !== '');
  const shared = happened('sharedDay', 'sharedTime');
  if (shared === null) return wrong('sharedDay', words.noTime);
  const isShared = names || shared !== undefined;
  if (isShared && (shared === undefined || text('sharedName') === '' || text('sharedOrg') === ''))
    return wrong('sharedName', words.noShare);
  const dueDay = text('followUpDay');
  if (dueDay !== '' && !isDay(dueDay)) return wrong('followUpDay', words.noDay);
  const told = choice('told');

  const read = additionShape.safeParse({
    levelHuman: given('levelHuman'),
    humanFirstContactAt: met,
    personWishes: given('wishes'),
    toldBeforeSharing: told === undefined ? undefined : { told, why: text('toldWhy') },
    sharedWith: isShared
      ? {
          name: text('sharedName'),
          role: text('sharedRole'),
          org: text('sharedOrg'),
          at: shared,
          reference: text('sharedReference'),
        }
      : undefined,
    whatShared: given('whatShared'),
    lawfulBasis: given('lawful'),
    condition: given('condition'),
    aspThreePoint: given('asp') === undefined ? undefined : { test: text('asp'), notes: text('aspNotes') },
    childInvolved: choice('child'),
    decision: given('decision'),
    reason: given('reason'),
    followUpOwner: given('followUpOwner'),
    // by the end of that day
    followUpDue: dueDay === '' ? undefined : whenIs(dateAfter(dueDay, 1), 0),
    learning: given('learning'),
    signedOff: text('signOff') === 'yes' ? true : undefined,
  });
  return read.success ? { kind: 'read', added: read.data } : wrong('levelHuman', words.nothing);
}
