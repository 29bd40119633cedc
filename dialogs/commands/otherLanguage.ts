/** Tells a message in another language from English, Scots and misspelled English, and which one it is. */

/** Languages we hold prepared lines in; 'other' is any we do not. */
export type Language =
  | 'polish'
  | 'ukrainian'
  | 'arabic'
  | 'romanian'
  | 'urdu'
  | 'kurmanji'
  | 'sorani'
  | 'tigrinya'
  | 'other';

/** Everyday words of each language that are not English or Scots words. Marks over letters are already gone. */
const COMMON: readonly (readonly [Language, ReadonlySet<string>])[] = (
  [
    // Polish
    [
      'polish',
      'nie jest jestem mam nazywam prosze dziekuje pomocy pomoc potrzebuje mowie polsku polski dzien dobry czesc gdzie moge moj moja mieszkanie pracy szukam dzieci rozumiem angielsku angielski dobrze tak bardzo chce czy jak sie mieszkam mnie praca pieniedzy witam dom corka syn ktos mowi po umrzec zyc maz boje bije mieszkania spac jesc dziecko pilnie zadzwonic',
    ],
    // Romanian
    [
      'romanian',
      'sunt nu am vreau ajutor nevoie romana vorbesc engleza buna ziua multumesc unde pot casa locuiesc copii copil mea meu este pentru va rog lucrez munca bani cum imi trebuie inteleg romaneste limba salut caut doresc nimic fara si de mor sotul bate dorm strada mananc urgent avem',
    ],
    // Spanish, Portuguese, Italian, French
    [
      'other',
      'necesito ayuda hablo espanol no gracias tengo quiero vivo hijos trabajo casa por favor ingles preciso ajuda falo portugues obrigado obrigada filhos trabalho minha meu tenho moro aiuto bisogno parlo italiano grazie lavoro besoin aide parle francais merci bonjour je suis mon mes enfants travail maison pas',
    ],
    // Urdu and Hindi in our letters
    [
      'urdu',
      'mujhe madad chahiye mein nahi nahin hai hain kya aap meri mera mere urdu punjabi bolta bolti hoon karo ghar paisa bachay bache zaroorat shukriya kaam kahan kar raha rahi',
    ],
    // Kurdish in our letters
    [
      'kurmanji',
      'ez alikari alikariye hewceye hewce dixwazim nizanim nikarim kurdi kurmanci ingilizi diaxivim dipeyivim li ji re min heye tune mala zarok spas silav kar',
    ],
    // Lithuanian, Slovak, Czech, Hungarian, Turkish
    [
      'other',
      'man reikia pagalbos kalbu lietuviskai aciu labas potrebujem pomoc hovorim slovensky dakujem prosim mluvim cesky potrebuji dekuji segitsegre szuksegem magyarul beszelek koszonom yardim ihtiyacim turkce konusuyorum tesekkurler merhaba istiyorum',
    ],
  ] as const
).map(([language, words]) => [language, new Set(words.split(' '))]);

/** Words of those lists that are also ours, which prove nothing. */
const OURS: ReadonlySet<string> = new Set(
  'no man am casa de si tak po dom mein mere va kar help nu moge je pot ez li ji re min urgent'.split(' '),
);

/** How much of a message is looked at, in characters. */
const LOOKED_AT = 400;

/** Letters of other alphabets, and the language that writes with them; told further by letters few others have. */
const ALPHABETS: readonly (readonly [RegExp, (text: string) => Language])[] = [
  [/\p{Script=Cyrillic}/gu, (text) => (/[ыэъё]/i.test(text) && !/[іїєґ]/i.test(text) ? 'other' : 'ukrainian')],
  [/\p{Script=Arabic}/gu, arabicLetters],
  [/\p{Script=Ethiopic}/gu, (text) => (/[ኣኣቐኸ]|እየ|የለ/.test(text) ? 'tigrinya' : 'other')],
  [
    /[\p{Script=Devanagari}\p{Script=Gurmukhi}\p{Script=Han}\p{Script=Bengali}\p{Script=Greek}\p{Script=Hebrew}\p{Script=Thai}\p{Script=Hangul}\p{Script=Tamil}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Georgian}\p{Script=Armenian}]/gu,
    () => 'other',
  ],
];

/** Sorani has signs over its vowels and a letter for e; Urdu has its own t, d, r, h and last e; Farsi only p, ch, zh, g. */
function arabicLetters(text: string): Language {
  if (/[ەۆێڕڵ]/.test(text)) return 'sorani';
  if (/[ٹڈڑںےہھ]/.test(text)) return 'urdu';
  return /[پچژگ]/.test(text) ? 'other' : 'arabic';
}

/** Which language a message is in; null for English and Scots. Never sure of a word or two unless its letters say so. */
export function languageOf(text: string): Language | null {
  const seen = text.slice(0, LOOKED_AT);
  const ours = seen.match(/\p{Script=Latin}/gu)?.length ?? 0;
  const [theirs, name] = ALPHABETS.map(([letters, which]) => [seen.match(letters)?.length ?? 0, which] as const).reduce(
    (most, one) => (one[0] > most[0] ? one : most),
  );
  if (theirs >= 2 && theirs > ours) return name(seen);
  const words = wordsOf(seen);
  const found = COMMON.map(([language, common]) => {
    const known = words.filter((word) => common.has(word));
    const telling = new Set(known.filter((word) => !OURS.has(word))).size;
    return { language, telling: telling >= 2 && known.length / words.length >= 0.34 ? telling : 0 };
  }).reduce((most, one) => (one.telling > most.telling ? one : most));
  return found.telling > 0 ? found.language : null;
}

function wordsOf(text: string): readonly string[] {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll('ł', 'l')
    .split(/[^a-z]+/)
    .filter((word) => word !== '');
}

/** Names of languages, in English and as their speakers say them. */
const NAMED: readonly (readonly [Language, string])[] = [
  ['polish', 'polish|polski|polsku'],
  ['ukrainian', 'ukrainian|ukrainska|ukrainsku'],
  ['arabic', 'arabic|arabi'],
  ['romanian', 'romanian|romana|romaneste'],
  ['urdu', 'urdu'],
  ['kurmanji', 'kurdish|kurdi|kurmanji|kurmanci'],
  ['sorani', 'sorani'],
  ['tigrinya', 'tigrinya|tigrigna'],
  [
    'other',
    'russian|farsi|persian|dari|pashto|punjabi|hindi|bengali|mandarin|cantonese|chinese|vietnamese|spanish|portuguese|french|italian|german|lithuanian|latvian|slovak|czech|hungarian|bulgarian|turkish|amharic|somali|albanian|tamil|swahili',
  ],
];

/** A wish to be talked to in it: "polish please", "can I do this in Polish", "do you speak urdu?". A bare name is none. */
const ASKED: readonly (readonly [Language, RegExp])[] = NAMED.map(([language, names]) => [
  language,
  new RegExp(
    `^(?:(?:in )?(?:${names}) (?:please|pls|plz|prosze|language please|interpreter(?: please)?)|(?:please |pls )?in (?:${names})(?: please| pls)?|(?:can|could|may) (?:i|we|you) (?:please )?(?:do|have|get|write|talk|speak|chat|answer|say)(?: (?:this|it|that|to me|to you))?(?: in)? (?:${names})(?: please)?|do you (?:speak|have|know|understand|do)(?: it| this)?(?: in)? (?:${names})|(?:anybody|anyone|somebody|someone) (?:there )?(?:who )?(?:speaks?|speaking)? ?(?:${names})|i (?:only )?speak (?:only )?(?:${names})(?: only)?|only (?:${names})|(?:need|want|i need|i want) (?:a |an )?(?:${names}) (?:interpreter|speaker|translator|please))$`,
  ),
]);

/** The language they ask us to speak, by name; null when they ask for none. */
export function languageAsked(text: string): Language | null {
  if (text.length > 60) return null;
  const plain = wordsOf(text).join(' ');
  return ASKED.find(([, says]) => says.test(plain))?.[0] ?? null;
}
