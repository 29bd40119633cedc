/** Learning from use over HTTP: who may say what, only where the person agreed, counted without them; and a reviewer's own line. */
import type { Role } from '../../../services/store/collections/roles';
import { aPersonsRecord } from './aPersonsRecord';

const stops: (() => Promise<void>)[] = [];
afterEach(async () => {
  await Promise.all(stops.splice(0).map((stop) => stop()));
});

const DANGER = 'i want to end my life tonight';
async function aTalk(...words: readonly string[]) {
  const made = await aPersonsRecord(...words);
  stops.push(made.stop);
  const [risk] = await made.phone.kept.risks.find({}, 10);
  const danger = `${made.at}/risks/${risk?.eventId}`;
  const counts = async () =>
    (await made.corrections.counts('all')).map(({ kind, rule, label, counts: all }) => ({ kind, rule, label, ...all }));
  const lead = () => made.as('Jean', 'safeguarding');
  const disagrees = () =>
    made.phone.remembers(({ answers }) => {
      const { consent: _one, consentMore: _other, ...rest } = answers;
      return { answers: rest };
    });
  return { ...made, risk, danger, counts, lead, disagrees };
}

test('the lead says whether a flag was right; the same said twice is counted once, and something else moves the count', async () => {
  const { danger, risk, counts, lead, audited } = await aTalk(DANGER);
  const jean = await lead();
  expect((await jean.look(danger)).text).toContain('Was this right?');
  const sent = await jean.send(`${danger}/right`, { verdict: 'right' }, danger);
  expect(sent.to).toContain('note=corrected');
  await jean.send(`${danger}/right`, { verdict: 'right' }, danger);
  const of = { kind: 'flag', rule: risk?.detector, label: risk?.category };
  expect(await counts()).toEqual([{ ...of, right: 1 }]);
  await jean.send(`${danger}/right`, { verdict: 'another', another: 'domestic_abuse' }, danger);
  expect(await counts()).toEqual([{ ...of, 'another:domestic_abuse': 1 }]);
  const { text } = await jean.look(danger);
  expect(text).toMatch(/value="another" checked/);
  expect(text).toMatch(/value="domestic_abuse" selected/);
  expect(audited.filter((one) => one.includes('flagCorrected'))).toHaveLength(3);
});

test('whoever has the talk may say it too, and nobody else', async () => {
  const { phone, danger, counts, as } = await aTalk(DANGER);
  const ailsa = await as('Ailsa', 'advisor');
  const refused = await ailsa.send(`${danger}/right`, { verdict: 'noDanger' }, '/advisor');
  expect(refused.to).toContain('note=notForYou');
  expect(await counts()).toEqual([]);
  const staff = { id: ailsa.account.id, name: 'Ailsa', roles: ['advisor'] as const };
  const [row] = await phone.team.list(staff);
  await phone.team.claim(staff, row?.id ?? '');
  const { text } = await ailsa.look(danger);
  expect(text).toContain('Was this right?');
  // a line for the corpus is the lead's to write
  expect(text).not.toContain('Write a line to learn from');
  await ailsa.send(`${danger}/right`, { verdict: 'noDanger' }, danger);
  expect(await counts()).toEqual([expect.objectContaining({ noDanger: 1 })]);
});

test('where they did not agree to be kept it is not asked, and nothing that is sent is counted', async () => {
  const { danger, at, counts, lead, learned, disagrees } = await aTalk(DANGER);
  await disagrees();
  const jean = await lead();
  expect((await jean.look(danger)).text).not.toContain('Was this right?');
  expect((await jean.look(at)).text).not.toContain('Did we hear their needs right?');
  const line = {
    line: 'I have had enough of all of it',
    lineRisk: 'suicide_self_harm',
    lineLevel: 'urgent',
    lineWho: 'self',
    lineWhen: 'now',
  };
  for (const [path, fields] of [
    [`${danger}/right`, { verdict: 'right' }],
    [`${danger}/line`, line],
    [`${at}/right`, { missed: 'money' }],
    [`${at}/line`, { line: line.line, lineNeeds: 'money' }],
  ] as const)
    expect((await jean.send(path, fields, danger)).to).toContain('note=notAgreed');
  expect(await counts()).toEqual([]);
  expect(await learned.corrections.find({}, 5)).toEqual([]);
  expect(await learned.rewrites.find({}, 5)).toEqual([]);
});

test.each([
  [{}, 'Please say if it was right.'],
  [{ verdict: 'whatever' }, 'Please say if it was right.'],
  [{ verdict: 'another' }, 'Please say which other kind'],
  [{ verdict: 'another', another: 'gold' }, 'Please say which other kind'],
])('%j is shown again with what is wrong', async (fields, why) => {
  const { danger, counts, lead } = await aTalk(DANGER);
  const { status, text } = await (await lead()).send(`${danger}/right`, fields, danger);
  expect(status).toBe(422);
  expect(text).toContain(why);
  expect(await counts()).toEqual([]);
});

test('the kind that was heard is not another kind', async () => {
  const { danger, risk, lead } = await aTalk(DANGER);
  const fields = { verdict: 'another', another: risk?.category ?? '' };
  expect((await (await lead()).send(`${danger}/right`, fields, danger)).status).toBe(422);
});

test('needs: heard and not meant, meant and not heard, and taken back', async () => {
  const { phone, at, counts, as, audited } = await aTalk('i have nobody to talk to and i am so lonely');
  await phone.remembers(() => ({ needs: ['loneliness', 'work'] }));
  const ailsa = await as('Ailsa', 'advisor');
  expect((await ailsa.look(at)).text).toContain('Did we hear their needs right?');
  const fields = { 'need-loneliness': 'right', 'need-work': 'notMeant', missed: 'money' };
  expect((await ailsa.send(`${at}/right`, fields, at)).to).toContain('note=corrected');
  await ailsa.send(`${at}/right`, fields, at);
  const of = (label: string) => ({ kind: 'need', rule: 'needs', label });
  expect(await counts()).toEqual([
    { ...of('loneliness'), right: 1 },
    { ...of('money'), notHeard: 1 },
    { ...of('work'), notMeant: 1 },
  ]);
  const { text } = await ailsa.look(at);
  expect(text).toContain('name="need-money"');
  await ailsa.send(`${at}/right`, { 'need-work': 'right', 'need-money': 'none' }, at);
  expect(await counts()).toEqual([
    { ...of('loneliness'), right: 1 },
    { ...of('work'), right: 1 },
  ]);
  // each thing said is in the audit once, and what changes nothing is not said again
  expect(audited.filter((one) => one.includes('needCorrected'))).toHaveLength(5);
});

test('a need we did not hear cannot have been right, and one we heard cannot have been missed', async () => {
  const { phone, at, counts, as } = await aTalk('i am so lonely');
  await phone.remembers(() => ({ needs: ['loneliness'] }));
  const fields = { 'need-money': 'right', 'need-loneliness': 'notHeard', 'need-gold': 'right', missed: 'loneliness' };
  await (await as('Ailsa', 'advisor')).send(`${at}/right`, fields, at);
  expect(await counts()).toEqual([]);
});

const LINE = { lineRisk: 'suicide_self_harm', lineLevel: 'urgent', lineWho: 'self', lineWhen: 'now' };

test('the lead writes a line of their own, which is kept apart from the person', async () => {
  const { danger, lead, learned, audited, conversationId, life, risk } = await aTalk(DANGER);
  const jean = await lead();
  const { text } = await jean.look(danger);
  expect(text).toContain('no words of theirs, no names and no places');
  const sent = await jean.send(`${danger}/line`, { ...LINE, line: 'I will not be here by Friday' }, danger);
  expect(sent.to).toContain('note=lineKept');
  const [kept, ...others] = await learned.rewrites.find({}, 5);
  expect(others).toEqual([]);
  expect(kept).toMatchObject({ reviewer: jean.account.id, reviewerName: 'Jean', text: 'I will not be here by Friday' });
  expect(kept?.risk).toEqual({ risk: 'suicide_self_harm', level: 'urgent', who: 'self', when: 'now' });
  const written = JSON.stringify(kept) + audited.filter((one) => one.includes('lineWritten')).join();
  for (const whose of [conversationId, life, risk?.eventId ?? '', 'end my life']) expect(written).not.toContain(whose);
  expect(written).toContain('lineWritten');
});

test.each([
  ['so, I WANT to end my life, pal', 'Five words in a row are their own'],
  ['ring me on 07700 900123', 'A long number is in it'],
  ['write to deek@mail.example', 'An e-mail address is in it'],
  ['I am at G72 0AA', 'A postcode is in it'],
  ['see www.example.org', 'A link is in it'],
  [' ', 'Please write a line'],
])('%s is not kept, and is shown again', async (line, why) => {
  const { danger, lead, learned } = await aTalk(DANGER);
  const { status, text } = await (await lead()).send(`${danger}/line`, { ...LINE, line }, danger);
  expect(status).toBe(422);
  expect(text).toContain(why);
  expect(text).toContain('<details open>');
  expect(await learned.rewrites.find({}, 5)).toEqual([]);
});

test.each([{ ...LINE, lineRisk: 'none' }, { ...LINE, lineLevel: 'none' }, { ...LINE, lineRisk: 'gold' }, {}])(
  'a line that means %j is not kept',
  async (meaning) => {
    const { danger, lead, learned } = await aTalk(DANGER);
    const { status } = await (await lead()).send(`${danger}/line`, { ...meaning, line: 'I had enough' }, danger);
    expect(status).toBe(422);
    expect(await learned.rewrites.find({}, 5)).toEqual([]);
  },
);

test('a line of needs, from the record of a person', async () => {
  const { at, lead, learned } = await aTalk('i have nobody to talk to and i am so lonely');
  const jean = await lead();
  const own = await jean.send(`${at}/line`, { line: 'well i have nobody to talk to', lineNeeds: 'loneliness' }, at);
  expect(own.status).toBe(422);
  expect(own.text).toContain('Five words in a row');
  expect((await jean.send(`${at}/line`, { line: 'The phone never goes' }, at)).text).toContain('tick the needs');
  const sent = await jean.send(`${at}/line`, { line: 'The phone never goes', lineNeeds: 'loneliness' }, at);
  expect(sent.to).toContain('note=lineKept');
  expect(await learned.rewrites.find({}, 5)).toEqual([
    expect.objectContaining({ text: 'The phone never goes', needs: ['loneliness'], risk: null }),
  ]);
});

test('the overview adds up what was said, a worry about one of us for the lead alone', async () => {
  const { danger, lead, as } = await aTalk('one of your workers shouted at me and touched me');
  const jean = await lead();
  await jean.send(`${danger}/right`, { verdict: 'noDanger' }, danger);
  const rows = async (name: string, role: Role) => {
    const { text } = await (await as(name, role)).look('/advisor/overview');
    return text.slice(text.indexOf('Was it right, in the last three months'));
  };
  expect(await rows('Jean', 'safeguarding')).toContain('A worry about one of us');
  expect(await rows('Duncan', 'manager')).toContain('Nobody has said yet.');
});

test('a copy of what is held has it too, danger only from who may read that', async () => {
  const { phone, danger, at, lead, as } = await aTalk(DANGER);
  await phone.remembers(() => ({ needs: ['loneliness'] }));
  const jean = await lead();
  await jean.send(`${danger}/right`, { verdict: 'noDanger' }, danger);
  await jean.send(`${at}/right`, { 'need-loneliness': 'notMeant' }, at);
  const copy = async (who: typeof jean) =>
    (await who.send(`${at}/export`, { checked: 'inPerson', as: 'text' }, at)).text;
  expect(await copy(jean)).toMatch(/2026-11 \| That [\w ]+ \| There was no danger/);
  const duncan = await copy(await as('Duncan', 'manager'));
  expect(duncan).toContain('2026-11 | company | You did not mean it');
  expect(duncan).not.toContain('There was no danger');
});

test('once the talk is forgotten nothing more is asked, and the count stays', async () => {
  const { phone, danger, conversationId, counts, lead } = await aTalk(DANGER);
  const jean = await lead();
  await jean.send(`${danger}/right`, { verdict: 'right' }, danger);
  await phone.store.forget(conversationId);
  expect((await jean.look(danger)).text).not.toContain('Was this right?');
  expect((await jean.send(`${danger}/right`, { verdict: 'noDanger' }, '/advisor')).to).toContain('note=notAgreed');
  expect(await counts()).toEqual([expect.objectContaining({ right: 1 })]);
});
