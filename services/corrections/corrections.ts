/**
 * Learning from use: what the team says of what was heard is counted, and a reviewer may write a line of their own. Only
 * where the person agreed that we keep what they say; and nothing they wrote is kept here.
 */
import { NEEDS, type Need } from '../../dialogs/vocabulary';
import type { Done } from '../audit/audit';
import { momentOf } from '../calendar/moment';
import { hasAgreed } from '../conversation/retention';
import type { Staff } from '../handoffMachine/reasons';
import { knownBy } from '../people/keys';
import type { Risks } from '../risks/risks';
import { personIdOf, readPersonId } from '../store/personId';
import type { ConversationStore, Records, StoredConversation } from '../store/ports';
import type { Correction, CorrectionCount, Rewrite } from './collection';
import { createCounting } from './counting';
import { type WrongLine, wrongWith } from './rewrite';
import { createRewrites } from './rewrites';
import { type FlagVerdict, mayBeSaid, type NeedSaid, type NeedVerdict, ruleName } from './verdict';

export interface CorrectionDeps {
  readonly corrections: Records<Correction>;
  readonly correctionCounts: Records<CorrectionCount>;
  readonly rewrites: Records<Rewrite>;
  readonly store: Pick<ConversationStore, 'look' | 'transcript'>;
  /** who may read a danger may say what was right in it */
  readonly risks: Pick<Risks, 'read'>;
  /** throws StoreDown, and then nothing is written */
  readonly audit: (done: Done) => Promise<void>;
  /** ms since 1970 */
  readonly now: () => number;
  /** unlike any other */
  readonly newId: () => string;
}

export type Said = 'counted' | 'missing' | 'notYours' | 'notAgreed';
export type LineKept = Said | { readonly wrong: WrongLine };
type NeedNow = { readonly need: Need; readonly verdict: NeedVerdict };
/** What a page may ask about; null where the person did not agree, or their talk is not kept any more. */
export type FlagNow = { readonly verdict: string | null } | null;
export type NeedsNow = { readonly heard: readonly NeedNow[]; readonly missed: readonly Need[] } | null;

/** What a line means: a danger with its level, or needs. */
export type Meaning = Pick<Rewrite, 'risk' | 'needs'>;

const mostTurns = 20_000;
const flagId = (person: string, event: string) => `${person}:flag:${event}`;
const needId = (person: string, need: Need) => `${person}:need:${need}`;

export function createCorrections(deps: CorrectionDeps) {
  const counting = createCounting({ ...deps, counts: deps.correctionCounts });
  const lines = createRewrites(deps.rewrites, deps.now);
  const month = () => momentOf(deps.now()).date.slice(0, 7);

  /** The talk of this life, where it is kept and they agreed to that. */
  async function agreedTalk(personId: string): Promise<StoredConversation | 'missing' | 'notAgreed'> {
    const person = readPersonId(personId);
    const stored = person === null ? null : await deps.store.look(person.conversationId);
    if (stored === null || stored.life !== person?.life) return 'missing';
    return hasAgreed(stored.state) ? stored : 'notAgreed';
  }

  /** All they wrote, message by message. */
  async function wordsOf({ id }: StoredConversation): Promise<readonly string[]> {
    const turns = await deps.store.transcript(id, 0, mostTurns);
    return turns.flatMap(({ said }) => said ?? []);
  }

  /** Says what of one need, where that can be said. */
  async function sayNeed(staff: Staff, stored: StoredConversation, said: NeedSaid): Promise<void> {
    const person = personIdOf({ conversationId: stored.id, life: stored.life });
    const { need, verdict } = said;
    const detail = { label: need, verdict: verdict ?? 'takenBack' };
    await deps.audit({ actor: staff.id, action: 'needCorrected', subject: `person:${person}`, detail });
    const of = { month: month(), kind: 'need' as const, rule: 'needs', label: need };
    await counting.say({ ...of, id: needId(person, need), conversationId: stored.id }, verdict);
  }

  const needsOf = async (stored: StoredConversation): Promise<NonNullable<NeedsNow>> => {
    const { needs } = stored.state;
    const said = await counting.saidOf(stored.id);
    const person = personIdOf({ conversationId: stored.id, life: stored.life });
    const verdictOf = (need: Need) => said.get(needId(person, need))?.verdict ?? null;
    const heard = needs.map((need): NeedNow => {
      const verdict = verdictOf(need);
      return { need, verdict: verdict === 'right' || verdict === 'notMeant' ? verdict : null };
    });
    return { heard, missed: NEEDS.filter((need) => !needs.includes(need) && verdictOf(need) === 'notHeard') };
  };

  return {
    /** What was last said of this flag. For a page whose reader was let in already. */
    async flag(personId: string, eventId: string): Promise<FlagNow> {
      const talk = await agreedTalk(personId);
      if (typeof talk === 'string') return null;
      const said = await counting.saidOf(talk.id);
      return { verdict: said.get(flagId(personId, eventId))?.verdict ?? null };
    },

    /** Whether this flag was right, from one who may read it. Who said it is in the audit. */
    async sayFlag(staff: Staff, personId: string, eventId: string, verdict: FlagVerdict): Promise<Said | 'sameKind'> {
      const read = await deps.risks.read(staff, personId, eventId);
      if (read.kind !== 'found') return read.kind;
      const talk = await agreedTalk(personId);
      if (typeof talk === 'string') return 'notAgreed';
      const { detector, category: label } = read.now;
      if (verdict === `another:${label}`) return 'sameKind';
      const rule = ruleName(detector);
      const detail = { rule, label, verdict };
      await deps.audit({ actor: staff.id, action: 'flagCorrected', subject: `risk:${eventId}`, detail });
      const of = { month: month(), kind: 'flag' as const, rule, label };
      await counting.say({ ...of, id: flagId(personId, eventId), conversationId: talk.id }, verdict);
      return 'counted';
    },

    /** The needs we heard, and those that one of us said we missed. */
    async needs(personId: string): Promise<NeedsNow> {
      const talk = await agreedTalk(personId);
      return typeof talk === 'string' ? null : needsOf(talk);
    },

    /** What is right among the needs; what cannot be said of one is left out, and so is what was said already. */
    async sayNeeds(staff: Staff, personId: string, all: readonly NeedSaid[]): Promise<Said> {
      const talk = await agreedTalk(personId);
      if (typeof talk === 'string') return talk;
      const before = await needsOf(talk);
      const isNew = ({ need, verdict }: NeedSaid): boolean => {
        const was = before.heard.find((one) => one.need === need);
        return was === undefined ? before.missed.includes(need) === (verdict === null) : was.verdict !== verdict;
      };
      for (const said of all) if (mayBeSaid(said, talk.state.needs) && isNew(said)) await sayNeed(staff, talk, said);
      return 'counted';
    },

    /**
     * Keeps a line of the reviewer's own, for the corpus. It is compared with all that the person wrote, and kept apart from
     * them: neither it nor its line in the audit says whose talk it was written after.
     */
    async write(
      staff: Staff,
      personId: string,
      eventId: string | null,
      { text, ...meaning }: Meaning & { readonly text: string },
    ): Promise<LineKept> {
      if (!staff.roles.includes('safeguarding')) return 'notYours';
      const read = eventId === null ? null : await deps.risks.read(staff, personId, eventId);
      if (read !== null && read.kind !== 'found') return read.kind;
      const talk = await agreedTalk(personId);
      if (typeof talk === 'string') return talk === 'missing' && read !== null ? 'notAgreed' : talk;
      const raised = read?.now.exactWords ?? null;
      const theirs = [...(await wordsOf(talk)), ...(raised === null ? [] : [raised])];
      const wrong = wrongWith(text, { theirs, name: knownBy(talk.state).name });
      if (wrong !== null) return { wrong };
      const [id, label] = [deps.newId(), meaning.risk?.risk ?? (meaning.needs ?? []).join(' ')];
      await deps.audit({ actor: staff.id, action: 'lineWritten', subject: `rewrite:${id}`, detail: { label } });
      await lines.keep({ reviewer: staff.id, reviewerName: staff.name, text: text.trim(), ...meaning }, id);
      return 'counted';
    },

    counts: counting.counts,
  };
}

export type Corrections = ReturnType<typeof createCorrections>;
