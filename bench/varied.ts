/** The same answer as many people would type it: no text twice within thousands, so that no cache flatters anybody. */

const openers = ['', 'Eh ', 'Aye ', 'Well ', 'Hmm ', 'Ok ', 'Right ', 'So ', 'I think ', 'Erm ', 'Oh ', 'Hiya '];
const closers = [
  '',
  ' please',
  ' thanks',
  ' I think',
  ' then',
  ' pal',
  ' I suppose',
  ' cheers',
  ' for now',
  ' ta',
  '!',
  '.',
];
const names = [
  ...['Maya', 'Craig', 'Isa', 'Mohammed', 'Agnieszka', 'Shona', 'Davie', 'Kirsty', 'Oksana', 'Tam', 'Fatima', 'Ewan'],
  ...['Jean', 'Rab', 'Senait', 'Lorna', 'Piotr', 'Morven', 'Gordon', 'Aisha', 'Callum', 'Betty', 'Hamza', 'Eilidh'],
];
const lives = [
  ...[
    'I feel lonely',
    'nobody comes round any more',
    'I want to get out and meet folk',
    'it gets awful quiet in the house',
  ],
  ...['I could do with some company', 'I hardly talk to anyone now', 'not many pals left to be honest'],
  ...['the days are long on my own', 'I miss having folk about me', 'since I moved here I know no one'],
];
const places = ['Blantyre', 'High Blantyre', 'Rutherglen', 'Low Blantyre', 'Blantyre, near the station', 'Burnside'];

const one = <T>(all: readonly T[], n: number, other: T): T => all[n % all.length] ?? other;
/** Ofcom's numbers for drama, all of them in turn. */
const number = (n: number) => `07700 900${String(n % 1_000).padStart(3, '0')}`;

/** `n` is another for each answer that is given. */
export function varied(said: string, n: number): string {
  if (/^07700/.test(said)) return number(n * 7);
  if (said === 'Maya') return one(names, n, said);
  if (said === 'Blantyre') return `${one(places, n, said)}${one(closers.slice(0, 4), n >> 3, '')}`;
  const words = said === 'I feel lonely' ? one(lives, n, said) : said;
  return `${one(openers, n, '')}${words}${one(closers, Math.floor(n / openers.length), '')}`;
}
