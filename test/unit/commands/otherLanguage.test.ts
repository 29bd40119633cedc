import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { languageAsked, languageOf } from '../../../dialogs/commands/otherLanguage';

it.each([
  ['Dzień dobry, potrzebuję pomocy z mieszkaniem', 'polish'],
  ['potrzebuje pomocy', 'polish'],
  ['Мені потрібна допомога', 'ukrainian'],
  ['мне нужна помощь, я живу в Блантайре и мы голодные', 'other'],
  ['أحتاج إلى مساعدة', 'arabic'],
  ['Am nevoie de ajutor cu locuința', 'romanian'],
  ['مجھے مدد چاہیے', 'urdu'],
  ['mujhe madad chahiye', 'urdu'],
  ['من پێویستم بە یارمەتی هەیە', 'sorani'],
  ['Ez alîkariyê dixwazim', 'kurmanji'],
  ['ኣነ ሓገዝ የድልየኒ ኣሎ', 'tigrinya'],
  ['necesito ayuda con mi casa', 'other'],
  ['我需要帮助', 'other'],
])('"%s" is %s', (text, language) => {
  expect(languageOf(text)).toBe(language);
});

it.each([
  ['polish please', 'polish'],
  ['Polish pls', 'polish'],
  ['can I do this in Polish?', 'polish'],
  ['do you speak Urdu', 'urdu'],
  ['only romanian', 'romanian'],
  ['in Arabic please', 'arabic'],
  ['Farsi please', 'other'],
])('"%s" asks for %s', (text, language) => {
  expect(languageAsked(text)).toBe(language);
});

it.each(['Polish', 'I want to polish my CV', 'my pal is polish', 'learn spanish', 'polish the silver please'])(
  '"%s" asks for none',
  (text) => {
    expect(languageAsked(text)).toBeNull();
    expect(languageOf(text)).toBeNull();
  },
);

const understanding = join(__dirname, '../../../services/understanding');
const lines = [join(understanding, 'corpus'), join(understanding, 'meaning', 'lines')].flatMap((folder) =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.jsonl'))
    .flatMap((name) => readFileSync(join(folder, name), 'utf8').split('\n'))
    .filter((line) => line !== '')
    .map((line): unknown => JSON.parse(line).text)
    .filter((text) => typeof text === 'string'),
);

/** The corpus has a few lines that are in another language. */
const FOREIGN =
  /Dzień|День|день|Привіт|السلام|مرحبا|Bună|Salut, sunt|ሰላም|Merhaba|Dziękuję|شكرا|Дякую|የቐንየለይ|Mówię po polsku/;

it('takes no Scots, text-speak or misspelt line of the whole corpus for another language', () => {
  expect(lines.length).toBeGreaterThan(18_000);
  const ours = lines.filter((text) => !FOREIGN.test(text));
  expect(lines.length - ours.length).toBeLessThan(30);
  expect(ours.filter((text) => languageOf(text) !== null)).toEqual([]);
  // and who asks for a language truly does
  expect([...new Set(ours.filter((text) => languageAsked(text) !== null))].sort()).toEqual([
    'I speak Polish',
    'can I answer in Romanian',
    'can you speak Farsi',
    'could I have it in Polish',
    'do you do this in Romanian',
    'do you know Arabic',
    'do you speak Ukrainian',
  ]);
});

it('takes well under 3 ms, also for a long message', () => {
  const long = 'ma heid is mince an am pure skint '.repeat(200);
  languageOf(long);
  const began = performance.now();
  for (let go = 0; go < 100; go += 1) languageOf(long);
  expect((performance.now() - began) / 100).toBeLessThan(3);
});
