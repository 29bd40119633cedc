/** The rooms of services are in layers: no two need each other, by whatever way round. A room is a folder of services. */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';

const services = join(__dirname, '..', '..', '..', 'services');

/** What each file imports, by its path inside services; types too. */
type Imports = ReadonlyMap<string, readonly string[]>;

function read(): Imports {
  const files = readdirSync(services, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'));
  return new Map(
    files.map((file) => {
      const text = readFileSync(join(services, file), 'utf8');
      const found = [...text.matchAll(/from '(\.[^']+)'/g)].map(([, to = '']) => normalize(join(dirname(file), to)));
      return [file, found.filter((to) => !to.startsWith('..'))];
    }),
  );
}

/** The list of collections and the wiring lie above all rooms, each by itself. */
const roomOf = (path: string): string => path.split('/')[0] ?? path;

function neighbours(imports: Imports): ReadonlyMap<string, ReadonlySet<string>> {
  const rooms = new Map<string, Set<string>>();
  for (const [file, all] of imports) {
    const from = roomOf(file.replace(/[.]ts$/, ''));
    const known = rooms.get(from) ?? new Set();
    for (const to of all) if (roomOf(to) !== from) known.add(roomOf(to));
    rooms.set(from, known);
  }
  return rooms;
}

/** A way from a room back to itself; empty where there is none. */
function circleIn(rooms: ReadonlyMap<string, ReadonlySet<string>>): readonly string[] {
  const safe = new Set<string>();
  const walk = (room: string, way: readonly string[]): readonly string[] => {
    if (way.includes(room)) return [...way.slice(way.indexOf(room)), room];
    if (safe.has(room)) return [];
    for (const next of rooms.get(room) ?? []) {
      const found = walk(next, [...way, room]);
      if (found.length > 0) return found;
    }
    safe.add(room);
    return [];
  };
  for (const room of rooms.keys()) {
    const found = walk(room, []);
    if (found.length > 0) return found;
  }
  return [];
}

test('no room of services needs a room that needs it', () => {
  const rooms = neighbours(read());
  expect(rooms.size).toBeGreaterThan(20);
  expect(circleIn(rooms)).toEqual([]);
});

test('a circle of three is seen', () => {
  const imports = new Map([
    ['store/ports.ts', ['people/person']],
    ['people/person.ts', ['conversation/turn']],
    ['conversation/turn.ts', ['store/ports']],
  ]);
  expect(circleIn(neighbours(imports))).toEqual(['store', 'people', 'conversation', 'store']);
});
