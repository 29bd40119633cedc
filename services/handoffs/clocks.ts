/** The clocks of handoffs: what is due is moved on, whoever is gone gives way, and what a move wants done outside is done once. */
import type { AlarmLevel } from '../alarms/policy';
import type { House, WhyGone } from '../handoffMachine/clock';
import type { Handoff, Todo } from '../handoffMachine/handoff';
import { move } from '../handoffMachine/move';
import { HUB, type StaffNow, silentAfter } from '../handoffMachine/reasons';
import type { createRepository } from './repository';

export interface ClockDeps {
  readonly repository: ReturnType<typeof createRepository>;
  readonly house: House;
  /** everybody of the team who may be asked, as they are at this moment */
  readonly people: (at: number) => Promise<readonly StaffNow[]>;
  /** tells the conversation news of its handoff; the same key does it once */
  readonly tell: (handoff: Handoff, news: Todo) => Promise<unknown>;
  /** the voice of the steps (services/alarms) */
  readonly alarms: {
    readonly raise: (alarm: {
      readonly kind: 'handoff';
      readonly level: AlarmLevel;
      readonly id: string;
      readonly subject: string;
      readonly places: number;
    }) => Promise<unknown>;
    readonly ringsAbout: (subject: string) => Promise<boolean>;
    readonly hush: (subject: string, who: string) => Promise<void>;
  };
  /** what stands for a handoff on its alarms: nobody is led from one to the other without the records */
  readonly hash: (purpose: string, value: string) => string;
  /** from danger to one of us, ms */
  readonly measure: (level: Handoff['level'], ms: number) => void;
  /** ms since 1970 */
  readonly now: () => number;
  /** names and codes only */
  readonly log: (event: string, facts: Readonly<Record<string, string>>) => void;
}

/** Somebody who writes waits for an answer no longer than this for a console that says nothing, ms. */
const awayTooLong = silentAfter;

/** Why whoever has it, or is asked, has to give way; null while they need not. */
export function whyGone(handoff: Handoff, people: readonly StaffNow[], at: number): WhyGone | null {
  const { owner, state, level, waitingSince } = handoff;
  // a hub elsewhere has shifts of its own
  if (owner.kind !== 'person' || owner.id === HUB.id || state === 'callback' || state === 'closed') return null;
  const one = people.find(({ id }) => id === owner.id);
  if (one === undefined || !one.signedIn) return 'signedOut';
  if (state === 'offered') return one.onShift ? null : 'offShift';
  const urgent = level === 'P0' || level === 'P1';
  const waits = waitingSince !== null && at - waitingSince >= awayTooLong;
  const away = at - Math.max(one.seenAt, handoff.claimedAt ?? 0) >= awayTooLong;
  // no talk ends because the clock struck five: whoever is still at it has it until they go
  if (away && !one.onShift) return 'offShift';
  return away && (urgent || waits) ? 'silent' : null;
}

const isAlarmLevel = (level: string): level is AlarmLevel => level === 'P0' || level === 'P1' || level === 'P2';

export function createClocks(deps: ClockDeps) {
  const { repository, house, now } = deps;
  const subjectOf = (handoff: Pick<Handoff, 'id'>) => `h_${deps.hash('handoff alarm', handoff.id)}`;
  const risksOf = ({ asks }: Handoff) => [...new Set(asks.map(({ riskId }) => riskId).filter((id) => id !== ''))];

  async function ring(handoff: Handoff, { level, n, key }: Todo): Promise<void> {
    // while the alarm of the danger itself rings, it goes the same way at the same times: two voices would say one thing
    for (const risk of risksOf(handoff)) if (await deps.alarms.ringsAbout(risk)) return;
    const subject = subjectOf(handoff);
    const round = key.split(':').at(-2) ?? '0';
    if (!isAlarmLevel(level)) return;
    await deps.alarms.raise({ kind: 'handoff', level, id: `${subject}:${round}`, subject, places: n });
  }

  async function hush(handoff: Handoff, { person }: Todo): Promise<void> {
    for (const subject of [subjectOf(handoff), ...risksOf(handoff)]) await deps.alarms.hush(subject, person);
  }

  function doOne(handoff: Handoff, one: Todo): Promise<unknown> {
    switch (one.kind) {
      case 'tell':
        return deps.tell(handoff, one);
      case 'ring':
        return ring(handoff, one);
      case 'hush':
        return hush(handoff, one);
      case 'measure':
        deps.measure(one.level, one.n);
        return Promise.resolve();
    }
  }

  /** Does what is left, each kind in its order; one that fails holds up its own kind only, and is tried by the next look. */
  async function perform(handoff: Handoff): Promise<void> {
    const did: string[] = [];
    for (const kinds of [['ring', 'hush'], ['tell'], ['measure']] as const) {
      for (const one of handoff.todo.filter(({ kind }) => kinds.some((name) => name === kind))) {
        try {
          await doOne(handoff, one);
          did.push(one.key);
        } catch (error) {
          deps.log('handoff.undone', { kind: one.kind, error: error instanceof Error ? error.name : 'unknown' });
          break;
        }
      }
    }
    if (did.length > 0) await repository.did(handoff.id, did);
  }

  async function lookAt(handoff: Handoff, people: readonly StaffNow[], open: readonly Handoff[]): Promise<void> {
    const at = now();
    const { owner } = handoff;
    // where nobody works by accounts yet, nobody can be gone
    const why = people.length === 0 ? null : whyGone(handoff, people, at);
    if (why !== null && owner.kind === 'person')
      await repository.change(handoff.id, { name: 'gone', at, id: owner.id, why });
    const event = { name: 'clock', at, people, open } as const;
    // most have nothing due: known without asking the database
    if (why === null && move(handoff, event, house).kind !== 'moved') return;
    const result = await repository.changeFrom(handoff, event);
    if (result?.kind === 'moved') await perform(result.handoff);
  }

  let reading: Promise<{ readonly people: readonly StaffNow[]; readonly held: readonly Handoff[] }> | null = null;

  /** Many who ask at one moment are looked at with one reading of who is there and who has room. */
  function whoHasRoom(): NonNullable<typeof reading> {
    reading ??= (async () => {
      const people = await deps.people(now());
      return { people, held: people.length === 0 ? [] : await repository.held() };
    })().finally(() => {
      reading = null;
    });
    return reading;
  }

  return {
    perform,
    subjectOf,
    risksOf,
    /** One look at everything open, and at what is still to be done. Throws StoreDown. */
    async look(): Promise<void> {
      const people = await deps.people(now());
      // with nobody on shift there is nobody to offer to or take back from: only what is due moves
      const open = people.length === 0 ? await repository.due(now()) : await repository.open();
      for (const handoff of open) {
        try {
          await lookAt(handoff, people, open);
        } catch (error) {
          // one that cannot be moved holds up none of the others
          deps.log('handoff.stuck', { state: handoff.state, error: error instanceof Error ? error.name : 'unknown' });
        }
      }
      for (const handoff of await repository.undone(now(), 500)) await perform(handoff);
    },
    /** One look at one conversation's, as soon as a person is needed. */
    async lookAtConversation(conversationId: string): Promise<void> {
      const mine = await repository.ofConversation(conversationId);
      if (mine.length === 0) return;
      // who has room is all that is asked of the others: a long queue makes nobody's asking slower
      const { people, held } = await whoHasRoom();
      for (const handoff of mine) await lookAt(handoff, people, held);
    },
  };
}
