/** P-H15: what is typed on the web's first screen is kept, as a first text message is, and not asked for again. */
import { newTalk, play, typed } from './talk';

const RENT = "I need help with my rent, I'm two months behind and the landlord's texting me every day";

it('P-H15: the first words are kept through consent, and what they need is not asked again', () => {
  const talk = newTalk({ channel: 'web' });
  play(talk, { kind: 'hello' });
  const first = play(talk, typed(talk, RENT));
  expect(first.replies.flatMap((reply) => reply.parts.map((one) => one.id))).not.toContain('X26');
  expect(talk.state.needs).toContain('housing');
  play(talk, { kind: 'choice', id: 'consent~yes', label: "Yes, that's OK" });
  const asked = new Set<string>();
  for (let turn = 0; turn < 12 && talk.state.mode === 'bot'; turn += 1) {
    asked.add(talk.state.asked?.key ?? '');
    play(talk, { kind: 'choice', id: 'command~skip', label: 'Skip' });
  }
  expect([...asked]).not.toEqual(expect.arrayContaining(['need']));
  expect([...asked]).not.toEqual(expect.arrayContaining(['needMenu']));
  expect(Object.values(talk.state.secrets).some((words) => words.includes('two months behind'))).toBe(true);
});
