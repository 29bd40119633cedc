/** The lines of a play file: good ones are read, bad ones are named and do no harm to the rest. */
import { readScripts } from '../../../bot/tools/script';

describe('reading conversations to play', () => {
  it('reads words and taps, and numbers lines as an editor does', () => {
    const source =
      '\uFEFF{"id":"a","channel":"sms","turns":["hi",{"choice":"Yes"}]}\r\n\n{"id":7,"channel":"web","turns":[]}';
    expect(readScripts(source)).toEqual([
      { kind: 'good', line: 1, script: { id: 'a', channel: 'sms', turns: ['hi', { choice: 'Yes' }] } },
      { kind: 'good', line: 3, script: { id: '7', channel: 'web', turns: [] } },
    ]);
  });

  it.each([
    ['{"id":"a"', /not JSON/],
    ['[]', /the line/],
    ['null', /the line/],
    ['{"id":"","channel":"web","turns":[]}', /id/],
    ['{"id":"a","channel":"fax","turns":[]}', /channel/],
    ['{"id":"a","channel":"web","turns":[4]}', /turns/],
    ['{"id":"a","channel":"web","turns":[{"tap":"x"}]}', /turns/],
  ])('says what is wrong with %s', (source, why) => {
    const [first, second] = readScripts(`${source}\n{"id":"ok","channel":"web","turns":[]}`);
    expect(first).toMatchObject({ kind: 'bad', line: 1, why: expect.stringMatching(why) });
    expect(second).toMatchObject({ kind: 'good', line: 2 });
  });
});
