/** What a phone or a machine writes by itself, and no person said: reactions as text, and the same words over and over. */
import { LRUCache } from 'lru-cache';
import { bareWords as bare, LOOP_WINDOW, mostEqual, sameWordsKey } from '../limits/sameWords';

const OPEN = '["“”„«‹「『\']';
const CLOSE = '["“”»›」』\']';

/** How phones write a reaction that the other side cannot show, whole: Apple in several languages, Google and Samsung. */
const known: readonly RegExp[] = [
  new RegExp(`^(liked|loved|disliked|laughed at|emphasi[sz]ed|questioned) ${OPEN}[^]+${CLOSE}?$`, 'i'),
  /^(liked|loved|disliked|laughed at|emphasi[sz]ed|questioned) (an?|\d+) (image|photo|picture|video|movie|message|attachment|audio message|link|sticker|contact|location)s?\W*$/i,
  new RegExp(
    `^removed (an? )?(like|heart|dislike|laugh|exclamation( mark| point)?|question mark|\\S{1,12}) from ${OPEN}[^]+$`,
    'i',
  ),
  new RegExp(`^reacted (with )?\\S{1,16} to ${OPEN}[^]+$`, 'i'),
  new RegExp(`^[^\\p{L}\\d]{1,16}(to )?\\s*${OPEN}[^]{12,}${CLOSE}\\s*$`, 'iu'),
];

/** A few words, then something in quotes to the end: a reaction in whatever language, if what it quotes is ours. */
const quoting = new RegExp(
  `^[^"“”„«‹「『']{1,60}?\\s*${OPEN}\\s*([^]{6,}?)\\s*(?:…|\\.\\.\\.)?\\s*${CLOSE}?\\s*[^\\p{L}\\d]{0,4}$`,
  'u',
);

/** Whether what we sent has to be known to tell. */
export const mayBeReaction = (text: string): boolean =>
  quoting.test(text.trim()) || known.some((one) => one.test(text.trim()));

/** True for a reaction written as text. `ours` are texts we sent to this line lately. */
export function isReaction(text: string, ours: readonly string[]): boolean {
  const said = text.trim();
  if (known.some((one) => one.test(said))) return true;
  const quoted = bare(quoting.exec(said)?.[1] ?? '');
  return quoted.length >= 6 && ours.some((one) => bare(one).includes(quoted));
}

const minute = 60_000;
/** Turns of one line in ten minutes; nobody writes more, and a loop of two machines does. */
const MOST_TURNS = 120;
/** Equal words of danger past their number are still answered this often. */
const DANGER_EVERY = minute;

interface Heard {
  since: number;
  turns: number;
  readonly equal: Map<string, number>;
  answeredAt: number;
}

/**
 * Says whether a line is to be met with silence: the same long words for the fourth time in ten minutes, or more turns
 * than anybody writes. Danger is answered all the same, equal words of it at least once a minute. Counted in this process;
 * the talk itself counts equal words for all of them (limits/sameWords).
 */
export function createLoopWatch(now: () => number) {
  const lines = new LRUCache<string, Heard>({ max: 20_000, ttl: LOOP_WINDOW });
  return {
    isLoop(line: string, text: string, danger: boolean): boolean {
      const at = now();
      const known = lines.get(line);
      const heard =
        known && at - known.since < LOOP_WINDOW ? known : { since: at, turns: 0, equal: new Map(), answeredAt: 0 };
      lines.set(line, heard);
      const key = sameWordsKey(text);
      const times = (heard.equal.get(key) ?? 0) + 1;
      heard.equal.set(key, times);
      heard.turns += 1;
      const most = mostEqual(key);
      const over = times > most || heard.turns > MOST_TURNS;
      if (over && !(danger && at - heard.answeredAt >= DANGER_EVERY)) {
        // other words of danger are never one too many
        if (!(danger && times <= most)) return true;
      }
      heard.answeredAt = at;
      return false;
    },
  };
}
