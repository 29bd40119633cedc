/** Many conversations at once: printed in the order given, and one that breaks stops no other. */
import { playAll } from '../../../bot/tools/playAll';
import type { Played } from '../../../bot/tools/playOne';
import { readScripts } from '../../../bot/tools/script';

const outcome: Played['outcome'] = {
  needs: [],
  risk: 'none',
  level: 'none',
  handoff: false,
  area: null,
  stage: 'B',
  referrals: [],
  checks: [],
};

it('prints in the order of the file whichever ends first, complains of the rest, and counts them', async () => {
  const source = Array.from({ length: 60 }, (_, at) =>
    at === 10 ? '{' : JSON.stringify({ id: `c${at}`, channel: 'web', turns: [] }),
  ).join('\n');
  const printed: string[] = [];
  const complaints: string[] = [];
  const addresses = new Set<string>();
  const open = new Map<string, () => void>();
  const wrong = playAll(readScripts(source), {
    play: async (line, address) => {
      addresses.add(address);
      // the first one ends last
      if (line.script.id === 'c0') await new Promise<void>((resolve) => open.set('c0', resolve));
      if (line.script.id === 'c20') throw new Error('words of a person');
      if (line.script.id === 'c59') open.get('c0')?.();
      return { id: line.script.id, transcript: [], outcome };
    },
    print: (played) => printed.push(played.id),
    complain: (words) => complaints.push(words),
    progress: () => undefined,
  });
  expect(await wrong).toBe(2);
  expect(printed).toEqual(Array.from({ length: 60 }, (_, at) => `c${at}`).filter((id) => id !== 'c10' && id !== 'c20'));
  expect(complaints.sort()).toEqual(['line 11: this is not JSON', 'line 21: it could not be played (Error)']);
  expect(addresses.size).toBe(59);
});
