/** What stands in a person's own copy instead of the short names of our records: said to the person, so "you". */

type Names = Readonly<Record<string, string>>;

/** By the first part of their name in the record. */
const purposes: Names = {
  special_category: 'That we keep what you tell us',
  layer2_shown: 'You saw the longer privacy words',
  share: 'That a partner sees your lines',
  check_in: 'That we check in with you later',
  share_number: 'That a partner gets the number you write from',
  marketing: 'News of ours',
};

const referralStates: Names = {
  requested: 'They were asked',
  accepted: 'They said yes',
  rejected: 'They said no',
  'in-progress': 'Under way',
  'on-hold': 'Waiting',
  completed: 'Done',
  cancelled: 'Taken back',
  failed: 'It could not be sent',
};

const promises: Names = {
  callBack: 'That one of us rings you',
  answer: 'That one of us is in touch',
  referral: 'That a partner answers',
  complaint: 'That we answer what you were not happy with',
  rights: 'That we answer what the law lets you ask',
};

const promiseStates: Names = {
  open: 'To come',
  warned: 'Due soon',
  kept: 'Kept',
  broken: 'Not kept',
  sorrySaid: 'Not kept, and we said sorry',
  cancelled: 'Not owed any more',
};

const reasons: Names = {
  asked: 'You asked for a person',
  risk: 'We were worried for you',
  check: 'We wanted to be sure that you are safe',
  choose: 'You wanted help to choose',
  noMatch: 'Nothing we know of fits',
  language: 'You use another language',
  communication: 'You need another way to talk',
  thirdParty: 'Somebody else may have had your phone',
  media: 'You sent a file',
  advice: 'You asked for advice',
  complaint: 'You were not happy with us',
  concern: 'You told us of a worry about one of us',
  under16: 'You are under 16',
  quietShare: 'You wanted something passed on quietly',
  notUnderstood: 'We did not understand you',
  bereavement: 'Somebody died',
  outOfArea: 'You live outside our area',
  rights: 'You asked what we keep',
  checkIn: 'A check-in',
  letDown: 'A partner could not help',
  late: 'Something we promised was late',
  undelivered: 'A message did not reach you',
};

const handoffStates: Names = {
  queued: 'Waiting for one of us',
  offered: 'Waiting for one of us',
  claimed: 'One of us has it',
  live: 'Talking with you',
  callback: 'A call is agreed',
  closed: 'Over',
};

const outcomes: Names = {
  helped: 'We helped',
  passedOn: 'Passed on',
  handedBack: 'Back to the automated helper',
  noAnswer: 'We did not reach you',
  notWanted: 'You did not want it after all',
  mistake: 'Asked by mistake',
};

const files: Names = {
  waiting: 'On its way to us',
  kept: 'Kept',
  refused: 'Not taken',
  gone: 'Could not be fetched',
  deleted: 'Deleted',
};

const dangers: Names = {
  suicide_act: 'That you had hurt yourself to end your life',
  suicide_thoughts: 'That you thought of ending your life',
  self_harm: 'That you hurt yourself',
  danger_now: 'That you were in danger just then',
  domestic_abuse: 'That somebody close harms you',
  phone_not_theirs: 'That somebody else had your phone',
  child_at_risk: 'That a child may be harmed',
  harm_to_others: 'That somebody may be harmed',
  medical_emergency: 'That a doctor was needed at once',
  self_neglect: 'That you could not look after yourself',
  exploitation: 'That somebody uses you',
  psychosis_distress: 'That you were very afraid or confused',
  no_shelter_tonight: 'That you had nowhere to sleep',
  no_food_or_heat: 'That you had no food or no heat',
  concern_about_us: 'That one of us did something wrong',
  suicide_self_harm: 'That you thought of ending your life, or hurt yourself',
  none: 'No danger',
};

const levels: Names = { P0: 'At once', P1: 'Urgent', P2: 'That day', P3: 'The next working day', P4: 'When we can' };

const verdicts: Names = {
  right: 'We heard you right',
  noDanger: 'There was no danger',
  another: 'It was something else',
  notMeant: 'You did not mean it',
  notHeard: 'You meant it, and we did not hear it',
};

export const copyNames = {
  purposes,
  referralStates,
  promises,
  promiseStates,
  reasons,
  handoffStates,
  outcomes,
  files,
  dangers,
  levels,
  verdicts,
} as const;

/** In words; a name there are no words for stays as it is. */
export const inWords = (names: Names, name: string): string =>
  names[name] ?? names[name.split(/[:/]/)[0] ?? name] ?? name;
