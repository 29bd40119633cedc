/** How a message sounds, so that what we say back can fit. Never a sign of danger by itself. */
import type { Feeling } from '../reading';

const SOUNDS: readonly (readonly [Feeling, RegExp])[] = [
  [
    'swearing',
    /\b(?:f+u+c+k\w*|feck\w*|shit\w*|shite\w*|cunts?|bastards?|bollocks|wank\w*|arse\w*|pish|piss(?:ed)? off|bloody|bugger\w*|ffs|wtf|stfu|prick\w*|bampot\w*|bawbag\w*)\b/i,
  ],
  [
    'angry',
    /\b(?:raging|ragin|fuming|beeling|furious|angry|sick (?:of|tae) (?:this|these|the|being|you|yous)|waste of (?:my )?time|useless|joke of a|what a joke|this is (?:shite|rubbish|a joke|stupid|ridiculous|pointless)|never (?:help|phone|listen|answer)\w* (?:any|back|me|us)|nobody (?:listens|phones|helps|cares)|naebody (?:listens|phones|helps|cares|ever)|had it (?:up|with)|scunnered wi)\b|!{3,}/i,
  ],
  ['joking', /\b(?:lol|lmao|haha+|hehe+|ha ha|jk|joking|kidding|just kidding|only messing|at it)\b|[😂🤣😅😆]/iu],
  ['thanks', /\b(?:thanks?|thank you|thankyou|thx|ty|ta|cheers|much appreciated|bless you|grateful)\b|🙏/iu],
  [
    'sad',
    /\b(?:sad|crying|greetin|in tears|heartbroken|gutted|broken hearted|devastated|miss (?:him|her|them|my)|lonely|so alone|hopeless|in bits|numb)\b|[😢😭😞😔🥺]/iu,
  ],
];

/** The feelings a message shows, none when it shows none. */
export function feelingsIn(text: string): readonly Feeling[] {
  const seen = text.slice(0, 1200);
  return SOUNDS.filter(([, says]) => says.test(seen)).map(([feeling]) => feeling);
}
