/** The life of a conversation whose document is from before lives had names: told by when it was made (ms since 1970). */
export const lifeBornAt = (createdAt: number): string => `b${createdAt.toString(36)}`;
