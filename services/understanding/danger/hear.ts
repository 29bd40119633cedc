/** Danger, heard by rules and by the learned stage together, and graded: certain, or to be asked about gently. */
import { setTimeout as pause } from 'node:timers/promises';
import { LRUCache } from 'lru-cache';
import { detectRiskWithin, type Sign } from '../../../dialogs/safety/detectRisk';
import { isAboutOther, isForOther } from '../../../dialogs/safety/scopes';
import { type Heard, normalise } from '../../../dialogs/safety/words/normalise';
import type { Level, RiskCategory, RiskFlag } from '../../../dialogs/types';
import { kindOfQuestion } from './atQuestion';
import { type Features, featuresOf } from './features';
import { kindOf, meaningOf, OWN_DANGERS } from './labels';
import { foreignFlags } from './languages';
import { type DangerModel, likelihood, loudest, marginOf, marginsOf } from './model';
import { ownSentences } from './sentences';
import { chunksOf, windowsOf } from './windows';

/** The first outputs of a model; the labels of taxonomy.json follow. */
export const ANY = 'any';
export const EMERGENCY = 'emergency';

export interface DangerContext {
  /** something worrying was said lately: less is needed, and figures of speech are not waved through (guide 2.7) */
  readonly recentlyFlagged: boolean;
  /** catalogue id of the question on the table */
  readonly asked?: string | null;
}

export interface DangerReading {
  /** certain, most urgent first */
  readonly risks: readonly RiskFlag[];
  /** to be asked about, most urgent first; no category that is in `risks` */
  readonly checks: readonly RiskFlag[];
  /** likelihood, 0 to 1, of any danger, of danger this minute and of each label; of the worst part of a long message */
  readonly scores: Readonly<Record<string, number>>;
}

export type HearDanger = (text: string, context: DangerContext) => DangerReading;

const ORDER: readonly Level[] = ['P0', 'P1', 'P2', 'P3', 'P4'];

/** Kinds the learned stage knows nothing of: a rule that hears them is believed. */
const RULED: ReadonlySet<RiskCategory> = new Set<RiskCategory>(['phone_not_theirs', 'concern_about_us']);

/** How much more, in margin, it takes to be raised at such a question, and how much less to be asked after a flag. */
const AT_CLOSED_QUESTION = 2;
const AT_MILD_QUESTION = 1;
const AFTER_A_FLAG = -0.7;

/** A listener, and the same work done ahead in pieces. */
export interface Hearing {
  readonly hear: HearDanger;
  /** Hears the parts of a long text one by one, giving way between them; `hear` then has them ready. */
  readonly ahead: (text: string, context: Pick<DangerContext, 'recentlyFlagged'>) => Promise<void>;
}

/**
 * Parts of long texts heard a moment ago: the same words are read for the inbox, the turn and the answer. Ten of the
 * longest messages at once, so that what was heard ahead is still there when its turn comes.
 */
const PARTS_KEPT = 240;
/** Short texts, for the same reason: a text message is read as it comes, before its turn and in it. */
const SHORT_KEPT = 64;

/** A text of so many parts is read at once; a longer one rests between them. */
const FEW_PARTS = 3;
/** The rest, in times of what the part took: whoever writes meanwhile waits at every step of their turn, not once. */
const REST = 2;

const giveWay = () => new Promise<void>((done) => setImmediate(done));

/** Makes the listener from a trained model. Deterministic; takes well under a millisecond for what people write. */
export function createHearing(model: DangerModel): Hearing {
  const parts = new LRUCache<string, Listened>({ max: PARTS_KEPT });
  const short = new LRUCache<string, Listened>({ max: SHORT_KEPT });
  /** however many long texts are heard ahead, one part of one of them between two looks at everything else */
  let aheadOfUs: Promise<void> = Promise.resolve();

  function listenOnce(chunk: string, recentlyFlagged: boolean): Listened {
    const key = `${recentlyFlagged ? '!' : ' '}${chunk}`;
    const known = chunk.length > SHORT_PART ? parts : short;
    const before = known.get(key);
    if (before !== undefined) return before;
    const found = listen(model, chunk, recentlyFlagged);
    known.set(key, found);
    return found;
  }

  return {
    hear(text, context) {
      const heard = waysToRead(text)
        .flatMap(chunksOf)
        .flatMap((chunk) => judged(model, listenOnce(chunk, context.recentlyFlagged), context));
      const foreign = foreignFlags(text);
      const risks = worstOfEach(heard.flatMap((one) => one.risks));
      const found = new Set(risks.map(({ category }) => category));
      const checks = worstOfEach([...heard.flatMap((one) => one.checks), ...foreign]).filter(
        ({ category }) => !found.has(category),
      );
      return { risks, checks, scores: highest(heard.map(({ scores }) => scores)) };
    },
    async ahead(text, { recentlyFlagged }) {
      if (text.length <= SHORT_PART) return;
      const chunks = waysToRead(text).flatMap(chunksOf);
      for (const chunk of chunks) {
        const one = aheadOfUs.then(() => {
          const began = performance.now();
          listenOnce(chunk, recentlyFlagged);
          return performance.now() - began;
        });
        const rest = async (ms: number) => (chunks.length > FEW_PARTS ? pause(REST * ms) : giveWay());
        aheadOfUs = one.then(rest, giveWay);
        await one;
      }
    },
  };
}

/**
 * Lines are texts that came one after another, each a thing said; or one thing, with a line for every breath ("i want to /
 * die"). Nobody can tell which, so both are heard. In long texts lines are sentences.
 */
function waysToRead(text: string): readonly string[] {
  const inBreaths = text.length <= LONGEST_IN_BREATHS && /\S\s*\n\s*\S/.test(text);
  return inBreaths ? [text, text.replaceAll(/\s*\n\s*/g, ' ')] : [text];
}
const LONGEST_IN_BREATHS = 2_000;

/** A text up to this long is heard at once, in characters. */
const SHORT_PART = 1_000;

/** What there is to hear in a part of a message, whatever is asked: the dear half of the work, done once for each text. */
interface Listened {
  readonly heard: Heard;
  readonly stretches: readonly Stretch[];
}

/** A part of a message as a whole, and each of its sentences that speaks of danger by itself. */
function listen(model: DangerModel, text: string, recentlyFlagged: boolean): Listened {
  const heard = normalise(text);
  const { flags, sentences, signs } = detectRiskWithin(heard, recentlyFlagged);
  const whole = { from: 0, to: heard.plain.length, flags, signs, length: countWords(text) };
  const own = ownSentences(heard, sentences).map((one) => ({
    ...one,
    signs,
    length: countWords(heard.quote(one.from, one.to)),
  }));
  const stretches = [whole, ...own].map((one) => {
    const plain = heard.plain.slice(one.from, one.to);
    return { ...one, best: loudestWindow(model, plain, one.from), practised: PRACTISED.test(plain) };
  });
  return { heard, stretches };
}

/** What that means at the question on the table. */
function judged(model: DangerModel, { heard, stretches }: Listened, context: DangerContext): readonly DangerReading[] {
  return stretches.map((one) => hearPart(model, heard, one, context));
}

/** A stretch of a message, the flags rules raised in it, all signs they heard, and how many words it has as it was written. */
interface Stretch {
  readonly from: number;
  readonly to: number;
  readonly flags: readonly RiskFlag[];
  readonly signs: readonly Sign[];
  readonly length: number;
  /** its window that speaks most of danger */
  readonly best: Loudest;
  readonly practised: boolean;
}

function hearPart(
  model: DangerModel,
  heard: Heard,
  { from, to, flags: ruled, signs, length, best, practised }: Stretch,
  context: DangerContext,
): DangerReading {
  const { thresholds } = model;
  const atQuestion = shiftAt(context.asked ?? '');
  const shift = atQuestion + (context.recentlyFlagged ? AFTER_A_FLAG : 0);
  const margin = best.margins[0] ?? 0;
  const here = signs.filter((sign) => sign.from >= from && sign.to <= to);
  const outright = (flag: RiskFlag) => isMostOf(flag, length) || saysManyTimes(flag, here, heard.plain, length);
  const isFirm = (flag: RiskFlag) =>
    RULED.has(flag.category) ||
    flag.rule === 'idiom-after-flag' ||
    (outright(flag)
      ? margin >= OUTRIGHT
      : !practised && margin >= (isPlain(flag) ? thresholds.check : thresholds.ruleCertain));
  const firm = ruled.filter(isFirm);
  const learned = margin >= thresholds.check + shift ? learnedFlag(model, best, heard) : null;
  const asked = ruled.filter((flag) => !isFirm(flag) && (outright(flag) || margin >= thresholds.ruleCheck + shift));
  // by likeness alone only danger this minute, of a kind that is plain, is acted on; all else is asked about first
  const isPlainKind = learned?.level === 'P0' && kindOf(scoresOf(model, best.margins)) >= PLAIN_KIND;
  const isCertain = learned !== null && isPlainKind && !practised && margin >= thresholds.certain + atQuestion;
  const risks = isCertain && isNews(learned, firm) ? [learned, ...firm] : firm;
  const checks = learned !== null && !isCertain ? [{ ...learned, unclear: true }, ...asked] : asked;
  return { risks, checks, scores: scoresOf(model, best.margins) };
}

/** Words that mean one thing, whatever is said round them: they are believed unless the whole speaks against them. */
const PLAIN_WORDS = / (?:kill(?:ing)? myself|(?:end|ending|take|taking) my (?:own )?life|(?:taken|took) an overdose) /;
const isPlain = ({ words }: RiskFlag): boolean => PLAIN_WORDS.test(normalise(words).plain);

/** Danger that was practised or taught sounds like danger, and may be beside the real one: it is asked about. */
const PRACTISED =
  / (?:simulations?|simulated|dummy|mannequin|manikin|role ?play|training (?:video|session|module|exercise)) /;

/** From this likelihood of one label it is plain what kind of danger it is. */
const PLAIN_KIND = 0.5;

/** What a rule says outright is believed unless the words round it speak this strongly against it, in margin. */
export const OUTRIGHT = -1.2;
/** Share of the message's words that a rule heard, from which the message says it outright. */
const MOST_OF_IT = 0.4;

function shiftAt(question: string): number {
  const kind = kindOfQuestion(question);
  return kind === 'closed' ? AT_CLOSED_QUESTION : kind === 'mild' ? AT_MILD_QUESTION : 0;
}

/** Is what the rule heard the message itself ("nae point", "took 30 paras"), not a word in passing? */
export function saysOutright(flag: RiskFlag, text: string): boolean {
  return isMostOf(flag, countWords(text));
}

function isMostOf({ words }: RiskFlag, length: number): boolean {
  return countWords(words) >= length * MOST_OF_IT;
}

/** Kinds that are one danger, said in different words. */
const ONE_DANGER: ReadonlySet<RiskCategory> = new Set<RiskCategory>(['suicide_act', 'suicide_thoughts', 'self_harm']);

/** "I can't go on, no point any more": several signs of one danger are together most of what is said. */
function saysManyTimes({ category }: RiskFlag, signs: readonly Sign[], plain: string, length: number): boolean {
  const same = signs
    .filter((sign) => sign.category === category || (ONE_DANGER.has(category) && ONE_DANGER.has(sign.category)))
    .toSorted((a, b) => a.from - b.from);
  let words = 0;
  let end = 0;
  let apart = 0;
  for (const { from, to } of same) {
    if (from >= end) apart += 1;
    words += countWords(plain.slice(Math.max(from, end), Math.max(to, end)));
    end = Math.max(end, to);
  }
  return apart > 1 && words >= length * MOST_OF_IT;
}

function countWords(text: string): number {
  return text.split(/\s+/).filter((word) => word !== '').length;
}

/** A learned flag adds something when no rule is believed, or when rules heard the danger as less urgent than it is. */
function isNews(learned: RiskFlag, firm: readonly RiskFlag[]): boolean {
  return firm.length === 0 || (learned.level === 'P0' && firm.every(({ level }) => level !== 'P0'));
}

function worstOfEach(flags: readonly RiskFlag[]): readonly RiskFlag[] {
  const found = new Map<RiskCategory, RiskFlag>();
  for (const flag of flags) {
    const known = found.get(flag.category);
    if (known === undefined || ORDER.indexOf(flag.level) < ORDER.indexOf(known.level)) found.set(flag.category, flag);
  }
  return [...found.values()].sort((a, b) => ORDER.indexOf(a.level) - ORDER.indexOf(b.level));
}

interface Loudest {
  readonly features: Features;
  readonly plain: string;
  /** where `plain` starts in the whole */
  readonly offset: number;
  readonly margins: Float64Array;
}

/** The window of `part`, which starts at `start` in the whole, that speaks most of any danger. */
function loudestWindow(model: DangerModel, part: string, start: number): Loudest {
  let best: Omit<Loudest, 'margins'> | null = null;
  let loudness = Number.NEGATIVE_INFINITY;
  for (const { plain, offset } of windowsOf(part)) {
    const features = featuresOf(plain);
    const margin = marginOf(model, features, 0);
    if (best !== null && margin <= loudness) continue;
    best = { features, plain, offset: start + offset };
    loudness = margin;
  }
  return best === null
    ? { features: featuresOf(''), plain: ' ', offset: start, margins: NOTHING(model) }
    : { ...best, margins: marginsOf(model, best.features) };
}

/** Not a word to read: as far from danger as can be. */
const NOTHING = (model: DangerModel) => new Float64Array(model.outputs.length).fill(-10);

function scoresOf(model: DangerModel, margins: Float64Array): Readonly<Record<string, number>> {
  return Object.fromEntries(model.outputs.map((output, k) => [output.name, likelihood(output, margins[k] ?? -10)]));
}

function highest(all: readonly Readonly<Record<string, number>>[]): Readonly<Record<string, number>> {
  const first = all[0] ?? {};
  return all.reduce((best, one) => ((one[ANY] ?? 0) > (best[ANY] ?? 0) ? one : best), first);
}

function learnedFlag(model: DangerModel, { features, plain, offset, margins }: Loudest, heard: Heard): RiskFlag {
  const scores = scoresOf(model, margins);
  const { label, category, level } = meaningOf(scores, (scores[EMERGENCY] ?? 0) >= 0.5);
  const { from, to } = loudest(model, features, plain, 0);
  return {
    category,
    level,
    rule: `model:${label}`,
    words: heard.quote(offset + from, offset + to),
    aboutOther:
      !OWN_DANGERS.has(category) &&
      (isForOther(heard.plain) || isAboutOther(heard.plain, Math.max(1, offset + from), offset + to)),
    unclear: category === 'suicide_thoughts',
  };
}
