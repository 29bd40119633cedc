/** Which language somebody writes in, so that one line comes back in it (P-A30). */
import { isOtherLanguage, type Language, languageOf } from '../../../dialogs/commands/otherLanguage';
import { textOf } from '../../../dialogs/content/copy';
import { newTalk, play, typed } from '../engine/talk';

/** Each as two people might write it. */
const WRITTEN: Readonly<Record<Language, readonly [string, string]>> = {
  polish: ['Dzień dobry, potrzebuję pomocy z mieszkaniem', 'nie mowie po angielsku szukam pracy'],
  ukrainian: ['Добрий день, мені потрібна допомога з житлом', 'я не розмовляю англійською, двоє дітей'],
  russian: ['Здравствуйте, мне нужна помощь, я не говорю по-английски', 'ищу работу, где вы находитесь'],
  arabic: ['مرحبا احتاج مساعدة في السكن', 'لا اتكلم الانجليزية عندي ثلاثة اطفال'],
  romanian: ['Buna ziua, am nevoie de ajutor cu casa', 'nu vorbesc engleza, caut de lucru, multumesc'],
  urdu: ['مجھے مدد چاہیے، میں انگریزی نہیں بولتا', 'mujhe madad chahiye mera ghar nahi hai'],
  kurdish: ['Silav, ez alîkarî dixwazim', 'nikarim bi inglizi axaftin, zarok heye'],
  sorani: ['سڵاو، پێویستم بە یارمەتییە', 'من ئینگلیزی نازانم، دوو منداڵم هەیە'],
  tigrinya: ['ሰላም ሓገዝ እደሊ ኣለኹ', 'እንግሊዝኛ ኣይዛረብን እየ'],
};

const lines = Object.entries(WRITTEN).flatMap(([language, texts]) => texts.map((text) => [language, text] as const));

it.each(lines)('P-A30: %s is known: %s', (language, text) => {
  expect(isOtherLanguage(text)).toBe(true);
  expect(languageOf(text)).toBe(language);
});

it.each([
  'کمک می‌خواهم، خانه ندارم، پول ندارم',
  'necesito ayuda con mi casa',
  'Здравей, търся помощ',
  'ሰላም እርዳታ እፈልጋለሁ',
])('P-A30: no wrong language is spoken to somebody who writes in one we have no line in: %s', (text) => {
  expect(languageOf(text)).toBeNull();
});

it.each([
  "I'm skint and ma heid is burst",
  'em ok then, 5 min',
  'ez mate',
  'te he that made me laugh',
  'hun can i ask',
])('P-A30: "%s" is ours', (text) => {
  expect(isOtherLanguage(text)).toBe(false);
});

it('P-A30: the line comes first, then the question in English, on a phone too', () => {
  for (const channel of ['web', 'sms', 'whatsapp'] as const) {
    const talk = newTalk({ channel });
    const { replies } = play(talk, typed(talk, WRITTEN.polish[0]));
    const said = replies.map(textOf).join('\n');
    expect(said.indexOf('tłumaczem')).toBeGreaterThanOrEqual(0);
    expect(said.indexOf('Which language do you speak?')).toBeGreaterThan(said.indexOf('tłumaczem'));
  }
});
