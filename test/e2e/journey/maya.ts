/** What Maya answers on her way to the share box, by what is asked. */

/** Anything that can press and say, with a browser or without, and knows the newest bubble. */
export interface Answerer {
  press(...labels: readonly string[]): Promise<unknown>;
  say(words: string): Promise<unknown>;
}

const NUMBER = '07700 900123';
export const AVOID = "not fridays, that's when I'm at my AA meeting";

/** A press where it says so, else words. */
const MAYA: readonly (readonly [RegExp, string, 'press' | 'say'])[] = [
  [/OK time and place/, 'Yes', 'press'],
  [/What do you need in life/, 'ma hoose is damp and the landlord never answers', 'say'],
  [/going on with your home/, 'Repairs or damp', 'press'],
  [/ideas now, or ask a bit more/, 'Ideas now', 'press'],
  [/Which area/, 'Blantyre', 'press'],
  [/Have I got that right/, 'Yes', 'press'],
  [/Which sounds OK/, '1', 'say'],
  [/How old are you/, '18 or over', 'press'],
  [/anyone else/i, 'No', 'press'],
  [/what (would|should|can) (you like us to|we|I) call you/i, 'Maya', 'say'],
  [/keep in touch/, 'Text', 'press'],
  [/What number/, NUMBER, 'say'],
  [/safe for us to text or call/, 'Yes', 'press'],
  [/good time/i, 'Morning', 'press'],
  [/we should avoid/, AVOID, 'say'],
  [/voicemail/i, 'No', 'press'],
  [/start/i, "Hi, it's WIN", 'press'],
];

/** Goes on until this is asked; what is not in the table is skipped. Gives back what was asked. */
export async function goOnTo(
  asked: RegExp,
  person: Answerer,
  last: () => string | Promise<string>,
  {
    pace,
    number = NUMBER,
    time = 'Morning',
  }: {
    readonly pace: 'Ideas now' | 'A bit more first';
    readonly number?: string;
    /** the hours in which a text of ours may come: a test that waits for one runs at any hour of the day */
    readonly time?: 'Morning' | 'Any time';
  },
): Promise<string> {
  const instead: Readonly<Record<string, string>> = { 'Ideas now': pace, [NUMBER]: number, Morning: time };
  for (let step = 0; step < 30; step += 1) {
    const now = await last();
    if (asked.test(now)) return now;
    const [, said, how] = MAYA.find(([question]) => question.test(now)) ?? [null, 'SKIP', 'say'];
    await person[how](instead[said] ?? said);
  }
  throw new Error(`It did not come to ${asked}`);
}

/** The box of what a partner would see. */
export const BOX = /would (only )?see:/;
