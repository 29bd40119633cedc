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
  // Lithuanian, Slovak, Czech, Hungarian, Turkish
  'man reikia pagalbos kalbu lietuviskai aciu labas potrebujem pomoc hovorim slovensky dakujem prosim mluvim cesky potrebuji dekuji segitsegre szuksegem magyarul beszelek koszonom yardim ihtiyacim turkce konusuyorum tesekkurler merhaba istiyorum',
].map((words) => new Set(words.split(' ')));

/** Words of those lists that are also ours, which prove nothing. */
const OURS: ReadonlySet<string> = new Set(
  'no man am casa de si tak po dom mein mere va kar help nu moge je pot'.split(' '),
);

/** How much of a message is looked at, in characters. */
const LOOKED_AT = 400;

/** Is the message in a language other than English or Scots? Never sure of a word or two unless its letters say so. */
export function isOtherLanguage(text: string): boolean {
  const seen = text.slice(0, LOOKED_AT);
  const ours = seen.match(/\p{Script=Latin}/gu)?.length ?? 0;
  const theirs =
    seen.match(
      /[\p{Script=Cyrillic}\p{Script=Arabic}\p{Script=Devanagari}\p{Script=Gurmukhi}\p{Script=Han}\p{Script=Bengali}\p{Script=Greek}\p{Script=Hebrew}\p{Script=Ethiopic}\p{Script=Thai}\p{Script=Hangul}\p{Script=Tamil}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Georgian}\p{Script=Armenian}]/gu,
    )?.length ?? 0;
  if (theirs >= 2 && theirs > ours) return true;
  const words = seen
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll('ł', 'l')
    .split(/[^a-z]+/)
    .filter((word) => word !== '');
  return COMMON.some((common) => {
    const known = words.filter((word) => common.has(word));
    const telling = known.filter((word) => !OURS.has(word));
    return telling.length >= 2 && known.length / words.length >= 0.34;
  });
}
