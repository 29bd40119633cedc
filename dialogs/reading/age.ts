/** How old somebody is, in numbers or words, told apart from everything else that is a number. */
import type { AgeBand, Found } from '../reading';
import type { Clause } from './clauses';

type Age = { readonly band: AgeBand; readonly years: number | null };

export function bandOf(years: number): AgeBand {
  if (years < 16) return 'under16';
  if (years < 18) return '16-17';
  if (years < 25) return '18-24';
  return years < 65 ? '25-64' : '65+';
}

const NOT_YEARS =
  '(?! (?:out of|weeks?|months?|hours?|minutes?|mins?|days?|kids?|quid|pounds|percent|clean|miles?|stone|of us|and a half|grand|people|units|buses|times|years? (?:ago|in|past|the|of|sober|clean|at|with|for|since|now|back|here|married|after|sleeping|service)|am|pm|oclock|til|till|to|or|st|nd|rd|th|pence|p)\\b)';
/** Said of oneself. Ten and under is a score ("I'm a 9"), not an age, unless "years old" follows. */
const SAID = new RegExp(
  ` (?:im|i am|am|age is|aged?|us are|my age|turned|put|be|me down) (?:(?:only|just|nearly|almost|about|now|still|a|the big|actually|around|well|me down as|down as|past) )*(\\d{2,3})${NOT_YEARS}(?= |$)`,
);
const YEARS_OLD = / (\d{1,3}) (?:years? (?:old|young|of age)|yrs? old|yo|y o|years? young)\b/;
const HAVE = / (?:i have|have|ive|i) (\d{2}) (?:years?(?! (?:of|ago|experience|in|at|with|here|clean|sober)))/;
const HAVE_BARE = /^ (?:i have|i got) (\d{2}) $/;
const BARE =
  /^ (?:and |but |just |only |well |its |er |um |age )?(\d{1,3})(?: (?:and a bit|and 3 quarters|odd|ish|years?|yrs?|yo|now|btw|pal|son|hen|love|mate|x|lol|past|today|yeah|if it matters|then|laugh))* $/;
const LEADS =
  /^ (\d{2}) (?:and|but|with|living|unemployed|male|female|man|woman|m|f|lassie|bloke|no|redundant|retired|widowed|single|flat) /;
const NOT_YET = /^ ?(?:in |on |next |tomorrow|the morra|soon|this (?:month|year|week)|at christmas|come )/;
const THEIRS =
  / (?:(?:my|a|the|his|her|our) (?:[a-z]+ )?)?(?:mums?|mother|dads?|father|sons?|boys?|daughters?|sisters?|brothers?|pals?|friends?|nephew|niece|granda|grandson|granddaughter|gran|papa|husband|wife|partner|kids?|girls?|lassie|shes|hes|she|he|they|theyre|baby|twins)(?: is| are| was|s)? /;
const MYSELF = / (?:i|im|ive|am|me|were|us|myself) /;

const DECADES: readonly (readonly [RegExp, AgeBand])[] = [
  [
    / (?:pensioner|oap|retirement age|drawing my pension|(?:wrong side of|past|over|nearly|my) (?:70s?|80s?|90s?)|(?:70|80|90) odd) /,
    '65+',
  ],
  [/ (?:(?:in )?(?:my|early|mid|late)? ?(?:70|80|90) ?s|seventies|eighties|nineties) /, '65+'],
  [/ (?:late 60 ?s|late sixties) /, '65+'],
  [
    / (?:(?:my |early |mid |late )?(?:30|40|50) ?s|thirties|forties|fifties|(?:30|40|50) (?:odd|something|ish)|mid 20 ?s|late (?:20 ?s|twenties)|early (?:60 ?s|sixties)|middle aged) /,
    '25-64',
  ],
  [/ (?:early (?:20 ?s|twenties)) /, '18-24'],
  [/ (?:over (?:18|21)|18 (?:plus|or over|and over)|an? adult|no a kid if|grown (?:up|man|woman)) /, '25-64'],
  [/ (?:under 16|not 16 yet) /, 'under16'],
];

/** Their age, or undefined. `asked`: age is what we asked, so a bare number is one. */
export function ageIn(clauses: readonly Clause[], asked: boolean): Found<Age> | undefined {
  const corrected = clauses.flatMap((clause) => corrections(clause));
  const last = corrected.at(-1);
  if (last !== undefined) return last;
  for (const clause of clauses) {
    const found = saidIn(clause, asked);
    if (found !== undefined) return found;
  }
  for (const clause of clauses) {
    const found = bareIn(clause, asked, clauses.length);
    if (found !== undefined) return found;
  }
  for (const { plain, raw } of clauses)
    for (const [says, band] of DECADES)
      if (says.test(plain) && (asked || (MYSELF.test(plain) && !THEIRS.test(plain))))
        return { value: { band, years: null }, words: raw, confidence: 0.7 };
  return asked ? anyNumber(clauses) : undefined;
}

function age(years: number, words: string, confidence: number): Found<Age> | undefined {
  return years >= 5 && years <= 110 ? { value: { band: bandOf(years), years }, words, confidence } : undefined;
}

/** "80 on Sunday so 79", "65 next week, so put 64" */
function corrections({ plain, raw }: Clause): Found<Age>[] {
  const so = / so (?:put |its |im |say )?(\d{2,3}) $/.exec(plain);
  const found = so === null ? undefined : age(Number(so[1]), raw, 0.85);
  return found === undefined ? [] : [found];
}

function saidIn({ plain, raw }: Clause, asked: boolean): Found<Age> | undefined {
  const match = SAID.exec(plain) ?? YEARS_OLD.exec(plain) ?? HAVE.exec(plain) ?? HAVE_BARE.exec(plain);
  if (match === null || / (?:when|since|till|until|before|at|was) $/.test(plain.slice(0, match.index + 1)))
    return undefined;
  const before = plain.slice(0, match.index);
  const whole = `${before} ${match[0]}`;
  if (THEIRS.test(` ${before.trim()} `) && !MYSELF.test(whole) && !asked) return undefined;
  if (/ (?:put|be|down) /.test(` ${match[0].trim()} `) && Number(match[1]) < 13 && !asked) return undefined;
  const after = plain.slice(match.index + match[0].length);
  const years = Number(match[1]);
  // "I'll be 69 in January", "45 next birthday": not yet
  const soon =
    (NOT_YET.test(after.trimStart()) && !/ turned /.test(plain)) || /(?:i will|gonna) be /.test(`${before}${match[0]}`);
  return age(soon && !/ year of age/.test(after) ? years - 1 : years, raw, 0.9);
}

function bareIn({ plain, raw }: Clause, asked: boolean, clauses: number): Found<Age> | undefined {
  const match = BARE.exec(plain) ?? LEADS.exec(plain) ?? among(plain);
  if (match === null) return undefined;
  const years = Number(match[1]);
  // beside other facts ("Mihai, 39, builder") a number of years is an age; alone it may be anything
  if (!asked && (years < 11 || years > 105 || clauses < 2)) return undefined;
  return age(years, raw, asked ? 0.95 : 0.75);
}

/** "jade 17 blantyre x": a short list without commas */
function among(plain: string): RegExpExecArray | null {
  const words = plain.trim().split(' ');
  if (words.length > 5 || words.length < 2) return null;
  const numbers = words.filter((word) => /^\d+$/.test(word));
  if (
    numbers.length !== 1 ||
    / (?:flat|number|bus|at|about|till|to|after|before|past|half|put|a|out|since|up|from|only|the|every|no|3|for|under|over|kids|hours|years|weeks|days|weans) /.test(
      plain,
    )
  )
    return null;
  return / (1[1-9]|[2-9]\d) /.exec(plain);
}

/** Asked for their age: one number that can be one, whatever is around it. */
function anyNumber(clauses: readonly Clause[]): Found<Age> | undefined {
  for (const { plain, raw } of clauses) {
    const soon = / (\d{2,3}) (?:in|next|on|tomorrow|soon)\b/.exec(plain);
    const numbers = [...plain.matchAll(/(?<= )(\d{1,3})(?= )/g)]
      .map((match) => Number(match[1]))
      .filter((n) => n >= 8 && n <= 105);
    const only = numbers[0];
    if (only === undefined || (THEIRS.test(plain) && !MYSELF.test(plain))) continue;
    return age(soon !== null && Number(soon[1]) === only ? only - 1 : only, raw, 0.7);
  }
  return undefined;
}
