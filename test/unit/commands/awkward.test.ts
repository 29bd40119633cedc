/** The awkward moments of guide 4 X: named when they are there, and not when they are not. */
import { recogniseMoments } from '../../../dialogs/commands/awkward';
import type { AwkwardMoment } from '../../../dialogs/types';

const HEARD: Readonly<Record<AwkwardMoment, readonly string[]>> = {
  someone_coming: [
    "he's coming in",
    "he's here",
    'my partner is coming back in 5 mins',
    "someone's coming, gotta go",
    "she's back",
    'cant talk',
    'I have to go',
    'her man just walked in, my partner is home',
  ],
  anger: [
    'this is fucking useless',
    'fuck sake',
    'ffs',
    'pure raging',
    'my life is shite',
    'sick of repeating myself',
    'you lot are useless',
    'fuck you',
  ],
  abuse_of_staff: [
    "I'm gonnae batter your staff",
    'I will come down there and stab you',
    'send me nudes',
    'i know where you work',
    'suck my dick',
  ],
  other_language: [
    'nie mówię po angielsku, potrzebuję pomocy',
    'Мені потрібна допомога',
    'أحتاج إلى مساعدة',
    'am nevoie de ajutor, nu vorbesc engleza',
    'مجھے مدد چاہیے',
    'mujhe madad chahiye',
    'dzień dobry szukam pracy',
  ],
  deaf: [
    "I'm deaf",
    'I use BSL',
    'my mum is deaf',
    "I can't hear on the phone",
    'hard of hearing? i am hard of hearing',
  ],
  advice: [
    'should I stop taking my sertraline',
    'how many paracetamol can I take? is it safe to take tablets',
    'can my landlord evict me',
    'what are my legal rights',
  ],
  bereaved: [
    'my mum died last week',
    'ma da passed away',
    'lost my husband in June',
    'my wee boy died',
    'my brother killed himself',
    "it's her funeral on friday",
  ],
  joking: [
    'jist kidding',
    'only joking',
    'forget it',
    'never mind',
    'jk',
    'ignore me',
    'didnae mean it',
    'just kidding lol',
  ],
  third_party: [
    "it's for my mum",
    'I am worried about my brother',
    'my son needs help',
    'on behalf of my neighbour',
    'my pal is really struggling',
    "she won't get help",
  ],
  withdraw_share: [
    'stop sharing my details',
    'I want to take back my details',
    'dont pass my details on',
    'withdraw my consent',
    'changed my mind about sharing',
  ],
};

for (const [moment, texts] of Object.entries(HEARD)) {
  test.each(texts)(`${moment} is heard in "%s"`, (text) => {
    expect(recogniseMoments(text)).toContain(moment);
  });
}

test.each([
  'ah cannae dae this masel, ma heid is mince',
  'hiya am fae Blantyre an a need a haun wi ma rent',
  'i ned hlep wiht my hosing pls',
  'wit ye sayin tae it',
  'café',
  'ok',
  'gonnae gies a bell the morra',
  'no',
  'Jana Kowalska',
])('"%s" is English or Scots', (text) => {
  expect(recogniseMoments(text)).not.toContain('other_language');
});

test.each([
  'I need help with my rent',
  'hello',
  'I want to learn to cook',
  'get back to work',
  'I lost my job',
  'Maya',
])('nothing awkward is heard in "%s"', (text) => {
  expect(recogniseMoments(text)).toEqual([]);
});

test('swearing at life or at the service is anger, never abuse of staff', () => {
  for (const text of [
    'fuck this',
    'fuck off',
    'your shite at this',
    'the dwp are cunts',
    'I want to die for fuck sake',
    "I'm gonnae kill him",
  ]) {
    expect(recogniseMoments(text)).not.toContain('abuse_of_staff');
  }
});
