/** Every step a referral may and may not take, one by one. */
import { handOn, isOpen, LEGAL_MOVES, move, type Referral, STATES } from '../../../services/referrals/referral';
import { aNetwork, MAYA, MONDAY_AT_TEN } from '../../unit/network/aNetwork';

const NEXT = { owner: 'team', action: 'look', at: MONDAY_AT_TEN + 1 } as const;
const WHY = { by: 'team', why: 'test', next: NEXT } as const;

/** The table of the contract, written out again on purpose: a change to one has to be a decision about both. */
const ALLOWED: ReadonlySet<string> = new Set([
  'requested>accepted',
  'requested>rejected',
  'requested>on-hold',
  'requested>cancelled',
  'requested>failed',
  'accepted>in-progress',
  'accepted>on-hold',
  'accepted>completed',
  'accepted>cancelled',
  'accepted>failed',
  'on-hold>accepted',
  'on-hold>on-hold',
  'on-hold>rejected',
  'on-hold>in-progress',
  'on-hold>cancelled',
  'on-hold>failed',
  'in-progress>on-hold',
  'in-progress>completed',
  'in-progress>cancelled',
  'in-progress>failed',
]);
const PAIRS = STATES.flatMap((from) => STATES.map((to) => [from, to] as const));

let start: Referral;
beforeAll(async () => {
  const network = await aNetwork();
  start = await network.referrals.create(MAYA);
});

describe('the steps of a referral', () => {
  it.each(PAIRS)('%s to %s', (from, to) => {
    const before: Referral = { ...start, state: from };
    const moved = move(before, to, WHY, MONDAY_AT_TEN + 5);
    if (!ALLOWED.has(`${from}>${to}`)) {
      expect(moved).toEqual({ kind: 'notAllowed', from, to });
      return;
    }
    expect(moved).toMatchObject({
      kind: 'moved',
      referral: { state: to, rev: before.rev + 1, told: false },
    });
    if (moved.kind !== 'moved') return;
    expect(moved.referral.history).toEqual([
      ...before.history,
      { at: MONDAY_AT_TEN + 5, from, to, by: 'team', why: 'test' },
    ]);
    // open means somebody acts by a date; closed means nobody has to
    expect(moved.referral.nextActionAt).toBe(isOpen(to) ? NEXT.at : null);
    expect(moved.referral.nextAction).toBe(isOpen(to) ? 'look' : null);
  });

  it('never leaves an open one with nobody to act', () => {
    for (const [from, to] of PAIRS.filter(([a, b]) => LEGAL_MOVES[a].includes(b) && isOpen(b))) {
      expect(move({ ...start, state: from }, to, { by: 'team', why: 'test' }, 1)).toEqual({ kind: 'nothingNext' });
    }
  });

  it('does not change the record it was given', () => {
    const before = structuredClone(start);
    move(start, 'accepted', WHY, 1);
    handOn(start, NEXT);
    expect(start).toEqual(before);
  });
});
