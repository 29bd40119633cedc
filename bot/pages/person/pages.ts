/** `/advisor/people`: somebody is looked up by a name or a number, and the record of one person, which wrote itself. */
import { allNeeds, sayNeed } from '../../../dialogs/content/needNames';
import { personWords, searchWords } from '../../../dialogs/content/staff/person';
import type { Need } from '../../../dialogs/types';
import type { People } from '../../../services/people/people';
import type { Search } from '../../../services/people/search';
import type { Erasure } from '../../../services/privacy/collection';
import type { Erasures } from '../../../services/privacy/erasures';
import { type Found, personBody, searchBody } from '../../../web/server/staff/personView';
import type { RightsView } from '../../../web/server/staff/rightsView';
import { said } from '../advisor/views';
import { type Asking, type Handler, signedIn } from '../staff/door';
import type { Wrong } from './correctionForm';
import { type CorrectionPagesDeps, needCorrections } from './correctionPages';
import { personView } from './views';

export interface PersonPagesDeps extends CorrectionPagesDeps {
  readonly erasures: Pick<Erasures, 'ofPerson'>;
  readonly people: Pick<People, 'read'> & Pick<Search, 'search'>;
  /** ms since 1970 */
  readonly now: () => number;
}

const AT = '/advisor/people';

/** The one that was asked for last, as their record shows it; none where it was taken back. */
function erasureView(found: Erasure | undefined, reader: string): RightsView['erasure'] {
  if (found === undefined || found.state === 'takenBack') return null;
  const { id, state, askedByName, askedBy } = found;
  return { id, state, askedBy: askedByName, isYours: askedBy === reader };
}

export function personPages({ people, erasures, corrections, now }: PersonPagesDeps) {
  /** What was looked for stands in the box again, and in no address. */
  const page = (csrf: string, given: string, found: Found | null) =>
    ({
      kind: 'page',
      title: searchWords.title,
      at: AT,
      width: 'wide',
      body: searchBody({ csrf, given, found }),
    }) as const;

  /** Whether their needs were heard right, as the form asks it; null where they did not agree to be kept. */
  async function correctionOf(person: string, { csrf, form }: Asking, isLead: boolean, wrong: Wrong | null) {
    const said = await corrections.needs(person);
    if (said === null) return null;
    const named = (need: Need) => ({ need, name: sayNeed(need) });
    const known = new Set([...said.heard.map(({ need }) => need), ...said.missed]);
    return {
      ...{ person, csrf, wrong, given: form, isLead },
      heard: said.heard.map(({ need, verdict }) => ({ ...named(need), verdict })),
      missed: said.missed.map(named),
      others: allNeeds.filter((need) => !known.has(need)).map((need) => ({ value: need, label: sayNeed(need) })),
    };
  }

  const record = (wrong: Wrong | null) =>
    signedIn(async (asking) => {
      const { seen, params, csrf } = asking;
      const { account } = seen;
      const found = await people.read(account, params['id'] ?? '');
      if (found === null) return { kind: 'missing' };
      const isLead = account.roles.includes('safeguarding');
      return {
        kind: 'page',
        status: wrong === null ? 200 : 422,
        title: found.name === '' ? personWords.noName : found.name,
        at: AT,
        width: 'wide',
        body: personBody(
          personView(found, account, now()),
          {
            person: found.id,
            csrf,
            looksAfter: account.roles.some((role) => role === 'safeguarding' || role === 'manager'),
            erasure: erasureView((await erasures.ofPerson(found.id))[0], account.id),
          },
          await correctionOf(found.id, asking, isLead, wrong),
        ),
      };
    });

  const search = signedIn(async ({ seen, csrf, form }) => {
    const given = (form.get('who') ?? '').trim();
    if (given === '') return page(csrf, '', null);
    const { by, people: all, more } = await people.search(seen.account, given);
    const rows = all.map(({ id, name, at }) => ({
      id,
      name: name === '' ? personWords.noName : name,
      at: at === null ? null : said(at, now()),
    }));
    return page(csrf, given, { by, rows, more });
  });

  return {
    [`GET ${AT}`]: signedIn(async ({ csrf }) => page(csrf, '', null)),
    [`POST ${AT}`]: search,
    [`GET ${AT}/:id`]: record(null),
    ...needCorrections({ corrections }, record),
  } as const satisfies Readonly<Record<string, Handler>>;
}
