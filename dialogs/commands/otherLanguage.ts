/** Tells a message in another language from English, Scots and misspelled English. */

/** Everyday words of each language that are not English or Scots words. Marks over letters are already gone. */
const COMMON: readonly ReadonlySet<string>[] = [
  // Polish
  'nie jest jestem mam nazywam prosze dziekuje pomocy pomoc potrzebuje mowie polsku polski dzien dobry czesc gdzie moge moj moja mieszkanie pracy szukam dzieci rozumiem angielsku angielski dobrze tak bardzo chce czy jak sie mieszkam mnie praca pieniedzy witam dom corka syn ktos mowi po',
  // Romanian
  'sunt nu am vreau ajutor nevoie romana vorbesc engleza buna ziua multumesc unde pot casa locuiesc copii copil mea meu este pentru va rog lucrez munca bani cum imi trebuie inteleg romaneste limba salut caut doresc nimic fara si de',
  // Spanish, Portuguese, Italian, French
  'necesito ayuda hablo espanol no gracias tengo quiero vivo hijos trabajo casa por favor ingles preciso ajuda falo portugues obrigado obrigada filhos trabalho minha meu tenho moro aiuto bisogno parlo italiano grazie lavoro besoin aide parle francais merci bonjour je suis mon mes enfants travail maison pas',
  // Urdu and Hindi in our letters
  'mujhe madad chahiye mein nahi nahin hai hain kya aap meri mera mere urdu punjabi bolta bolti hoon karo ghar paisa bachay bache zaroorat shukriya kaam kahan kar raha rahi',
  // Kurdish in Latin letters
  'ez min te em hun heye nikarim dixwazim alikari alikariya silav rojbas kurdi axaftin diaxivim zimane xwe zarok hewce',
  // Lithuanian, Slovak, Czech, Hungarian, Turkish
  'man reikia pagalbos kalbu lietuviskai aciu labas potrebujem pomoc hovorim slovensky dakujem prosim mluvim cesky potrebuji dekuji segitsegre szuksegem magyarul beszelek koszonom yardim ihtiyacim turkce konusuyorum tesekkurler merhaba istiyorum',
].map((words) => new Set(words.split(' ')));

/** The languages of those lists, in their order; null where a list holds several. */
const OF_LISTS: readonly (Language | null)[] = ['polish', 'romanian', null, 'urdu', 'kurdish', null];

/** Words of those lists that are also ours, which prove nothing. */
const OURS: ReadonlySet<string> = new Set(
  'no man am casa de si tak po dom mein mere va kar help nu moge je pot em min te hun ez'.split(' '),
);

/** How much of a message is looked at, in characters. */
const LOOKED_AT = 400;

/** The languages we have one line in; of any other we know only that it is not ours. */
export const LANGUAGES = [
  'polish',
  'ukrainian',
  'russian',
  'arabic',
  'romanian',
  'urdu',
  'kurdish',
  'sorani',
  'tigrinya',
] as const;
export type Language = (typeof LANGUAGES)[number];

/**
 * Letters that only some languages of a script have, the most telling first. Urdu in Arabic letters has letters of its own
 * and so has Sorani; Persian and Pashto, which share some, are left unknown rather than greeted in another's language.
 */
const LETTERS: readonly (readonly [Language | null, RegExp])[] = [
  ['ukrainian', /[іїєґ]/iu],
  // Bulgarian and Serbian have none of these letters and words
  ['russian', /[ыэё]|(?<!\p{L})(?:мне|меня|нужна|нужно|помощь|говорю|здравствуйте|ищу)(?!\p{L})/iu],
  ['sorani', /[ڕڵۆێە]/u],
  ['urdu', /[ٹڈڑںےھہ]/u],
  [null, /[پچژگټډړښ]/u],
  ['arabic', /\p{Script=Arabic}/u],
  // Amharic is written with the same letters; these stand in Tigrinya only
  ['tigrinya', /[ቐ-ቝኸ-ኾቨኣ]/u],
];

/** The language of a message that is not ours, where it is one we have a line in; null where we do not know. */
export function languageOf(text: string): Language | null {
  const seen = text.slice(0, LOOKED_AT);
  for (const [language, letters] of LETTERS) if (letters.test(seen)) return language;
  const words = latinWords(seen);
  const counts = COMMON.map((common) => telling(common, words).length);
  const most = Math.max(...counts);
  return most < 2 ? null : (OF_LISTS[counts.indexOf(most)] ?? null);
}

const telling = (common: ReadonlySet<string>, words: readonly string[]) =>
  words.filter((word) => common.has(word) && !OURS.has(word));

function latinWords(text: string): readonly string[] {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll('ł', 'l')
    .replaceAll('ı', 'i')
    .split(/[^a-z]+/)
    .filter((word) => word !== '');
}

/** Is the message in a language other than English or Scots? Never sure of a word or two unless its letters say so. */
export function isOtherLanguage(text: string): boolean {
  const seen = text.slice(0, LOOKED_AT);
  const ours = seen.match(/\p{Script=Latin}/gu)?.length ?? 0;
  const theirs =
    seen.match(
      /[\p{Script=Cyrillic}\p{Script=Arabic}\p{Script=Devanagari}\p{Script=Gurmukhi}\p{Script=Han}\p{Script=Bengali}\p{Script=Greek}\p{Script=Hebrew}\p{Script=Ethiopic}\p{Script=Thai}\p{Script=Hangul}\p{Script=Tamil}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Georgian}\p{Script=Armenian}]/gu,
    )?.length ?? 0;
  if (theirs >= 2 && theirs > ours) return true;
  const words = latinWords(seen);
  return COMMON.some((common) => {
    const known = words.filter((word) => common.has(word));
    return telling(common, words).length >= 2 && known.length / words.length >= 0.34;
  });
}
