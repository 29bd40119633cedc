/** Needs named in passing, whatever was asked: only words that say trouble by themselves, or what is plainly asked for. */
import { clausesOf } from '../reading/clauses';
import { gateOf } from '../safety/gate';
import { search } from '../safety/rule';
import { normalise } from '../safety/words/normalise';
import type { Need } from '../types';
import { putPlainly } from './figures';
import { needsIn } from './recogniseNeeds';
import { TROUBLES } from './troubles';

const RULES: readonly (readonly [Need, RegExp])[] = Object.keys(TROUBLES)
  .filter((need): need is Need => need in TROUBLES)
  .map((need) => [need, search(TROUBLES[need])] as const);

const gate = gateOf(RULES.map(([, says]) => says));

/** What is asked for in so many words. */
const ASKS_FOR =
  / (?:need|needs|needing|want|wanting|would like|id like|love|looking for|after|help(?: me)?(?: out)? (?:with|to|find|get)|(?:bit|some|any|get) (?:of )?help|support with|could do with|struggling with|(?:bother|trouble|problems?) with|here (?:about|for)|desperate for|get(?:ting)? me|find(?:ing)? me|main thing|forgot|missed|add) /;
/** Of what the words after it deny, said before them. */
const DENIED_BEFORE =
  / (?:not|no|isnt|dont|never|without|drop|remove|instead of|rather than|apart from|except|nothing to do with|take (?:off|out)|leave (?:out|off)|(?:dont|no longer) (?:need|want)(?: (?:any|help|support))*(?: with)?|(?:never|didnt) (?:say|said|mention)(?: anything)?(?: about)?|no (?:problems?|bother|worries|issues?|trouble) (?:with|about)|(?:fine|ok|okay|sorted|happy|alright|good) (?:for|with|about)) (?:(?:the|my|any|a|about|with) ){0,2}$/;
/** And after them: "housing's sorted", "the money is fine". */
const DENIED_AFTER =
  /^ ?(?:s|is|are|was|side|bit|stuff|part|thing)? ?(?:s |is |are |all |now |been )*(?:sorted|fine|ok|okay|grand|alright|dealt with|covered|not (?:a|the|my) (?:problem|issue|bother)|no (?:a )?(?:problem|bother|issue)|out of the way|can wait) /;
/** Things that have a no in them and are needed for it: "nae job", "no food". */
const NO_IS_THE_NEED = /^ ?(?:no|not|cant|dont|never|hardly|nothing|nobody|havent|without|lost) /;

/** Is what was found at `from`..`to` said to be no need? */
export function isDenied(plain: string, from: number, to: number): boolean {
  if (DENIED_AFTER.test(plain.slice(to))) return true;
  if (NO_IS_THE_NEED.test(plain.slice(from, to))) return false;
  return DENIED_BEFORE.test(plain.slice(Math.max(0, from - 60), from + 1));
}

/** The needs a clause says by itself. */
function troublesIn(plain: string): readonly { readonly need: Need; readonly at: number }[] {
  const open = gate(plain);
  return RULES.flatMap(([need, says], n) => {
    if (open[n] !== 1) return [];
    says.lastIndex = 0;
    for (let match = says.exec(plain); match !== null && match[0] !== ''; match = says.exec(plain)) {
      if (!isDenied(plain, match.index, match.index + match[0].length)) return [{ need, at: match.index }];
      says.lastIndex = match.index + match[0].length;
    }
    return [];
  });
}

/** Is something wanted or asked for in these plain words? */
export const wantsSomething = (plain: string): boolean =>
  (ASKS_FOR.test(plain) || WANTS_TOO.test(plain)) && !DENIES_WANTING.test(plain);

/** Wanting in fewer words: "the company would do me", "it's the drink". */
const WANTS_TOO =
  / (?:a hand (?:with|getting)|could be doing with|could use|struggl\w+|happy to give|about my|rid of|its the) /;

/** Do they ask for something, rather than say how things are? "Do you help with" asks too. */
export function asksForHelp(text: string): boolean {
  return clausesOf(text).some(
    ({ plain, asks }) => (!asks && ASKS_FOR.test(plain) && !DENIES_WANTING.test(plain)) || ASKS_IF_WE.test(plain),
  );
}

const ASKS_IF_WE =
  / (?:do|can|could|would|will|are|is|does) (?:you|ye|it|this|there|win|somebody|someone) (?:able to |all )?(?:help|take|do|have|run|get|give|offer|a place|a group|any|anything|somewhere) | (?:told|heard|said|says|say) (?:[^ ]+ ){0,2}(?:you|ye|there) |able to help /;

/** The needs a message mentions, in the order they are named; never from a question about us. */
export function mentionedNeeds(text: string): readonly Need[] {
  const found = clausesOf(text).flatMap(({ plain, asks }) => {
    const meant = putPlainly(plain).replace(NOT_MEANT, ' | ');
    const troubles = troublesIn(meant);
    const wanted = !asks && ASKS_FOR.test(meant) && !DENIES_WANTING.test(meant) ? needsIn(meant) : [];
    if (asks && wanted.length === 0 && !ASKS_FOR.test(meant)) return [];
    return [...troubles.toSorted((a, b) => a.at - b.at).map(({ need }) => need), ...wanted];
  });
  const all = [...new Set(found)];
  // sleep lost to worry is the worry
  return all.includes('mental_health') && SLEEP.test(normalise(text).plain) && !BODY.test(normalise(text).plain)
    ? all.filter((one) => one !== 'physical_health')
    : all;
}

/** Said of how something is done, and of nothing to do with it. */
const NOT_MEANT =
  / (?:half (?:do )?|(?:good|great|grand|bad|fine|proper|rotten) )a? ?job (?!of my own)| nothing to do with (?:[^ |]+ ){0,2}/g;

const SLEEP = / (?:sleep|sleeping|insomnia) /;
const BODY = / (?:pain|back|hips?|knees?|legs?|chest|heart|copd|asthma|diabetes|gp|dentist|doctor|operation) /;

/** "I don't need", "I want to keep it that way" ask for nothing. */
const DENIES_WANTING =
  / (?:dont|not|never|no|didnt) (?:really |want to |to )?(?:need|want|like|looking)|(?:want|like) (?:to )?(?:keep|know|leave|stop there) /;
