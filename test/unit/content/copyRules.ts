/** The rules of the conversation guide for what people read (3.2 to 3.5), as the lints of our words use them. */

export const avoidedWords: readonly string[] = [
  'referral',
  'refer',
  'service user',
  'client',
  'assessment',
  'triage',
  'screening',
  'disengaged',
  'hard to reach',
  'appointment',
  'vulnerable',
  'complex needs',
  'chaotic',
  'commit suicide',
  'failed attempt',
  'addict',
  'alcoholic',
  'junkie',
  'victim',
  'perpetrator',
  'non-compliant',
  'did not attend',
  'mandatory',
  'must',
  'need to',
  'failure',
  'consent',
  'data subject',
  'process',
  'homeless',
  'barriers',
  'safeguarding',
  'invalid',
  'error',
  'click here',
  'unfortunately',
  'simply',
  'as i said',
  'just',
];

/** Guide 2.1 rule 8: the first words may show on a locked phone. */
export const riskWords =
  /\b(suicid|self.?harm|kill|die|dying|dead|overdose|hurt|harm|danger|abuse|beat|violen|rape|drug|knife|999|crisis|emergency)/i;

export const sentencesOf = (text: string): readonly string[] => text.split(/(?<=[.?])\s+|\n|: /).filter(Boolean);
export const wordsIn = (text: string): readonly string[] => text.split(/\s+/).filter((word) => /[a-z0-9]/i.test(word));

const syllablesIn = (word: string): number => {
  const vowels = word
    .toLowerCase()
    .replace(/e\b/, '')
    .match(/[aeiouy]+/g);
  return Math.max(1, vowels?.length ?? 0);
};

/** The reading grade of these texts together (Flesch-Kincaid). */
export function gradeOf(texts: readonly string[]): number {
  const words = texts.flatMap(wordsIn);
  const syllables = words.reduce((sum, word) => sum + syllablesIn(word), 0);
  const sentences = texts.flatMap(sentencesOf).length;
  return 0.39 * (words.length / sentences) + 11.8 * (syllables / words.length) - 15.59;
}
