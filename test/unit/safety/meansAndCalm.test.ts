/** A question about means, a calm after a decision, a voice that orders harm: asked about, however politely they are put. */
import { detectRisk } from '../../../dialogs/safety/detectRisk';

const raised = (text: string) => detectRisk(text, false);
const suicidal = (text: string) => raised(text).find(({ category }) => /^suicide_/.test(category));

test.each([
  'how many paracetamol would be too many',
  'how many tablets would it take',
  'what amount of insulin is dangerous',
  'how much codeine would kill you',
  'is there a painless way to go',
  "what's the easiest way to no wake up",
  'is there a way that disnae hurt',
  'does it hurt to drown',
  'how long does it take to bleed out',
  'can ye die fae too many sleepers',
])('"%s" is a question about means, and is asked about', (text) => {
  expect(suicidal(text)).toMatchObject({ aboutOther: false });
});

test.each([
  'how many paracetamol can I take for a headache',
  'how many tablets do I take wi food',
  'is it ok to take ibuprofen with my water tablets',
  'how much is a strip of paracetamol',
  'what is the easiest way to get to the foodbank',
  'does it hurt to get the jag',
  'how long does it take to hear back',
  "what's the best way to get out the house more",
  'the dog ate my tablets, how many would be dangerous for a dog',
])('"%s" is not', (text) => {
  expect(suicidal(text)).toBeUndefined();
});

test.each([
  'made ma mind up and its all sorted, gave ma brother the dug',
  'at peace with it now. ive left the keys with ma sister',
  'feel calm since I decided, nae need for anybody to phone',
  "I've decided. wont be needing yous any more, thanks for everything",
  'everything is sorted and the cat is away to ma pal, wont need her',
])('"%s" is a calm that is asked about', (text) => {
  expect(suicidal(text)).toMatchObject({ level: 'P0', aboutOther: false });
});

test.each([
  'made my mind up, I want the gardening group',
  "it's all sorted thanks, the council phoned",
  'feeling calm the day, the walking group helped',
  'gave my brother the dog while I flit',
  "I've decided to go for the college course, left the form with my sister",
  'no need to phone, I got a house. all sorted',
  'at peace with my dad now he is gone',
])('"%s" is good news', (text) => {
  expect(suicidal(text)).toBeUndefined();
});

test.each([
  "there's a man's voice keeps telling me to do away wi masel",
  'the voices say I have to finish it',
  'a voice is ordering me to punish masel',
  'the voices want me to end ma life',
])('"%s": a voice that orders harm is for this minute', (text) => {
  expect(raised(text)).toContainEqual(expect.objectContaining({ category: 'psychosis_distress', level: 'P0' }));
});
