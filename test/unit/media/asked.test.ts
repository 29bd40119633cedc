/** What the conversation asks to have deleted is what the person was asked about (guide.md X7, X8). */
import { perform } from '../../transcripts/perform';

const start = '# Pictures\nchannel: whatsapp\n\n> hi\n> yes\n> yes\n> yes\n';
const effectsOf = (script: string) =>
  perform(start + script).turns.flatMap(({ effects }) => effects.map(({ kind, data }) => ({ kind, data })));
const deletions = (script: string) =>
  effectsOf(script)
    .filter(({ kind }) => kind === 'deleteMedia')
    .map(({ data }) => new Date(Number(data['since'])).toISOString().slice(11, 13));
const notes = (script: string) => effectsOf(script).filter(({ kind }) => kind === 'handOver');

it('"No" deletes from the first of the pictures it is about', () => {
  const one = '> (picture)\n@ 2 hours later\n> (picture)\n@ 2 hours later\n> [No, delete it]\n';
  expect(deletions(one)).toEqual(['10']);
});

it('a voice note between two pictures changes nothing about that', () => {
  const between = '> (picture)\n@ 2 hours later\n> (voice note)\n> (picture)\n> [No, delete it]\n';
  expect(deletions(between)).toEqual(['10']);
});

it('a picture from before they told of danger is not meant', () => {
  const before = '> (picture)\n@ 2 hours later\n> he has a knife\n> (voice note)\n> (picture)\n> [No, delete it]\n';
  expect(deletions(before)).toEqual(['12']);
});

it.each(['[Yes]', 'skip', '[No, delete it]'])('pictures decided on before, with %s, are not meant', (answer) => {
  const earlier = `> (picture)\n> ${answer}\n@ 2 hours later\n> (picture)\n> [No, delete it]\n`;
  expect(deletions(earlier).at(-1)).toBe('12');
});

it.each(['[Yes]', 'skip'])('%s deletes nothing and leaves a note', (answer) => {
  expect(deletions(`> (picture)\n> ${answer}\n`)).toEqual([]);
  expect(notes(`> (picture)\n> ${answer}\n`)).toMatchObject([{ data: { reason: 'media', level: 'P2' } }]);
});

it.each(['', "> [I'll type]\n", '> [A person]\n', '> skip\n'])(
  'a voice note is listened to whatever follows: %j',
  (answer) => {
    expect(deletions(`> (voice note)\n${answer}`)).toEqual([]);
    expect(notes(`> (voice note)\n${answer}`)).toMatchObject([{ data: { reason: 'media', level: 'P2' } }]);
  },
);
