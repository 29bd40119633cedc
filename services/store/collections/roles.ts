/** What somebody of the team, or of a partner, may be. What each may open is in the matrix of bot/pages/staff/access.ts. */
export const ROLES = ['advisor', 'safeguarding', 'manager', 'admin', 'partner'] as const;
export type Role = (typeof ROLES)[number];

const known: ReadonlySet<string> = new Set(ROLES);
export const isRole = (text: string): text is Role => known.has(text);
