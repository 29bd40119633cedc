/** Kinds that are done with the turn itself: the hash, the phrase and the clock on the record are in its commit. */
import { z } from 'zod';
import { defineEffect } from './effect';

const data = z.object({});

export const keepPlace = defineEffect({ kind: 'keepPlace', data, do: async () => {} });
export const hashCodeWord = defineEffect({ kind: 'hashCodeWord', data, do: async () => {} });
export const forgetChat = defineEffect({ kind: 'forgetChat', data, do: async () => {} });
