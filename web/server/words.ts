/** The words of the page round the talk: buttons, labels and what it says when the network is away. */

export const words = {
  leave: 'Leave now',
  leaveHint: 'Or press Shift 3 times. This opens the weather.',
  safety: 'Stay safe online',
  privacy: 'Your privacy',
  talk: 'Our talk',
  answers: 'Ways to answer',
  pickAny: 'Pick any that fit',
  done: "That's them",
  yourWords: 'Your words',
  yourWordsHint: 'Or say it your own way',
  send: 'Send',
  skip: 'Skip',
  back: 'Back',
  pause: 'Pause',
  person: 'Talk to a person',
  typing: 'Writing',
  waiting: 'Waiting to send',
  you: 'You',
  bot: 'WIN',
  advisor: 'From our team',
  asking: 'Still asking',
  more: 'More below',
  away: "We can't get through just now. Your words are safe here, and we'll keep trying.",
  storeDown: "We can't save anything just now. Your words are safe here, and we'll keep trying.",
  ended: 'This chat has ended. You can start again any time.',
  startAgain: 'Start again',
  keep: 'Keep my place on this phone',
  keepHint: 'Anyone who uses this phone could open this chat for a week. Is that OK?',
  keepYes: 'Yes, keep it',
  keepNo: 'No thanks',
  kept: 'Your place is kept on this phone for a week.',
  forget: 'Forget it',
  comeBack: 'You asked this phone to keep your place.',
  carryOn: 'Carry on',
  shift2: 'Press Shift 2 more times to leave.',
  shift1: 'Press Shift 1 more time to leave.',
  leaving: 'Leaving',
} as const;

/** Shown when nothing else works. The four numbers that are never stale (guide 1, D3). */
export const CRISIS_LINES: readonly string[] = [
  "If you're in danger, call 999.",
  'To talk to someone now, call 111, or Samaritans free on 116 123.',
];

/** Where Leave now goes: a page nobody wonders about (guide 3.5). */
export const LEAVE_TO = 'https://www.bbc.co.uk/weather';
