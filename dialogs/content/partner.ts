/** The labels of what a partner can see: the person reads the same ones in the box before they say yes. */
import type { ShareKey } from '../vocabulary';

export const lineLabels: Readonly<Record<ShareKey, string>> = {
  name: 'Name',
  contact: 'Contact',
  need: 'Help with',
  words: 'Own words',
  support: 'Would help',
  when: 'Good time',
  avoid: 'Times to avoid',
  voicemail: 'Voicemail',
  texts: 'In a text',
};

/** The same lines as something to leave out; 24 letters at most. */
export const leaveOutLabels: Readonly<Record<ShareKey, string>> = {
  name: 'My name',
  contact: 'How to reach me',
  need: 'What I need help with',
  words: 'My own words',
  support: 'What would help',
  when: 'A good time',
  avoid: 'Times to avoid',
  voicemail: 'About voicemail',
  texts: 'How texts start',
};

/** Holds for everybody, and says nothing of anyone; what the person chose is above it. */
export const ALWAYS_SAFE: readonly string[] = [
  'Use only the way they gave you.',
  'Leave no voicemail, unless it says above that it is OK.',
  'Say nothing of what this is about to anyone else who answers.',
];

/** Why not this time. */
export const declineLabels = {
  full: 'We are full just now',
  notEligible: 'What we do is for a different group of people',
  wrongArea: 'We do not work in that area',
  other: 'Something else',
} as const;

/** By when a partner gets in touch, in working days. */
export const withinLabels = {
  '1': 'By the end of the next working day',
  '2': 'Within two working days',
  '3': 'Within three working days',
} as const;

/** The partner's pages and letters. {phone} is our own team's number: it is on every one. */
export const partnerWords = {
  careful: 'Keep them safe',
  heading: 'Someone would like your help',
  number: '{service}, {partner}. Number {ref}.',
  who: 'Who',
  whoNone: 'They chose not to give a name or a number yet. Say yes and they will get in touch with you.',
  what: 'What they need',
  whatNone: 'They would rather tell you themselves.',
  ask: 'What we ask of you',
  askReach: 'Please answer {by}. If it is yes, you get in touch. If it is no, we look for another way with them.',
  askNoReach:
    'Please answer {by}. If it is yes, we tell them how to reach you. If it is no, we look for another way with them.',
  when: 'When can you get in touch?',
  yes: 'Yes, we can help',
  notYet: 'Not yet',
  more: 'We need to know more first',
  moreLabel: 'What would you like to know? Only our team sees this. Please do not ask them yourself.',
  moreSend: 'Ask our team',
  list: 'We have a waiting list',
  listLabel: 'Until when? We tell them the date.',
  listSend: 'Put them on our list',
  tried: 'We tried and could not get through',
  triedOn: 'When did you try last?',
  triedTimes: 'How many times have you tried?',
  triedSend: 'Tell our team',
  no: 'Not this time',
  noWhy: 'What is the reason?',
  noWords: 'Anything our team can learn from? Only they see it. You can leave it empty.',
  noSend: 'Send a no',
  missing: 'Please pick a reason, so we can find something that fits.',
  missingDay: 'Please give a date, so we can tell them what is so.',
  team: 'Our team is on {phone}, {hours}.',
  yesDone: 'Thank you. We are telling them now',
  yesReach: 'They will hear that you will be in touch by {by}.',
  yesNoReach: 'They will hear that you can help, and how to reach you.',
  again: 'You can open this link again until it is closed. Your number for it is {ref}.',
  agreed: 'You said yes. Thank you',
  agreedBy: 'They know that you will be in touch by {by}.',
  agreedYou: 'They know how to reach you.',
  noDone: 'Thank you for telling us',
  noDoneBody: 'We will let them know kindly, and look at another way with them. There is nothing more for you to do.',
  heldDone: 'Thank you for telling us',
  moreDone: 'Our team will write back to you. The person hears that you asked something first, and nothing else.',
  listDone: 'They will hear that they are on your list until {day}. You can say yes or no here any time before.',
  triedDone: 'Our team will check with them that it is the right way to reach them. You can open this link again.',
  heldMore: 'You asked our team something first.',
  heldList: 'You have them on your list until {day}.',
  heldTried: 'You told us that you could not get through.',
  answeredNo: 'You said no. Thank you',
  answeredYes: 'You said yes. Thank you',
  answeredBody: 'Your answer for {ref} is with us. The details are no longer shown here, to keep the person safe.',
  answeredMore: 'To change it, write back to our mail or ring our team.',
  withdrawn: 'They have changed their mind',
  withdrawnBody: 'The person behind {ref} took this back. That is fine, and it says nothing about you.',
  withdrawnMore: 'Please stop using the details we passed on, and delete them.',
  closed: 'We found another way',
  closedBody: 'Some time has passed, so we are looking at another way with the person behind {ref}.',
  closedMore: 'There is nothing more for you to do. Thank you.',
  expired: 'This link has run out',
  expiredBody: 'Links that are not answered work for 14 days, to keep people safe.',
  expiredMore: 'Please write back to our mail or ring our team, and we will sort it out.',
  unknown: 'We do not know this link',
  unknownBody: 'It may have been cut short. Please try the whole link from our mail.',
  unknownMore: 'If that does not work, write back to our mail or ring our team.',
  tooMany: 'One moment',
  tooManyBody: 'That was a lot at once. Please wait a minute, then open the link again.',
  broken: 'This is not working just now',
  brokenBody: 'Nothing was lost. Please wait a minute, then open the link again.',
} as const;

type PartnerWord = keyof typeof partnerWords;

/** One line of a partner's page with its values. */
export function partnerSay(id: PartnerWord, params: Readonly<Record<string, string>> = {}): string {
  return partnerWords[id].replace(/\{(\w+)\}/g, (_whole, name: string) => params[name] ?? '');
}
