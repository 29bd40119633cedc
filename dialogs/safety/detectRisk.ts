/** Notices words that may mean somebody is in danger, and says which words they were. */
import type { Level, RiskCategory, RiskFlag } from '../types';
import { gateOf } from './gate';
import { withoutIdioms } from './idioms';
import type { Rule } from './rule';
import { allRules } from './rules';
import { isAboutOther, scopeOf } from './scopes';
import { type Heard, normalise } from './words/normalise';

const ORDER: readonly Level[] = ['P0', 'P1', 'P2', 'P3', 'P4'];
/** After this many places one rule has matched, more of the same say nothing new. */
const MOST_MATCHES = 20;
/** Once the rules together have looked this closely at so many places, one place a rule is enough. */
const MOST_LOOKS = 60;
/** How far around a match its exceptions are looked for, in characters. */
const AROUND = 70;

const gate = gateOf(allRules.map(({ says }) => says));

/** In these the person themselves is the one in danger or the one to fear, whoever else is named. */
const ABOUT_THE_PERSON: ReadonlySet<string> = new Set([
  'danger_now',
  'phone_not_theirs',
  'harm_to_others',
  'concern_about_us',
  'domestic_abuse',
  'child_at_risk',
]);

/** Rules of one's own decision, whoever the dog went to. */
const OF_THE_PERSON: ReadonlySet<string> = new Set(['calm-decided']);

/**
 * Every risk a message may hold, most urgent first, one flag a category (guide 2.3).
 * `recentlyFlagged`: one of the last three messages raised a flag, so figures of speech are not waved through (guide 2.7).
 */
export function detectRisk(text: string, recentlyFlagged: boolean): readonly RiskFlag[] {
  return detectRiskIn(normalise(text), recentlyFlagged);
}

/** The same for a message already in plain words, so that it is made plain only once. */
export function detectRiskIn(heard: Heard, recentlyFlagged: boolean): readonly RiskFlag[] {
  return detectRiskWithin(heard, recentlyFlagged).flags;
}

/** Words of danger a rule heard: where they lie in `plain`, and of what. */
export interface Sign {
  readonly category: RiskCategory;
  readonly from: number;
  readonly to: number;
}

/** A sentence in which a rule heard danger: where it lies in `plain`, and its flags, most urgent first. */
export interface SentenceAtRisk {
  readonly from: number;
  readonly to: number;
  readonly flags: readonly RiskFlag[];
}

/** The flags of the whole, and of each of its sentences that speaks of danger by itself, found in one look. */
export function detectRiskWithin(
  heard: Heard,
  recentlyFlagged: boolean,
): {
  readonly flags: readonly RiskFlag[];
  readonly sentences: readonly SentenceAtRisk[];
  readonly signs: readonly Sign[];
} {
  const signs: Sign[] = [];
  const idioms = withoutIdioms(heard.plain);
  const found = new Map<string, RiskFlag>();
  const sentences = new Map<number, Map<string, RiskFlag>>();
  const left = { looks: MOST_LOOKS };
  const open = gate(heard.plain);
  for (const [n, rule] of allRules.entries()) {
    if (open[n] !== 1) continue;
    const matches = matchesOf(rule, idioms.plain, heard, left);
    const flag = matches.find(({ stands }) => stands) ?? matches[0];
    if (flag !== undefined) keepWorse(found, flag.flag);
    for (const one of matches) {
      const own = sentences.get(one.sentence) ?? new Map<string, RiskFlag>();
      sentences.set(one.sentence, own);
      keepWorse(own, one.flag);
      if (one.stands) signs.push({ category: one.flag.category, from: one.from, to: one.to });
    }
  }
  const flags = inOrder(found);
  const first = idioms.first;
  if (flags.length === 0 && recentlyFlagged && first !== null)
    return { flags: [afterFlag(first, heard)], sentences: [], signs: [] };
  return {
    flags,
    signs,
    sentences: [...sentences]
      .sort(([a], [b]) => a - b)
      .map(([from, own]) => ({ from, to: sentenceEnd(heard.plain, from), flags: inOrder(own) })),
  };
}

function inOrder(found: ReadonlyMap<string, RiskFlag>): readonly RiskFlag[] {
  return [...found.values()].sort((a, b) => ORDER.indexOf(a.level) - ORDER.indexOf(b.level));
}

function keepWorse(found: Map<string, RiskFlag>, flag: RiskFlag): void {
  const known = found.get(flag.category);
  if (known === undefined || isWorse(flag, known)) found.set(flag.category, flag);
}

function sentenceEnd(plain: string, from: number): number {
  const stop = plain.indexOf('|', from);
  return stop < 0 ? plain.length : stop;
}

function afterFlag({ 0: said, index }: RegExpExecArray, heard: Heard): RiskFlag {
  return {
    category: 'suicide_thoughts',
    level: 'P1',
    rule: 'idiom-after-flag',
    words: heard.quote(index, index + said.length),
    aboutOther: false,
    unclear: true,
  };
}

function isWorse(one: RiskFlag, other: RiskFlag): boolean {
  const by = ORDER.indexOf(one.level) - ORDER.indexOf(other.level);
  return by < 0 || (by === 0 && other.unclear && !one.unclear);
}

interface Match {
  readonly flag: RiskFlag;
  /** nothing round it takes it down */
  readonly stands: boolean;
  /** where its sentence starts */
  readonly sentence: number;
  readonly from: number;
  readonly to: number;
}

/** What one rule found, at most one a sentence: what stands there, or else what is long ago. */
function matchesOf(rule: Rule, plain: string, heard: Heard, left: { looks: number }): readonly Match[] {
  rule.says.lastIndex = 0;
  const found = new Map<number, Match>();
  let stands = false;
  for (let n = 0; n < MOST_MATCHES; n += 1) {
    const match = rule.says.exec(plain);
    if (match === null) break;
    const from = match.index + 1;
    const to = from + match[0].length - 1;
    if (to === from) break;
    const sentence = plain.lastIndexOf('|', from) + 1;
    if (found.get(sentence)?.stands === true) continue;
    if (isExcused(rule, plain, from, to)) continue;
    const scope = rule.softens ? scopeOf(plain, from, to) : 'stands';
    if (scope === 'denied' || scope === 'gone' || (scope === 'past' && found.has(sentence))) continue;
    const flag: RiskFlag = {
      category: rule.category,
      level: scope === 'past' ? 'P2' : rule.level,
      rule: rule.id,
      words: heard.quote(from, to),
      aboutOther: !ABOUT_THE_PERSON.has(rule.category) && !OF_THE_PERSON.has(rule.id) && isAboutOther(plain, from, to),
      unclear: rule.unclear,
    };
    found.set(sentence, { flag, stands: scope === 'stands', sentence, from, to });
    stands ||= scope === 'stands';
    left.looks -= 1;
    // the whole needs no more than one, and a text that repeats itself is not looked at for ever
    if (stands && left.looks <= 0) break;
  }
  return [...found.values()];
}

function isExcused(rule: Rule, plain: string, from: number, to: number): boolean {
  if (rule.unless === null) return false;
  const start = Math.max(plain.lastIndexOf('|', from) + 1, from - AROUND);
  const stop = plain.indexOf('|', to);
  const end = Math.min(stop < 0 ? plain.length : stop, to + AROUND);
  rule.unless.lastIndex = 0;
  return rule.unless.test(` ${plain.slice(start, end).trim()} `);
}
