/** Where pages of the console are. */
export const personPath = (id: string): string => `/advisor/people/${encodeURIComponent(id)}`;
