/** What the law lets somebody ask, from their record: a copy of what is held, and its erasure, which two of us agree on. */
import { rightsWords as words } from '../../../dialogs/content/staff/rights';
import { ERASE_REASONS } from '../../../services/privacy/collection';
import type { Answered, Erasures } from '../../../services/privacy/erasures';
import { CHECKS, type Exports } from '../../../services/privacy/exports';
import { personPath } from '../../../web/server/staff/paths';
import { receiptBody } from '../../../web/server/staff/rightsView';
import { said } from '../advisor/views';
import { type Answer, type Asking, type Handler, signedIn } from '../staff/door';

export interface RightsPagesDeps {
  readonly exports: Exports;
  readonly erasures: Pick<Erasures, 'ask' | 'confirm' | 'takeBack' | 'get'>;
  /** ms since 1970 */
  readonly now: () => number;
}

const PEOPLE = '/advisor/people';
const ERASURES = '/advisor/erasures';
const nameOf = (collection: string): string =>
  Object.entries(words.collections).find(([key]) => key === collection)?.[1] ?? words.other;

export function rightsPages({ exports, erasures, now }: RightsPagesDeps) {
  const idIn = ({ params }: Asking): string => params['id'] ?? '';

  const take = signedIn(async (asking): Promise<Answer> => {
    const checked = CHECKS.find((one) => one === asking.form.get('checked'));
    if (checked === undefined) return { kind: 'go', to: personPath(idIn(asking)), note: 'noCheck' };
    const taken = await exports.take(asking.seen.account, idIn(asking), checked);
    if (taken === null) return { kind: 'missing' };
    const isData = asking.form.get('as') === 'data';
    return {
      kind: 'copy',
      // nothing of the person is in the name of a file that lies about on a computer
      name: isData ? 'what-we-hold.json' : 'what-we-hold.txt',
      type: isData ? 'application/json' : 'text/plain; charset=utf-8',
      text: isData ? `${JSON.stringify(taken.sections, null, 2)}\n` : taken.text,
    };
  });

  /** Where it goes on, and what is said of how it went. */
  function after(done: Answered, to: string, well: 'eraseAsked' | 'eraseConfirmed' | 'eraseTakenBack'): Answer {
    if (done.kind === 'missing') return { kind: 'missing' };
    const notes = { done: well, open: 'eraseOpen', sameEyes: 'eraseSameEyes', over: 'eraseOver' } as const;
    return { kind: 'go', to, note: notes[done.kind] };
  }

  const ask = signedIn(async (asking): Promise<Answer> => {
    const why = ERASE_REASONS.find((one) => one === asking.form.get('why'));
    const to = personPath(idIn(asking));
    if (why === undefined) return { kind: 'go', to, note: 'noWhy' };
    return after(await erasures.ask(asking.seen.account, idIn(asking), why), to, 'eraseAsked');
  });

  const confirm = signedIn(async (asking): Promise<Answer> => {
    const done = await erasures.confirm(asking.seen.account, idIn(asking));
    return after(done, `${ERASURES}/${encodeURIComponent(idIn(asking))}`, 'eraseConfirmed');
  });

  const takeBack = signedIn(async (asking): Promise<Answer> => {
    const done = await erasures.takeBack(asking.seen.account, idIn(asking));
    return after(done, done.kind === 'done' ? personPath(done.erasure.person) : PEOPLE, 'eraseTakenBack');
  });

  const receipt = signedIn(async (asking): Promise<Answer> => {
    const found = await erasures.get(idIn(asking));
    if (found === null) return { kind: 'missing' };
    const counted = (counts: Readonly<Record<string, number>>) =>
      Object.entries(counts).map(([name, count]) => ({ what: nameOf(name), count }));
    const { askedAt, askedByName, confirmedAt, confirmedByName, doneAt } = found;
    return {
      kind: 'page',
      title: words.receiptTitle,
      at: PEOPLE,
      width: 'narrow',
      body: receiptBody({
        id: found.id,
        person: found.state === 'done' ? null : found.person,
        why: words.reasons[found.why],
        asked: { who: askedByName, when: said(askedAt, now()) },
        confirmed: confirmedAt === null ? null : { who: confirmedByName ?? '', when: said(confirmedAt, now()) },
        done: doneAt === null ? null : said(doneAt, now()),
        gone: counted(found.gone),
        stays: counted(found.stays),
        untold: found.untold,
      }),
    };
  });

  return {
    [`POST ${PEOPLE}/:id/export`]: take,
    [`POST ${PEOPLE}/:id/erase`]: ask,
    [`GET ${ERASURES}/:id`]: receipt,
    [`POST ${ERASURES}/:id/confirm`]: confirm,
    [`POST ${ERASURES}/:id/take-back`]: takeBack,
  } as const satisfies Readonly<Record<string, Handler>>;
}
