/** Who of the team is there now: everybody who works with people, whether they are signed in, and when their console was last heard of. */

import type { Role } from '../store/collections/roles';
import type { Staff } from '../store/collections/staff';
import type { Accounts } from './accounts';
import type { Sessions } from './sessions';

/** One of the team at a moment. */
export interface Present {
  readonly id: string;
  /** as people are told it */
  readonly name: string;
  readonly roles: readonly Role[];
  /** with no rota, who is signed in is at work, until they say that they are away */
  readonly onShift: boolean;
  readonly signedIn: boolean;
  /** ms since 1970; 0 for never */
  readonly seenAt: number;
  /** threads they can hold at once */
  readonly room: number;
}

const WORK: ReadonlySet<Role> = new Set(['advisor', 'safeguarding', 'manager']);
const ROOM = 4;

const works = ({ state, roles }: Staff): boolean => state === 'open' && roles.some((role) => WORK.has(role));

export function createPresence(accounts: Pick<Accounts, 'list'>, sessions: Pick<Sessions, 'present'>) {
  return async (at: number): Promise<readonly Present[]> => {
    const team = (await accounts.list()).filter(works);
    if (team.length === 0) return [];
    const there = await sessions.present(team);
    return team.map(({ id, name, roles }) => {
      const now = there.get(id);
      const { hereAt, atWork } = now ?? { hereAt: 0, atWork: false };
      return {
        id,
        name,
        roles,
        onShift: atWork,
        signedIn: now !== undefined,
        seenAt: Math.min(hereAt, at),
        room: ROOM,
      };
    });
  };
}
