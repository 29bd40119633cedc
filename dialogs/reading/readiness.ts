/** How ready they are: a number out of ten, or the rung of the ladder their words describe. */
import type { Found } from '../reading';
import type { Clause } from './clauses';

type Rung = 1 | 2 | 3 | 4 | 5;
type Ready = { readonly score: number | null; readonly rung: Rung };

/** 0 to 2 looking, 3 and 4 one person, 5 and 6 come and see, 7 and 8 join in, 9 and 10 ready to start or help. */
export function rungOf(score: number): Rung {
  if (score <= 2) return 1;
  if (score <= 4) return 2;
  if (score <= 6) return 3;
  return score <= 8 ? 4 : 5;
}

const N = '(10|[0-9])';
const SCORES: readonly RegExp[] = [
  new RegExp(` ${N} outof(?= )`, 'g'),
  new RegExp(` ${N} 10 `, 'g'),
  new RegExp(
    ` (?:put me (?:at|down as|as)|put me at an?|(?<!see )(?<!phone )(?<!ring )(?<!call )(?<!get )me (?:at|doon as)|call it an?|like an?|i would say|id say|say an?|its an?|thats an?|so thats an?|be an?|im an?|im nearly an?|am an?|about an?|probably an?|ready (?:like )?an?|ready|put|score|readiness|an? solid|maybe|make it) ${N}(?: (?:isnt|ready|for readiness|if|to be|then|now|out|and|on a|$)|(?= $))`,
    'g',
  ),
  new RegExp(` ${N} (?:for readiness|ready|on the ready)(?= )`, 'g'),
];
const NO_SCORE =
  / (?:cats|maths|test|school|exam|kids|years|bus|weeks|months|o ?clock|pm|am|age|flat|quid|half|questions|buses|people) /;

const RUNGS: readonly (readonly [Rung, RegExp, boolean])[] = [
  [
    5,
    / (?:help out|helping out|volunteer|i could (?:make|help|teach|run)|give me a job to do|help other (?:people|folk)|could help (?:other|folk)|teach \w+ to|lend a hand|give a hand) /,
    true,
  ],
  [
    3,
    / (?:come (?:and|along and|along for a|for a|to|have a|alang and)? ?(?:see|look|nosey|nosy|have a look)(?: it| only)?|pop in|visit(?: first)?|have a look at the place|see (?:it|the place|what its like)(?: first)?|drop in|sit at the back|come to look|go with my \w+ once|look round|come along and have) /,
    false,
  ],
  [
    2,
    /(?: (?:chat|talk|speak|blether|coffee|cuppa|conversation|natter|message)(?: to| with| wi| first)? (?:to |with |wi |just |a |maybe )*(?:one|somebody|1|someone|a person|you|an advisor)(?: person| lady| woman| man| of you| first)? | one to one | (?:one|1) person | start with a (?:chat|conversation) | hear me out | i would do one | talk to (?:somebody|someone) )/,
    false,
  ],
  [
    4,
    / (?:join in|join(?: the| a| up)?|right in|deep end|start (?:the|a|monday|this week|straight|tonight|now)|game for (?:anything|it)|up for (?:it|anything)|get me in|put me down for|i am ready to start|sign me up|ready to go|lets go|very ready|give it a (?:go|try)|gie it a go|i would come out|ready like yesterday|ready as i will ever be|im ready|i am ready|come tomorrow) /,
    false,
  ],
  [
    1,
    / (?:just looking|only looking|looking for now|having a (?:nosey|nosy|look)|browsing|not (?:ready|yet)(?: for anything| at all| to)?|think about it|merely enquiring|dipping my toe|just info|look at a leaflet|baby steps|read about it|dont put me down|no rush) /,
    false,
  ],
];

/** Their readiness, or undefined. `asked`: it is what we asked, so a bare number is a score. */
export function readinessIn(clauses: readonly Clause[], asked: boolean): Found<Ready> | undefined {
  const scores: Found<Ready>[] = [];
  const add = (score: number, words: string) => scores.push(ready(score, words));
  const scaled = clauses.some(({ plain }) => / 0 (?:to|and|till) 10 /.test(plain));
  for (const { plain, raw } of clauses) {
    if (NO_SCORE.test(plain) && !asked) continue;
    // "0 to 10?" is our scale said back, and "a six out of ten" one number, not two
    const said = plain
      .replace(/ 0 (?:to|and|till) 10(?= )/g, ' ')
      .replace(/ (?:out|oot) (?:of|ae) 10(?= )/g, (whole, at: number) =>
        / (?:10|[0-9])$/.test(plain.slice(0, at)) ? ' outof' : whole,
      );
    const withOnes = said.replace(/ (a|an|it|at|about|put) one(?= (?:ready|for|out|then|$)|$)/g, ' $1 1');
    for (const says of SCORES) for (const match of withOnes.matchAll(says)) add(Number(match[1]), raw);
    const bare = /^ (?:about |maybe |like |a |an |only |just )*(10|[0-9])(?: (?:then|i think|maybe|isnt it))? $/.exec(
      plain,
    );
    if ((asked || scaled) && bare !== null) add(Number(bare[1]), raw);
  }
  // what they would be if something were otherwise is not what they are
  const plainly = scores.filter(({ words }) => !/\bif\b/i.test(words));
  const first = clauses[0];
  const lone = first === undefined ? null : /^ (10|[0-9]) $/.exec(first.plain);
  if (plainly.length === 0 && scores.length > 0 && lone !== null) return ready(Number(lone[1]), first?.raw ?? '');
  const last = plainly.at(-1) ?? scores.at(-1);
  // "one to one I'm an 8, a room of folk I'm a 0": no one number
  const two =
    new Set(scores.map(({ value }) => value.score)).size > 1 &&
    clauses.filter(({ plain }) => / if (?:its|it) /.test(plain)).length > 1;
  if (last !== undefined && !two) return last;
  if (two) return undefined;
  for (const [rung, says, onlyAsked] of RUNGS) {
    if (onlyAsked && !asked) continue;
    const clause = clauses.find(
      ({ plain }) =>
        says.test(plain) &&
        !/ (?:cant|dont|not|wont|never|no) (?:[^ ]+ ){0,2}$/.test(plain.slice(0, Math.max(0, plain.search(says)) + 1)),
    );
    if (clause !== undefined && (asked || SURE[rung].test(clause.plain)))
      return { value: { score: null, rung }, words: clause.raw, confidence: asked ? 0.85 : 0.6 };
  }
  return undefined;
}

function ready(score: number, words: string): Found<Ready> {
  return { value: { score, rung: rungOf(score) }, words, confidence: 0.85 };
}

/** Outside the question only words that can mean nothing else. */
const SURE: Readonly<Record<Rung, RegExp>> = {
  1: / (?:just looking|looking for now|only looking|not ready|look at a leaflet|dont put me down|having a nosey) /,
  2: / (?:i would do one|i (?:would|could|will|can) (?:do|manage|meet|see) (?:just )?(?:one|1) person|rather (?:chat|talk|speak) to one|(?:chat|talk|speak) to (?:just )?(?:one|1) person|one person first) /,
  3: / (?:(?:come|pop in|drop in) and see|come to look|have a look at the place|see it first|come along and have|pop in and see) /,
  4: / (?:ready to start|i am ready|im ready|ready as i will ever be|join in) /,
  5: / xx /,
};
