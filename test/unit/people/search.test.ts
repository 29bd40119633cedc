/** People are found by a name or a number in any shape people type, through keyed hashes; and nobody else is. */
import { keysOf, nameWords } from '../../../services/people/keys';
import { createSearch } from '../../../services/people/search';
import { people } from '../../../services/store/collections/people';
import { createMemoryRecords } from '../../../services/store/memory/records';
import { aPhoneService, hash, MAYA } from '../inbox/aPhoneService';

const ailsa = { id: 'ailsa', name: 'Ailsa', roles: ['advisor'] as const };

/** Somebody on a phone, and on the web somebody who gave a number and a name. */
async function aTown() {
  const phone = aPhoneService({});
  const audited: string[] = [];
  const search = createSearch({
    people: phone.kept.people,
    lines: phone.kept.lines,
    referrals: phone.kept.referrals,
    store: phone.store,
    hash,
    audit: async ({ actor, action, detail }) => void audited.push(`${actor} ${action} ${JSON.stringify(detail)}`),
  });
  const finds = async (text: string) => (await search.search(ailsa, text)).people.map(({ name }) => name);
  return { phone, search, finds, audited };
}

async function isCalled(name: string, numbers: readonly string[] = []) {
  const town = await aTown();
  const keys = [...keysOf(hash, { name, numbers })];
  await town.phone.kept.people.add({
    ...{ id: 'c_one:life', rev: 1, name, keys, conversationIds: ['c_one'] },
    ...{ createdAt: 1, updatedAt: 1, expiresAt: 10 ** 15 },
  });
  return town;
}

test.each(['07700900123', '07700 900 123', '+44 7700 900123', '0044 7700 900123', '(07700) 900-123', '447700900123'])(
  'a number typed as %s finds who gave it and who writes from it',
  async (typed) => {
    const { finds } = await isCalled('Maya', ['+447700900123']);
    expect(await finds(typed)).toEqual(['Maya']);
    const { phone, search } = await aTown();
    await phone.says('hi');
    const found = await search.search(ailsa, typed);
    expect(found.by).toBe('number');
    expect(found.people.map(({ id }) => id)).toEqual([expect.stringMatching(/^c_/)]);
  },
);

test.each(['maya', 'MAYA', 'Maya Smith', 'smith', 'smith maya', 'Smith, Maya', ' maya  '])(
  'Maya Smith is found by "%s"',
  async (typed) => {
    expect(await (await isCalled('Maya Smith')).finds(typed)).toEqual(['Maya Smith']);
  },
);

test.each(['may', 'Maya Jones', 'Smithson', '', '   ', '07700 900124', 'WIN-3333A', '12'])(
  'Maya Smith is not found by "%s"',
  async (typed) => {
    expect(await (await isCalled('Maya Smith', [MAYA])).finds(typed)).toEqual([]);
  },
);

test('accents and marks are as people type them, with and without', async () => {
  expect(nameWords("Siobhán O'Neill")).toEqual(['siobhan', 'oneill']);
  const { finds } = await isCalled("Siobhán O'Neill");
  for (const typed of ['siobhan', 'Siobhán', "o'neill", 'oneill siobhan'])
    expect(await finds(typed)).toEqual(["Siobhán O'Neill"]);
});

test('that somebody looked is in the audit, and what they looked for is not', async () => {
  const { finds, audited } = await isCalled('Maya');
  await finds('Maya');
  expect(audited).toEqual(['ailsa peopleSearched {}']);
});

test('who says what to call them is found by it, and by what they are called now', async () => {
  const { phone, finds } = await aTown();
  for (const said of ['hi', 'yes', 'yes', 'yes', 'my name is Maya and i need a hand with my rent'])
    await phone.says(said);
  expect(await finds('maya')).toEqual(['Maya']);
  expect(await finds('07700 900 123')).toEqual(['Maya']);
  await phone.says('my name is Morag');
  const [kept] = await phone.kept.people.find({}, 10);
  const state = await phone.stateOf();
  expect(kept?.name).toBe(state.secrets['said/name']?.split('\n')[0]);
});

test('a name is not in the record in any shape that can be read', () => {
  const keys = keysOf(hash, { name: 'Maya Smith', numbers: [MAYA] });
  expect(keys).toHaveLength(4);
  expect(keys.join(' ')).not.toMatch(/maya|smith|7700/i);
  expect(people.sealed).toContain('name');
  expect(() => createMemoryRecords(people)).not.toThrow();
});
