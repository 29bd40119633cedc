/** Hears the plain words that always work: stop, help, back, talk to a person, and their many spellings. */
import { COMMON, NAMES } from '../reading/lexicon';
import { normalise } from '../safety/words/normalise';
import type { Command } from '../types';
import { WHOLE } from './phrases';

/** A command is short; anything longer is somebody telling us something. */
const LONGEST = 80;

const THUMBS: Readonly<Record<string, Command>> = {
  '👍': 'yes',
  '👌': 'yes',
  '✅': 'yes',
  '✔': 'yes',
  '☑': 'yes',
  '🙂': 'yes',
  '👎': 'no',
  '❌': 'no',
  '✖': 'no',
  '🚫': 'no',
  '👋': 'resume',
  '🤷': 'dont_know',
  '🤔': 'dont_know',
  '🛑': 'stop',
  '✋': 'stop',
};
/** A thumb with thanks is still a thumb. */
const THANKS = /\b(?:thanks|thank you|ta|cheers|please|pal|mate|hen|x+)\b/gi;
/** Skin tones, and what joins a picture to a person. */
const TRIMMINGS = /[\u{1f3fb}-\u{1f3ff}]|\u200d|\u2640|\u2642|\ufe0f/gu;

const KNOWN: ReadonlyMap<string, Command> = new Map(
  Object.entries(WHOLE).flatMap(([name, phrases]) =>
    phrases.split('|').flatMap((phrase) => {
      const command = commandOf(name);
      return command === null ? [] : [[plainly(phrase), command] as const];
    }),
  ),
);

/** Phrases of three words and more are read through one slip; a single word never is (see SHORT_SLIPS). */
const FORGIVEN = new Map<number, [string, Command][]>();
for (const known of KNOWN) {
  const { length } = known[0];
  if (known[0].split(' ').length >= 3) FORGIVEN.set(length, [...(FORGIVEN.get(length) ?? []), known]);
}
/** Slips of the thumb that are no word and no name: nothing a person could mean is a command by a slip. */
const SHORT_SLIPS: Readonly<Record<string, Command>> = {
  sotp: 'stop',
  stpo: 'stop',
  stp: 'stop',
  stopp: 'stop',
  spto: 'stop',
  stip: 'stop',
  hlep: 'help',
  hepl: 'help',
  hlp: 'help',
  helpp: 'help',
  skp: 'skip',
  sikp: 'skip',
  skiip: 'skip',
  skup: 'skip',
  skipp: 'skip',
  yse: 'yes',
  yess: 'yes',
  yea: 'yes',
  yeh: 'yes',
  ys: 'yes',
  aye: 'yes',
  eys: 'yes',
  bakc: 'back',
  bcak: 'back',
  bck: 'back',
  menue: 'menu',
  meun: 'menu',
  mneu: 'menu',
  lsit: 'menu',
  paus: 'pause',
  psuse: 'pause',
  puase: 'pause',
  wyh: 'why',
  wehy: 'why',
  hlelo: 'resume',
  helo: 'resume',
  hllo: 'resume',
  strat: 'start',
  satrt: 'start',
  persn: 'human',
  preson: 'human',
  persom: 'human',
  humen: 'human',
  humna: 'human',
};

/**
 * The command a whole message is, or null (guide 4, "Always on"). Trigger words inside an ordinary sentence are not
 * commands, and numbers never are: they answer the question asked.
 */
export function recogniseCommand(text: string): Command | null {
  return commandOfWhole(text) ?? stopInLines(text);
}

/** Texts sent quickly arrive as one message: a STOP that was a text by itself is heard whatever came beside it. */
function stopInLines(text: string): Command | null {
  if (!text.includes('\n')) return null;
  const lines = text.slice(0, LONGEST * 20).split('\n');
  const found = lines.map(commandOfWhole).filter((command) => command === 'stop' || command === 'wrong_number');
  return found[0] ?? null;
}

function commandOfWhole(text: string): Command | null {
  const said = text.slice(0, LONGEST * 2).trim();
  if (said === '' || said.length > LONGEST) return null;
  const thumb = THUMBS[[...said.replace(TRIMMINGS, '')][0] ?? ''];
  if (thumb !== undefined && !/[\p{L}\p{N}]/u.test(said.replace(THANKS, ''))) return thumb;
  // plain spelling makes "ye" into "you"
  if (/^ye[\s.!]*$/i.test(said)) return 'yes';
  const plain = plainly(said);
  if (plain === '' || /^[\d ]+$/.test(plain)) return null;
  return commandIn(plain) ?? commandIn(withoutManners(plain));
}

function commandIn(plain: string): Command | null {
  const exact = KNOWN.get(plain);
  if (exact !== undefined) return exact;
  const slip = SHORT_SLIPS[plain];
  if (slip !== undefined) return slip;
  if (plain.split(' ').length < 3) return null;
  for (const length of [plain.length, plain.length - 1, plain.length + 1]) {
    const near = FORGIVEN.get(length)?.find(([phrase]) => isOneSlip(plain, phrase) && slipIsNoWord(plain, phrase));
    if (near !== undefined) return near[1];
  }
  return null;
}

/** Plain spelling, without marks between sentences. */
function plainly(said: string): string {
  return normalise(said).plain.replace(/[|]/g, ' ').replace(/\s+/g, ' ').trim();
}

const MANNERS =
  /^(?:(?:please|hi|hello|hey|hiya|sorry|um|erm|eh|oh|och|well|actually|ok|okay|right|look|so|listen|but|and|just|excuse me|haw|here|aye|yeah|thanks) )+|(?: (?:please|thanks|thank you|ta|cheers|mate|pal|hen|big man|doll|son|then|now|sorry|though|love|x|xx|lol|ok|ffs|kind regards|if thats ok|if possible|again|just|today))+$/g;

function withoutManners(plain: string): string {
  return plain
    .replace(MANNERS, '')
    .replace(/\b(?:just|please|really|maybe|fucking|actually) /g, '')
    .trim();
}

function commandOf(name: string): Command | null {
  return isCommand(name) ? name : null;
}

function isCommand(name: string): name is Command {
  return name in WHOLE;
}

/** "I want to shop" is not "I want to stop": what was slipped must not be a word or a name itself. */
function slipIsNoWord(plain: string, phrase: string): boolean {
  const words = phrase.split(' ');
  return plain.split(' ').every((word) => words.includes(word) || !(COMMON.has(word) || NAMES.has(word)));
}

/** One letter added, missed, changed or swapped. */
function isOneSlip(one: string, other: string): boolean {
  if (Math.abs(one.length - other.length) > 1 || one === other) return one === other;
  // a slip leaves the start or the end as it was, which settles nearly every phrase at once
  if (one[0] !== other[0] && one.at(-1) !== other.at(-1)) return false;
  let head = 0;
  while (head < one.length && one[head] === other[head]) head += 1;
  let tail = 0;
  const most = Math.min(one.length, other.length) - head;
  while (tail < most && one.at(-1 - tail) === other.at(-1 - tail)) tail += 1;
  const left = one.length - head - tail;
  const right = other.length - head - tail;
  if (Math.max(left, right) <= 1) return one.length >= 6 || !/ /.test(other);
  return left === 2 && right === 2 && one[head] === other[head + 1] && one[head + 1] === other[head];
}
