/** Notices words that may mean somebody is in danger, and says which words they were. */
import type { Level, RiskFlag } from '../types';
import { withoutIdioms } from './idioms';
import type { Rule } from './rule';
import { allRules } from './rules';
import { isAboutOther, scopeOf } from './scopes';
import { type Heard, normalise } from './words/normalise';

const ORDER: readonly Level[] = ['P0', 'P1', 'P2', 'P3', 'P4'];
/** After this many places one rule has matched, more of the same say nothing new. */
const MOST_MATCHES = 20;
/** How far around a match its exceptions are looked for, in characters. */
const AROUND = 70;

/** In these the person themselves is the one in danger or the one to fear, whoever else is named. */
const ABOUT_THE_PERSON: ReadonlySet<string> = new Set([
  'danger_now',
  'phone_not_theirs',
  'harm_to_others',
  'concern_about_us',
  'domestic_abuse',
  'child_at_risk',
]);

/**
 * Every risk a message may hold, most urgent first, one flag a category (guide 2.3).
 * `recentlyFlagged`: one of the last three messages raised a flag, so figures of speech are not waved through (guide 2.7).
 */
export function detectRisk(text: string, recentlyFlagged: boolean): readonly RiskFlag[] {
  return detectRiskIn(normalise(text), recentlyFlagged);
}

/** The same for a message already in plain words, so that it is made plain only once. */
export function detectRiskIn(heard: Heard, recentlyFlagged: boolean): readonly RiskFlag[] {
  const idioms = withoutIdioms(heard.plain);
  const found = new Map<string, RiskFlag>();
  for (const rule of allRules) {
    const flag = flagOf(rule, idioms.plain, heard);
    if (flag === null) continue;
    const known = found.get(flag.category);
    if (known === undefined || isWorse(flag, known)) found.set(flag.category, flag);
  }
  const flags = [...found.values()].sort((a, b) => ORDER.indexOf(a.level) - ORDER.indexOf(b.level));
  if (flags.length > 0 || !recentlyFlagged || idioms.first === null) return flags;
  const { index } = idioms.first;
  return [
    {
      category: 'suicide_thoughts',
      level: 'P1',
      rule: 'idiom-after-flag',
      words: heard.quote(index, index + idioms.first[0].length),
      aboutOther: false,
      unclear: true,
    },
  ];
}

function isWorse(one: RiskFlag, other: RiskFlag): boolean {
  const by = ORDER.indexOf(one.level) - ORDER.indexOf(other.level);
  return by < 0 || (by === 0 && other.unclear && !one.unclear);
}

function flagOf(rule: Rule, plain: string, heard: Heard): RiskFlag | null {
  rule.says.lastIndex = 0;
  let past: RiskFlag | null = null;
  for (let n = 0; n < MOST_MATCHES; n += 1) {
    const match = rule.says.exec(plain);
    if (match === null) break;
    const from = match.index + 1;
    const to = from + match[0].length - 1;
    if (to === from) break;
    if (isExcused(rule, plain, from, to)) continue;
    const scope = rule.softens ? scopeOf(plain, from, to) : 'stands';
    if (scope === 'denied' || scope === 'gone') continue;
    const flag: RiskFlag = {
      category: rule.category,
      level: scope === 'past' ? 'P2' : rule.level,
      rule: rule.id,
      words: heard.quote(from, to),
      aboutOther: !ABOUT_THE_PERSON.has(rule.category) && isAboutOther(plain, from, to),
      unclear: rule.unclear,
    };
    if (scope === 'stands') return flag;
    past ??= flag;
  }
  return past;
}

function isExcused(rule: Rule, plain: string, from: number, to: number): boolean {
  if (rule.unless === null) return false;
  const start = Math.max(plain.lastIndexOf('|', from) + 1, from - AROUND);
  const stop = plain.indexOf('|', to);
  const end = Math.min(stop < 0 ? plain.length : stop, to + AROUND);
  rule.unless.lastIndex = 0;
  return rule.unless.test(` ${plain.slice(start, end).trim()} `);
}
