/** Thanks in a few words, with nothing of a goodbye in them: "no bad, thanks for being real". */

const THANKS = / (?:thanks|thank you|thankyou|cheers|ta|appreciate|appreciated) /;
/** What makes a thank-you a leave-taking, or more than one. */
const MORE =
  / (?:everything|all|goodbye|bye|last|anyway|trying|tried|any ?more|no more|enough|sorry|love|remember|forgive|never|end|over|wont|will|tell|look after|kind|kindness|good to me|been|gone|going|done|tired|die|dead|kill|hurt|pills|sleep|wake) /;
const FEW = 8;

/** Is this in plain spelling a small thank-you? Never where a word in it could be a goodbye. */
export function isSmallThanks(plain: string): boolean {
  return plain.trim().split(' ').length <= FEW && THANKS.test(plain) && !MORE.test(plain);
}
