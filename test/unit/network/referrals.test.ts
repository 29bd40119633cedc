/** An introduction from yes to answer: what the partner gets, what the person hears, and what silence brings. */
import { fingerprint, LINK_LIFE } from '../../../services/referrals/link';
import { aNetwork, DAY, HOUR, MAYA, memoryStores } from './aNetwork';

const NO = { say: 'no', words: '' } as const;

describe('making an introduction', () => {
  it('keeps what was agreed, writes to the partner, and puts a reminder on the clock', async () => {
    const { referrals, letters, now } = await aNetwork();
    const made = await referrals.create(MAYA);
    expect(made).toMatchObject({
      state: 'requested',
      owner: 'partner',
      partner: 'Otter Steps',
      nextAction: 'chase',
      shared: MAYA.shared,
      shownText: MAYA.shownText,
      consent: { version: 'SHARE-1.0', withdrawnAt: null },
      letterAt: now(),
    });
    expect(made.expiresAt).toBe(now() + 365 * DAY);
    // the end of the next working day
    expect(made.nextActionAt).toBe(Date.UTC(2026, 10, 24, 17));
    expect(letters).toHaveLength(1);
    expect(letters[0]).toMatchObject({ to: 'otter-steps@example.org', ref: 'WIN-7F3K4', by: '5pm on Tue 24 Nov' });
  });

  it('puts nothing about the person in the letter', async () => {
    const { referrals, letters } = await aNetwork();
    await referrals.create(MAYA);
    const written = JSON.stringify(letters);
    for (const secret of ['Maya', '07700', 'feels', 'Mornings', 'conversation-1:', 'mental']) {
      expect(written.replace(letters[0]?.id ?? '', '')).not.toContain(secret);
    }
  });

  it('stores no link, only its fingerprint', async () => {
    const { referrals, stores, token } = await aNetwork();
    await referrals.create(MAYA);
    expect(token()).toMatch(/^[A-Za-z0-9_-]{43}$/);
    const kept = JSON.stringify([await stores.links.find({}, 9), await stores.referrals.find({}, 9)]);
    expect(kept).toContain(fingerprint(token()));
    expect(kept).not.toContain(token());
  });

  it('made again changes nothing and writes no second letter', async () => {
    const { referrals, letters } = await aNetwork();
    const first = await referrals.create(MAYA);
    const again = await referrals.create({ ...MAYA, shared: [] });
    expect(again).toEqual(first);
    expect(letters).toHaveLength(1);
  });

  it('after a crash before the letter, made again writes it', async () => {
    const stores = memoryStores();
    const broken = await aNetwork(stores, () => {
      throw new Error('killed');
    });
    await expect(broken.referrals.create(MAYA)).rejects.toThrow('killed');
    const { referrals, letters } = await aNetwork(stores);
    expect(await referrals.create(MAYA)).toMatchObject({ owner: 'partner', nextAction: 'chase' });
    expect(letters).toHaveLength(1);
  });

  it('tries a letter that would not leave again, then hands it to the team after a working day', async () => {
    let up = false;
    const stores = memoryStores();
    const { referrals, letters, wait } = await aNetwork(stores, () =>
      up ? { kind: 'delivered' } : { kind: 'tryAgain', why: 'ETIMEDOUT' },
    );
    expect(await referrals.create(MAYA)).toMatchObject({ owner: 'team', nextAction: 'send', letterAt: null });
    wait(20 * 60_000);
    await referrals.chase(9);
    expect(letters).toHaveLength(2);
    wait(DAY + 8 * HOUR);
    await referrals.chase(9);
    expect(await referrals.get(MAYA.id)).toMatchObject({ owner: 'team', nextAction: 'team' });
    up = true;
  });

  it('gives a refused letter, or a partner who left, to the team at once', async () => {
    const refused = await aNetwork(memoryStores(), () => ({ kind: 'refused', why: 'EENVELOPE 550' }));
    const made = await refused.referrals.create(MAYA);
    expect(made).toMatchObject({ state: 'requested', owner: 'team', nextAction: 'team', nextActionAt: refused.now() });

    const gone = await aNetwork();
    const lost = await gone.referrals.create({ ...MAYA, serviceId: 'no-such-service' });
    expect(lost).toMatchObject({ state: 'requested', owner: 'team', nextAction: 'team' });
    expect(gone.letters).toHaveLength(0);
  });
});

describe('the answer', () => {
  it('yes: the person hears by when, and the promise is on the clock', async () => {
    const { referrals, token } = await aNetwork();
    await referrals.create(MAYA);
    const answered = await referrals.answer(token(), { say: 'yes', within: '1' });
    expect(answered).toMatchObject({
      kind: 'moved',
      conversationId: 'conversation-1',
      happening: {
        name: 'referralMoved',
        ref: 'WIN-7F3K4',
        state: 'accepted',
        reason: '',
        dueAt: Date.UTC(2026, 10, 24, 17),
        contact: '',
      },
    });
    expect(await referrals.get(MAYA.id)).toMatchObject({
      state: 'accepted',
      owner: 'partner',
      nextAction: 'keepInTouch',
      nextActionAt: Date.UTC(2026, 10, 24, 17),
      told: false,
    });
  });

  it('yes with no way back shared: the person hears how to reach them', async () => {
    const { referrals, token } = await aNetwork();
    await referrals.create({ ...MAYA, shared: MAYA.shared.filter((line) => line.field !== 'contact') });
    const answered = await referrals.answer(token(), { say: 'yes', within: '2' });
    expect(answered).toMatchObject({ happening: { contact: '01632 960103', dueAt: 0 } });
  });

  it.each([
    ['full', 'they have no places left'],
    ['notEligible', 'what they do is set up for something a bit different'],
    ['wrongArea', "they don't work in your area"],
    ['couldNotReach', "they tried and couldn't get through"],
    ['other', "it isn't something they can do at the moment"],
  ] as const)('no, because %s: "%s"', async (reason, said) => {
    const { referrals, token } = await aNetwork();
    await referrals.create(MAYA);
    const answered = await referrals.answer(token(), { ...NO, reason, words: 'too much for us, she swears' });
    expect(answered).toMatchObject({
      kind: 'moved',
      happening: { state: 'rejected', reason: said, dueAt: 0 },
    });
    // the partner's own words are for the team, never for the person
    if (answered.kind === 'moved') expect(JSON.stringify(answered.happening)).not.toContain('swears');
    expect(await referrals.get(MAYA.id)).toMatchObject({ state: 'rejected', nextActionAt: null });
  });

  it('counts once: a no after a yes changes nothing, and the details stay open to them', async () => {
    const { referrals, token } = await aNetwork();
    await referrals.create(MAYA);
    await referrals.answer(token(), { say: 'yes', within: '2' });
    const second = await referrals.answer(token(), { ...NO, reason: 'full' });
    expect(second).toMatchObject({ kind: 'agreed', referral: { state: 'accepted', shared: MAYA.shared } });
    expect(await referrals.lookAt(token())).toMatchObject({ kind: 'agreed' });
    expect((await referrals.get(MAYA.id))?.state).toBe('accepted');
  });

  it('five answers at once: one counts', async () => {
    const { referrals, token } = await aNetwork();
    await referrals.create(MAYA);
    const answers = await Promise.all(
      [1, 2, 3, 4, 5].map((n) =>
        referrals.answer(token(), n % 2 === 0 ? { say: 'yes', within: '2' } : { ...NO, reason: 'full' }),
      ),
    );
    expect(answers.filter((it) => it.kind === 'moved')).toHaveLength(1);
    expect((await referrals.get(MAYA.id))?.history).toHaveLength(2);
  });

  it('looking changes nothing, however often', async () => {
    const { referrals, token } = await aNetwork();
    const made = await referrals.create(MAYA);
    for (let go = 0; go < 5; go += 1) expect((await referrals.lookAt(token())).kind).toBe('open');
    expect(await referrals.get(MAYA.id)).toEqual(made);
  });

  it('runs out after 14 days, and an unknown or mangled link opens nothing', async () => {
    const { referrals, token, wait } = await aNetwork();
    await referrals.create(MAYA);
    wait(LINK_LIFE - 1);
    expect((await referrals.lookAt(token())).kind).toBe('open');
    wait(1);
    expect(await referrals.lookAt(token())).toEqual({ kind: 'expired' });
    expect(await referrals.answer(token(), { say: 'yes', within: '2' })).toEqual({ kind: 'expired' });
    for (const other of ['', 'x', token().slice(1), `${token()}A`, 'A'.repeat(43), '../../etc/passwd', '\u0000']) {
      expect(await referrals.lookAt(other)).toEqual({ kind: 'unknown' });
    }
  });

  it('is news until it was told', async () => {
    const { referrals, token } = await aNetwork();
    await referrals.create(MAYA);
    expect(await referrals.untold(9)).toEqual([]);
    await referrals.answer(token(), { ...NO, reason: 'full' });
    expect(await referrals.untold(9)).toMatchObject([{ referralId: MAYA.id, happening: { state: 'rejected' } }]);
    await referrals.markTold(MAYA.id);
    expect(await referrals.untold(9)).toEqual([]);
  });
});

describe('changing your mind', () => {
  it('kills the link and asks the partner to stop, without saying who', async () => {
    const { referrals, token, letters } = await aNetwork();
    await referrals.create(MAYA);
    const link = token();
    expect(await referrals.withdraw('conversation-1', 'WIN-7F3K4')).toMatchObject({ kind: 'withdrawn' });
    expect(await referrals.lookAt(link)).toEqual({ kind: 'withdrawn', ref: 'WIN-7F3K4' });
    expect(await referrals.answer(link, { say: 'yes', within: '2' })).toMatchObject({ kind: 'withdrawn' });
    expect(letters.at(-1)).toMatchObject({ kind: 'withdrawn', link: null, ref: 'WIN-7F3K4' });
    expect(await referrals.get(MAYA.id)).toMatchObject({ state: 'cancelled', nextActionAt: null, told: true });
  });

  it('works after a yes too, and twice is as good as once', async () => {
    const { referrals, token, letters } = await aNetwork();
    await referrals.create(MAYA);
    await referrals.answer(token(), { say: 'yes', within: '2' });
    await referrals.withdraw('conversation-1', 'WIN-7F3K4');
    await referrals.withdraw('conversation-1', 'WIN-7F3K4');
    expect(letters.filter((letter) => letter.kind === 'withdrawn')).toHaveLength(1);
    expect((await referrals.lookAt(token())).kind).toBe('withdrawn');
  });

  it('keeps asking the partner to stop until the letter has left', async () => {
    let up = true;
    const { referrals, letters, wait } = await aNetwork(memoryStores(), () =>
      up ? { kind: 'delivered' } : { kind: 'tryAgain', why: 'ECONNECTION' },
    );
    await referrals.create(MAYA);
    up = false;
    await referrals.withdraw('conversation-1', 'WIN-7F3K4');
    expect(await referrals.get(MAYA.id)).toMatchObject({ state: 'cancelled', nextAction: 'stop', owner: 'team' });
    up = true;
    wait(HOUR);
    await referrals.chase(9);
    expect(letters.filter((letter) => letter.kind === 'withdrawn')).toHaveLength(2);
    expect(await referrals.get(MAYA.id)).toMatchObject({ nextAction: null, nextActionAt: null });
  });

  it("nobody can take back another person's", async () => {
    const { referrals } = await aNetwork();
    await referrals.create(MAYA);
    expect(await referrals.withdraw('conversation-2', 'WIN-7F3K4')).toEqual({ kind: 'unknown' });
    expect((await referrals.get(MAYA.id))?.state).toBe('requested');
  });
});

describe('silence', () => {
  it('brings a reminder, then our team, then another idea for the person', async () => {
    const { referrals, letters, wait, token } = await aNetwork();
    await referrals.create(MAYA);
    const first = token();
    expect(await referrals.chase(9)).toEqual([]);

    wait(DAY + 7 * HOUR);
    expect(await referrals.overdue(Date.UTC(2026, 10, 24, 17), 9)).toHaveLength(1);
    expect(await referrals.chase(9)).toEqual([]);
    expect(letters.map((letter) => letter.kind)).toEqual(['asked', 'reminder']);
    expect(await referrals.get(MAYA.id)).toMatchObject({
      nextAction: 'team',
      nextActionAt: Date.UTC(2026, 10, 25, 17),
    });
    // both links work until one is answered
    expect((await referrals.lookAt(first)).kind).toBe('open');
    expect((await referrals.lookAt(token())).kind).toBe('open');

    wait(DAY);
    await referrals.chase(9);
    expect(await referrals.get(MAYA.id)).toMatchObject({ owner: 'team', nextAction: 'reroute' });

    wait(DAY);
    expect(await referrals.chase(9)).toMatchObject([
      {
        conversationId: 'conversation-1',
        happening: { state: 'failed', reason: "didn't get back to us in time" },
      },
    ]);
    expect(await referrals.lookAt(first)).toEqual({ kind: 'closed', ref: 'WIN-7F3K4' });
    expect(await referrals.chase(9)).toEqual([]);
  });

  it('after a promise to be in touch, a person of ours has a look', async () => {
    const { referrals, token, wait, now } = await aNetwork();
    await referrals.create(MAYA);
    await referrals.answer(token(), { say: 'yes', within: '1' });
    await referrals.markTold(MAYA.id);
    wait(2 * DAY);
    expect(await referrals.chase(9)).toEqual([]);
    const looked = await referrals.get(MAYA.id);
    expect(looked).toMatchObject({ state: 'accepted', owner: 'team', nextAction: 'look' });
    expect(looked?.nextActionAt ?? 0).toBeGreaterThan(now());
  });
});
