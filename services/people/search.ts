/** Finds people by a name, a number in any shape, or the number of an introduction. What was looked for is never written down. */
import { numberKey } from '../../dialogs/contactWays';
import { refIn } from '../../dialogs/reference';
import type { Done } from '../audit/audit';
import { lineIdOf } from '../contact/lines';
import type { Staff } from '../handoffMachine/reasons';
import type { Referral } from '../referrals/referral';
import type { CarrierName } from '../store/collections/carriers';
import type { Person } from '../store/collections/people';
import type { Line } from '../store/collections/phone';
import { type Hash, turnIn } from '../store/identity';
import { personIdOf } from '../store/personId';
import type { ConversationStore, Records } from '../store/ports';
import { keyForName, nameWords, phoneKey } from './keys';

export interface SearchDeps {
  readonly people: Pick<Records<Person>, 'find' | 'get'>;
  readonly lines: Pick<Records<Line>, 'get'>;
  readonly referrals: Pick<Records<Referral>, 'find'>;
  readonly store: Pick<ConversationStore, 'load'>;
  readonly hash: Hash;
  /** throws StoreDown, and then nothing is looked for */
  readonly audit: (done: Done) => Promise<void>;
}

export interface PersonFound {
  readonly id: string;
  /** '' where none was given */
  readonly name: string;
  /** when something of it last changed, ms; null where only the talk is known */
  readonly at: number | null;
}
export interface Found {
  readonly by: 'name' | 'number' | 'introduction' | 'nothing';
  readonly people: readonly PersonFound[];
  /** there are more than are shown */
  readonly more: boolean;
}

const carriers: readonly CarrierName[] = ['twilio', 'meta', 'azure'];
/** As many as anybody reads through. */
const shown = 50;
/** Read of those with one name; who has it with thousands of others is found by a second one. */
const looked = 200;

export function createSearch(deps: SearchDeps) {
  const { hash } = deps;
  const view = ({ id, name, updatedAt }: Person): PersonFound => ({ id, name: name ?? '', at: updatedAt });

  async function byConversation(conversationId: string): Promise<readonly PersonFound[]> {
    const life = (await deps.store.load(conversationId))?.life;
    if (life === undefined) return [];
    const id = personIdOf({ conversationId, life });
    const known = await deps.people.get(id);
    return [known === null ? { id, name: '', at: null } : view(known)];
  }

  /** Who gave this number, and who writes from it. */
  async function byNumber(number: string): Promise<readonly PersonFound[]> {
    const gave = (await deps.people.find({ keys: phoneKey(hash, number) }, shown)).map(view);
    // Meta gives a number without its plus
    const shapes = [number, number.slice(1)];
    const ids = carriers.flatMap((carrier) => shapes.map((shape) => lineIdOf(hash, carrier, shape)));
    const lines = await Promise.all(ids.map((id) => deps.lines.get(id)));
    const talks = lines.flatMap((line) => [line?.sms?.conversationId, line?.whatsapp?.conversationId]);
    const written = await Promise.all(
      [...new Set(talks)].flatMap((id) => (id === undefined ? [] : [byConversation(id)])),
    );
    return [...gave, ...written.flat()];
  }

  async function byName(name: string): Promise<readonly PersonFound[]> {
    const key = keyForName(hash, name);
    if (key === null) return [];
    const words = nameWords(name);
    const found = await deps.people.find({ keys: key }, looked);
    return found
      .filter((one) => words.every((word) => nameWords(one.name ?? '').includes(word)))
      .toSorted((a, b) => b.updatedAt - a.updatedAt)
      .map(view);
  }

  async function byReference(ref: string): Promise<readonly PersonFound[]> {
    const found = await deps.referrals.find({ ref }, shown);
    const ids = found.flatMap(({ id, conversationId }) => {
      const life = turnIn(id, conversationId)?.life;
      return life === undefined ? [] : [personIdOf({ conversationId, life })];
    });
    return Promise.all(
      [...new Set(ids)].map(async (id) => {
        const known = await deps.people.get(id);
        return known === null ? { id, name: '', at: null } : view(known);
      }),
    );
  }

  async function look(text: string): Promise<readonly [Found['by'], readonly PersonFound[]]> {
    const [ref, number] = [refIn(text), numberKey(text)];
    if (ref !== null) return ['introduction', await byReference(ref)];
    if (number !== '') return ['number', await byNumber(number)];
    return nameWords(text).length === 0 ? ['nothing', []] : ['name', await byName(text)];
  }

  return {
    /** By what was written; that somebody looked, and by what kind of thing, is in the audit first. */
    async search(staff: Staff, text: string): Promise<Found> {
      await deps.audit({ actor: staff.id, action: 'peopleSearched', subject: 'people', detail: {} });
      const [by, all] = await look(text.slice(0, 200));
      const people = [...new Map(all.map((one) => [one.id, one])).values()];
      return { by, people: people.slice(0, shown), more: people.length > shown };
    },
  };
}

export type Search = ReturnType<typeof createSearch>;
