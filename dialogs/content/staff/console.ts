/** The words of the console: the queue, the thread, and what an advisor can do there. Nothing here is said to the people who write to us. */

export const queueWords = {
  title: 'Queue',
  next: 'Take the next one',
  here: 'You are here',
  away: 'You are away',
  goAway: 'I am away',
  comeBack: 'I am here again',
  yours: 'Yours',
  waiting: 'Waiting',
  others: 'With others',
  noneYours: 'You have nobody just now',
  noneYoursLine: 'Take the next one, or wait: what comes shows here by itself.',
  noneWaiting: 'Nobody is waiting',
  noneWaitingLine: 'You can leave this page open.',
  columns: { why: 'Why', level: 'How soon', since: 'Waiting since', who: 'Who has it', due: 'By', act: 'Take it' },
  take: 'Take',
  takeThis: (why: string) => `Take the one who is here because: ${why}`,
  answer: 'Waits for an answer',
} as const;

export const levelNames = {
  P0: 'At once',
  P1: 'Urgent',
  P2: 'Today',
  P3: 'Next working day',
  P4: 'When you can',
} as const;

/** Why a person is wanted, by its id in the record. */
export const reasonNames: Readonly<Record<string, string>> = {
  asked: 'Asked for a person',
  risk: 'Danger',
  check: 'May be in danger',
  choose: 'Would like help to choose',
  noMatch: 'Nothing we know of fits',
  language: 'Another language',
  communication: 'Another way to talk',
  thirdParty: 'Somebody else may have the phone',
  media: 'Sent a file',
  advice: 'Asked for advice',
  complaint: 'Not happy with us',
  concern: 'A worry about one of us',
  under16: 'Under 16',
  quietShare: 'Wants something passed on quietly',
  notUnderstood: 'We did not understand them',
  bereavement: 'Somebody died',
  outOfArea: 'Lives outside our area',
  rights: 'Asked about what we keep',
  checkIn: 'A check-in',
  letDown: 'A partner could not help',
  late: 'A promise is late',
  other: 'Needs a person',
};

export const stateNames = {
  queued: 'Waiting',
  offered: 'Waiting',
  claimed: 'Taken',
  live: 'Talking',
  callback: 'Call agreed',
  closed: 'Closed',
} as const;

export const channelNames = {
  web: 'Web page',
  sms: 'Text message',
  whatsapp: 'WhatsApp',
  phone: 'Phone',
} as const;

export const threadWords = {
  noName: 'No name yet',
  back: 'Back to the queue',
  careful: 'Before you write',
  carefulNone: 'They gave no rules. Ask if now is an OK time.',
  danger: 'Danger',
  talk: 'What was said, as they saw it',
  talkNone: 'Nothing was said yet, or it was forgotten as they wished.',
  more: 'Only the latest part is shown.',
  person: 'They',
  bot: 'Automated helper',
  team: 'Our team',
  offered: 'Offered',
  brief: 'Brief',
  came: 'How they came',
  needs: 'What they need',
  most: 'Matters most',
  wayBack: 'Way back',
  here: 'Only here',
  told: 'What they told us. Please do not ask it again',
  ideas: 'Ideas they were shown',
  passedOn: 'Passed on',
  promises: 'Promised by us',
  heard: 'They last wrote',
  beside: 'Also said',
  held: 'Questions',
  heldWhy: 'They wait until you say that they may go on.',
  withheld: 'For the safeguarding lead alone.',
  lookers: (who: string) => `${who} is looking at this too.`,
  history: 'What happened',
  opening: 'You could begin with',
  useOpening: 'Put it in the box',
  write: 'Write to them',
  writeHint: 'They see your name and that a person is here.',
  send: 'Send',
  sending: 'Sending',
  notSent: 'Not sent yet. It goes as soon as we are connected.',
  waitsForYou: 'waits for your answer since',
  waitsForAny: 'waits for one of us since',
  unsent: 'You wrote this. It was not sent',
  take: 'Take this one',
  takeHint: 'They are told your name, and the helper goes quiet.',
  takeOver: 'Take over',
  takeOverHint: (who: string) => `${who} is told, and so is the person.`,
  heldBy: (who: string) => `${who} has this one.`,
  yours: 'You have this one.',
  waitsFor: (who: string) => `Waiting. Next to be asked: ${who}.`,
  closed: 'This one is closed.',
  handBack: 'Hand back',
  handBackAsk: 'Hand this back?',
  handBackHint: 'They are told that you leave, in a sentence of its own.',
  goesOn: 'The questions go on where they were',
  stays: 'Nothing more is asked',
  callBack: 'Agree a call',
  callBackAsk: 'When do you call them?',
  callBackHint: 'They are told the time. Keep to how they said you may reach them.',
  day: 'Day',
  time: 'Time',
  agree: 'Agree it',
  called: 'You agreed to call them',
  reached: 'We talked',
  notReached: 'No answer, try again in an hour',
  wrapUp: 'Close it',
  wrapUpAsk: 'What came of it?',
  outcome: 'What came of it',
  note: 'A note for the team',
  noteHint: 'They do not see it.',
  close: 'Close it',
} as const;

export const outcomeNames = {
  helped: 'They got what they needed',
  passedOn: 'Passed on to somebody else',
  handedBack: 'Handed back to the helper',
  noAnswer: 'They did not answer',
  notWanted: 'They did not want it any more',
  mistake: 'It was a mistake',
} as const;

/** Why what an advisor wrote was not sent. */
export const notSaid = {
  stopped: 'They said stop, so it was not sent.',
  away: 'They left, or somebody came in. It was not sent. When they write again, you can.',
} as const;

export const careWords = {
  stopped: 'They said stop. Nothing is sent until they write again.',
  quiet: 'Quiet: name no need and no service until they do.',
  away: 'They left, or somebody came in. Nothing is sent until they write again.',
  codeWord: 'They have a code word. When they send it, the thread locks.',
} as const;
/** What they chose, with their answer behind it. */
export const careLabels = {
  safeNumber: 'Is their number safe',
  window: 'Good time',
  avoid: 'Times to avoid',
  voicemail: 'Leave a message',
  texts: 'How a text begins',
  sharedDevice: 'Somebody else looks at this phone',
} as const;

/** What became of one of our messages on its way to a phone. */
export const deliveryNames = {
  waiting: 'On its way',
  sending: 'On its way',
  held: 'Kept until they write again',
  sent: 'Sent',
  delivered: 'On their phone',
  read: 'Read',
  failed: 'It did not get there',
  dropped: 'Not sent: it would break what they chose',
  unsure: 'Sent, and no answer yet',
} as const;

/** What happened to it, by the name of the step in its record. */
export const stepNames: Readonly<Record<string, string>> = {
  asked: 'A person was asked for',
  offered: 'Asked',
  offeredAgain: 'Asked again',
  second: 'A second person was asked',
  lead: 'The safeguarding lead was asked',
  manager: 'The manager was asked',
  stillOpen: 'Still open',
  seen: 'Said they have it',
  acknowledged: 'Seen by a person',
  claimed: 'Taken',
  tookOver: 'Taken over',
  live: 'They began to talk',
  left: 'They left, or said stop',
  released: 'Let go',
  offShift: 'Went off shift',
  signedOut: 'Signed out',
  silent: 'Was not heard of',
  notTaken: 'Nobody took it',
  callMissed: 'The call was not made',
  callback: 'A call was agreed',
  reached: 'They talked on the phone',
  notReached: 'No answer on the phone',
  closed: 'Closed',
  other: 'Something changed',
};
export const stepBy = (what: string, who: string): string => (who === '' ? what : `${what}: ${who}`);

/** How an introduction stands, for the brief. */
export const referralNames = {
  requested: 'asked',
  accepted: 'said yes',
  rejected: 'cannot take it on',
  'in-progress': 'has begun',
  'on-hold': 'not decided yet',
  completed: 'done',
  cancelled: 'taken back',
  failed: 'could not help',
} as const;

export const categoryNames = {
  suicide_act: 'Ending their life, now',
  suicide_thoughts: 'Thoughts of ending their life',
  self_harm: 'Hurting themselves',
  danger_now: 'In danger now',
  domestic_abuse: 'Harm from somebody close',
  phone_not_theirs: 'Somebody else has the phone',
  child_at_risk: 'A child may be harmed',
  harm_to_others: 'May harm somebody',
  medical_emergency: 'Needs a doctor now',
  self_neglect: 'Cannot look after themselves',
  exploitation: 'Somebody uses them',
  psychosis_distress: 'Great fear or confusion',
  no_shelter_tonight: 'Nowhere to sleep tonight',
  no_food_or_heat: 'No food or heat',
  concern_about_us: 'A worry about one of us',
} as const;
