/** Sessions of the team: kept in the database, over after a while without use and after a day's work, and at once when the account changes. */
import { randomBytes } from 'node:crypto';
import type { Staff, StaffSession } from '../store/collections/staff';
import type { Records } from '../store/ports';

const MINUTE = 60_000;
/** Over after so long without a request, ms. */
export const IDLE = 60 * MINUTE;
/** Over after so long, however busy, ms. */
export const ABSOLUTE = 12 * 60 * MINUTE;
/** Between the password and the second way, ms. */
export const HALF = 10 * MINUTE;
/** To change a way in, one must have signed in within so long, ms. */
export const FRESH = 10 * MINUTE;
/** Wrong codes before one begins again with the password. */
export const MOST_WRONG = 5;
/** When it was last used is written down no more often than this, ms. */
const TOUCH = MINUTE;
/** A page without a script says nothing while it is read and written on: so long it counts as there, ms. */
const READING = 5 * MINUTE;
/** Sessions that are looked at to say who is there. */
const MOST_OPEN = 2_000;
const KEPT = 30 * 24 * 60 * MINUTE;

export type Stage = StaffSession['stage'];
export type SignedInBy = StaffSession['by'];

/** Who is asking, as of now. */
export interface Seen {
  readonly session: StaffSession;
  readonly account: Staff;
}

export interface SessionsDeps {
  readonly sessions: Records<StaffSession>;
  readonly account: (id: string) => Promise<Staff | null>;
  readonly hash: (purpose: string, value: string) => string;
  /** ms since 1970 */
  readonly now: () => number;
}

/** Whether a way in may be changed without signing in again. */
export const isFresh = ({ createdAt }: StaffSession, now: number): boolean => now - createdAt < FRESH;

export function createSessions({ sessions, account, hash, now }: SessionsDeps) {
  const idOf = (token: string) => hash('staff session', token);

  const isOpen = (session: StaffSession, owner: Staff): boolean => {
    const at = now();
    const idle = session.stage === 'half' ? HALF : IDLE;
    return (
      session.endedAt === null &&
      at < session.endsAt &&
      at - session.seenAt < idle &&
      owner.state === 'open' &&
      owner.epoch === session.epoch
    );
  };

  /** Changes what is there now; null when it is gone or `next` says no. */
  async function change(id: string, next: (one: StaffSession) => Partial<StaffSession> | null) {
    for (;;) {
      const found = await sessions.get(id);
      const changes = found && next(found);
      if (!found || !changes) return null;
      const written = { ...found, ...changes, rev: found.rev + 1 };
      if (await sessions.replace(written, found.rev)) return written;
    }
  }

  async function peek(token: string): Promise<Seen | null> {
    const session = await sessions.get(idOf(token));
    if (session === null || session.endedAt !== null) return null;
    const owner = await account(session.staffId);
    return owner === null || !isOpen(session, owner) ? null : { session, account: owner };
  }

  const endById = (id: string) => change(id, (one) => (one.endedAt === null ? { endedAt: now() } : null));

  /** Where this person is signed in, the last used first. */
  async function openOf(staffId: string): Promise<readonly StaffSession[]> {
    const owner = await account(staffId);
    if (owner === null) return [];
    const found = await sessions.find({ staffId, createdAt: { $gt: now() - ABSOLUTE } }, 500);
    return found.filter((one) => isOpen(one, owner)).sort((a, b) => b.seenAt - a.seenAt);
  }

  return {
    /** Who holds `token`, as the account is at this moment; null when that is nobody. Throws StoreDown. */
    async look(token: string): Promise<Seen | null> {
      const seen = await peek(token);
      if (seen === null) return null;
      const { session } = seen;
      const at = now();
      // somebody else writing it at the same moment has done what this would
      if (at - session.seenAt >= TOUCH)
        await sessions.replace({ ...session, rev: session.rev + 1, seenAt: at }, session.rev);
      return seen;
    },

    /** The same, without counting as a use: an open page alone keeps nobody signed in. */
    peek,

    /** Begins one under a fresh token, and ends the one it comes after: what was known before signing in opens nothing after it. */
    async begin(
      owner: Staff,
      { stage, by, device, before }: { stage: Stage; by: SignedInBy; device: string; before: string | null },
    ): Promise<string> {
      if (before !== null) await endById(idOf(before));
      const token = `s${randomBytes(32).toString('base64url')}`;
      const at = now();
      const session: StaffSession = {
        id: idOf(token),
        rev: 1,
        staffId: owner.id,
        epoch: owner.epoch,
        stage,
        by,
        createdAt: at,
        seenAt: at,
        hereAt: at,
        away: false,
        endsAt: at + (stage === 'half' ? HALF : ABSOLUTE),
        endedAt: null,
        wrong: 0,
        pending: null,
        device: device.slice(0, 200),
        expiresAt: at + KEPT,
      };
      await sessions.add(session);
      return token;
    },

    /** A page of theirs is on a screen: one that keeps telling (`live`), or one that says nothing until it is used. */
    async here(id: string, live: boolean): Promise<void> {
      await change(id, () => ({ hereAt: live ? now() : now() + READING }));
    },

    /** They are away, or here again: nobody is offered to who is away. */
    setAway: async (id: string, away: boolean): Promise<void> => void (await change(id, () => ({ away }))),

    /** Who is signed in at this moment, by account: when a page of theirs was last heard of, and whether they are at work. */
    async present(owners: readonly Staff[]): Promise<ReadonlyMap<string, { hereAt: number; atWork: boolean }>> {
      const byId = new Map(owners.map((one) => [one.id, one]));
      const found = await sessions.find({ endsAt: { $gt: now() }, endedAt: null }, MOST_OPEN);
      const there = new Map<string, { hereAt: number; atWork: boolean }>();
      for (const one of found) {
        const owner = byId.get(one.staffId);
        if (owner === undefined || one.stage !== 'in' || !isOpen(one, owner)) continue;
        const before = there.get(owner.id) ?? { hereAt: 0, atWork: false };
        there.set(owner.id, { hereAt: Math.max(one.hereAt, before.hereAt), atWork: before.atWork || !one.away });
      }
      return there;
    },

    end: async (token: string): Promise<void> => void (await endById(idOf(token))),

    /** Ends one of this person's, by its id; false when it is not theirs. */
    async endOne(staffId: string, id: string): Promise<boolean> {
      const ended = await change(id, (one) => (one.staffId === staffId ? { endedAt: one.endedAt ?? now() } : null));
      return ended !== null;
    },

    openOf,

    /** One more wrong code; true when there were too many and it is over. */
    async wrongCode(id: string): Promise<boolean> {
      const written = await change(id, (one) => {
        const wrong = one.wrong + 1;
        return { wrong, endedAt: wrong >= MOST_WRONG ? now() : one.endedAt };
      });
      return written === null || written.endedAt !== null;
    },

    keepPending: async (id: string, secret: string | null): Promise<void> =>
      void (await change(id, () => ({ pending: secret }))),
  };
}
export type Sessions = ReturnType<typeof createSessions>;
