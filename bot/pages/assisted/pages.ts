/** `/advisor/assisted`: the questions filled in with somebody on the phone or in the room. */
import { randomUUID } from 'node:crypto';
import { assistedWords as words } from '../../../dialogs/content/staff/assisted';
import { type Assisted, WAYS } from '../../../services/assisted/assisted';
import { assistedBody } from '../../../web/server/staff/assistedView';
import { type Answer, type Asking, type Handler, signedIn } from '../staff/door';

export interface AssistedPagesDeps {
  readonly assisted: Assisted;
}

const AT = '/advisor/assisted';
/** Lines shown: what was said before stands in their record. */
const shown = 8;

export function assistedPages({ assisted }: AssistedPagesDeps) {
  const begin = signedIn(async ({ seen, form }): Promise<Answer> => {
    const way = WAYS.find((one) => one === form.get('way'));
    if (way === undefined) return { kind: 'go', to: '/advisor/people', note: 'noWay' };
    const id = await assisted.begin(seen.account, way);
    return id === null ? { kind: 'go', to: '/advisor/people', note: 'notKept' } : { kind: 'go', to: `${AT}/${id}` };
  });

  const idIn = ({ params }: Asking): string => params['id'] ?? '';
  const page = (fault: string | null) =>
    signedIn(async (asking): Promise<Answer> => {
      const found = await assisted.look(asking.seen.account, idIn(asking));
      if (found === null) return { kind: 'missing' };
      return {
        kind: 'page',
        status: fault === null ? 200 : 422,
        title: words.title,
        at: '/advisor/people',
        body: assistedBody({
          id: idIn(asking),
          csrf: asking.csrf,
          person: found.person,
          nonce: randomUUID(),
          lines: found.items.slice(-shown).map(({ from, text }) => ({ theirs: from === 'person', text })),
          choices: found.choices,
          many: found.many,
          fault,
        }),
      };
    });

  const put = signedIn(async (asking): Promise<Answer> => {
    const { form, seen } = asking;
    const [choice, own, some] = [form.get('choice') ?? '', (form.get('words') ?? '').trim(), form.getAll('some')];
    const given = choice === '' ? { words: own === '' ? some.join(', ') : own } : { choice };
    if ('words' in given && given.words === '') return page(words.nothing)(asking);
    const done = await assisted.put(seen.account, idIn(asking), form.get('nonce') ?? '', given);
    const to = `${AT}/${encodeURIComponent(idIn(asking))}`;
    // what is asked now is at the end of the page
    return done ? { kind: 'go', to: `${to}#now` } : { kind: 'go', to, note: 'notKept' };
  });

  return {
    [`POST ${AT}`]: begin,
    [`GET ${AT}/:id`]: page(null),
    [`POST ${AT}/:id`]: put,
  } as const satisfies Readonly<Record<string, Handler>>;
}
