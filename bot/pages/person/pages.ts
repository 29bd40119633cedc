/** `/advisor/people/:id`: the record of one person, which wrote itself. */
import { personWords } from '../../../dialogs/content/staff/person';
import type { People } from '../../../services/people/people';
import { personBody } from '../../../web/server/staff/personView';
import { type Handler, signedIn } from '../staff/door';
import { personView } from './views';

export interface PersonPagesDeps {
  readonly people: Pick<People, 'read'>;
  /** ms since 1970 */
  readonly now: () => number;
}

export function personPages({ people, now }: PersonPagesDeps) {
  const record = signedIn(async ({ seen, params }) => {
    const { account } = seen;
    const found = await people.read(account, params['id'] ?? '');
    if (found === null) return { kind: 'missing' };
    const name = found.brief?.name ?? '';
    return {
      kind: 'page',
      title: name === '' ? personWords.noName : name,
      at: '/advisor/people',
      width: 'wide',
      body: personBody(personView(found, account, now())),
    };
  });
  return { 'GET /advisor/people/:id': record } as const satisfies Readonly<Record<string, Handler>>;
}
