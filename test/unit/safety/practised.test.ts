/** Danger that is practised or taught is no danger; the same words about somebody real are. */
import { createReader } from '../../../services/understanding/read';

const read = createReader();
const certain = (text: string) => {
  const { risks } = read(text, { recentlyFlagged: false });
  return risks === 'failed' || risks.some(({ unclear }) => !unclear);
};

it.each([
  'we did the overdose simulation at uni and I froze in front of everybody',
  'I do the suicide awareness training on Thursdays so not then',
  "the dummy had taken too many tablets and wasn't breathing and I forgot every step",
  'passed ma first aid course, the mannequin stopped breathing and I got it going',
  'the domestic abuse module at college near finished me off',
])('"%s" is not acted on', (text) => {
  expect(certain(text)).toBe(false);
});

it.each([
  "my mate has taken too many tablets and he isn't breathing",
  'I did the first aid course but ma da has collapsed and is not breathing',
  "I've taken an overdose",
])('"%s" is', (text) => {
  expect(certain(text)).toBe(true);
});
