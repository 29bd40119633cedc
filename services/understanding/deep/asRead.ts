/**
 * How the deep stage reads a message: the plain spelling of the rules (Scots, text-speak, slips, look-alike letters), put
 * back into written English, because that is what its first weights were learned from. Lines to learn from and messages go
 * through this same function, so that nothing written in Python can differ from it.
 */
import { normalise } from '../../../dialogs/safety/words/normalise';
import { readAs } from '../danger/spellings';

/** Words that the plain spelling writes without their apostrophe. */
const APOSTROPHES: ReadonlyMap<string, string> = new Map(
  `i'm i've don't can't won't isn't aren't wasn't weren't doesn't didn't couldn't wouldn't shouldn't haven't hasn't hadn't
  ain't he's she's it's that's there's what's who's where's how's they're you're they've you've they'll you'll
  it'll nobody's somebody's everybody's mum's dad's`
    .split(/\s+/)
    .map((word) => [word.replace("'", ''), word] as const),
);

/** Digits are kept: "in 10 minutes" and "16" say something. */
const NUMBER = /^\d/;

/** One message in written English, lower case: words, `.` between sentences, `?` at the end where anything is asked. */
export function asRead(text: string): string {
  const words = normalise(text)
    .plain.split(' ')
    .filter((word) => word !== '')
    .map((word) => (word === '|' ? '.' : NUMBER.test(word) ? word : written(readAs(word))));
  return `${words.join(' ')}${text.includes('?') ? ' ?' : ''}`;
}

function written(word: string): string {
  return APOSTROPHES.get(word) ?? word;
}
