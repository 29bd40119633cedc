/** The plain words work however they are typed, and ordinary sentences with the same words in them are left alone. */
import { recogniseCommand } from '../../../dialogs/commands/recogniseCommand';
import { COMMANDS, TRAPS } from './commandLines';

const commands = COMMANDS.trim()
  .split('\n')
  .flatMap((line) => {
    const [name = '', texts = ''] = line.split(': ');
    return texts.split(' | ').map((text) => ({ name, text }));
  });
const traps = TRAPS.trim().split('\n');

test('there are at least 150 of each', () => {
  expect(Math.min(commands.length, traps.length)).toBeGreaterThanOrEqual(150);
});

test('at least 95 in 100 of all lines are read rightly', () => {
  const confused = commands.flatMap(({ name, text }) => {
    const got = recogniseCommand(text);
    return got === name ? [] : [`${text} -> ${got}, not ${name}`];
  });
  const taken = traps.filter((text) => recogniseCommand(text) !== null);
  const accuracy = 1 - (confused.length + taken.length) / (commands.length + traps.length);
  process.stdout.write(
    `commands: accuracy ${accuracy.toFixed(3)}\n${[...confused, ...taken].map((line) => `  ${line}\n`).join('')}`,
  );
  expect({ confused, enough: accuracy >= 0.95 }).toEqual({ confused: expect.any(Array), enough: true });
});

test('at most 2 in 100 ordinary sentences are taken for a command', () => {
  const taken = traps.flatMap((text) => {
    const got = recogniseCommand(text);
    return got === null ? [] : [`${text} -> ${got}`];
  });
  expect({ taken, few: taken.length / traps.length <= 0.02 }).toEqual({ taken: expect.any(Array), few: true });
});

test.each(['1', '0', '10', '1 2', '1,3', '', '   ', '07700 900123'])('"%s" is an answer, not a command', (text) => {
  expect(recogniseCommand(text)).toBeNull();
});

test.each(['stop', 'stopall', 'unsubscribe', 'cancel', 'end', 'quit', 'optout', 'revoke'])(
  'the word %s always stops',
  (text) => {
    expect([recogniseCommand(text), recogniseCommand(text.toUpperCase()), recogniseCommand(` ${text}. `)]).toEqual([
      'stop',
      'stop',
      'stop',
    ]);
  },
);
