/** Every list that things are added to by one line: whatever is in it keeps the promises of its kind. */
import { z } from 'zod';
import { sayNeed } from '../../dialogs/content/needNames';
import { NEED_PHRASES } from '../../dialogs/needs/phrases';
import { EFFECT_KINDS, NEEDS } from '../../dialogs/vocabulary';
import { collections } from '../../services/collections';
import { effects } from '../../services/conversation/effects';
import type { EffectParts } from '../../services/conversation/effects/effect';
import { methods } from '../../services/delivery/methods';
import type { PendingEffect } from '../../services/store/ports';
import { BadData } from '../../services/work/job';
import { jobKinds } from '../../services/work/jobs';
import type { JobPorts } from '../../services/work/ports';

const once = (names: readonly string[]) => expect([...new Set(names)]).toEqual(names);
/** No parts at all: whatever is done before the data are checked fails at once. */
const nobody: EffectParts & JobPorts = JSON.parse('{}');

describe('a need', () => {
  it.each(NEEDS.map((need) => [need]))('%s has a name people know it by, and words it is heard by', (need) => {
    expect(sayNeed(need)).toMatch(/^[a-z]/);
    expect(() => new RegExp(NEED_PHRASES[need], 'i')).not.toThrow();
    expect(NEED_PHRASES[need].length).toBeGreaterThan(3);
  });
});

describe('an effect', () => {
  it.each(EFFECT_KINDS.map((kind) => [kind]))(
    '%s goes by its own name and believes no data before it looked',
    async (kind) => {
      expect(effects[kind].kind).toBe(kind);
      const rubbish: PendingEffect = JSON.parse(`{"id":"x","at":0,"kind":"${kind}","data":null}`);
      await expect(effects[kind].do('c', rubbish, nobody)).rejects.toThrow(z.ZodError);
    },
  );
});

describe('a job', () => {
  it.each(jobKinds.map((job) => [job.kind, job] as const))(
    '%s has its waits, and believes no data before it looked',
    async (_kind, job) => {
      once(jobKinds.map(({ kind }) => kind));
      expect(job.concurrency).toBeGreaterThan(0);
      expect(job.leaseMs).toBeGreaterThanOrEqual(1_000);
      expect(job.backOff.waits.length).toBeGreaterThan(0);
      expect(Math.min(...job.backOff.waits)).toBeGreaterThan(0);
      const run = { id: 'x', fence: 1, attempts: 0, dueAt: 0, signal: new AbortController().signal, now: () => 0 };
      await expect(job.run(null, nobody, run)).rejects.toThrow(BadData);
    },
  );
});

describe('a way to deliver', () => {
  it.each(methods.map((method) => [method.kind, method] as const))(
    '%s takes its own settings and no others',
    (kind, { opens }) => {
      once(methods.map((method) => method.kind));
      expect(opens({ kind: 'pigeon' }, { from: 'door@win.example.org' })).toBeNull();
      expect(opens({ kind }, { from: 'door@win.example.org' })).toBeNull();
      expect(opens('rubbish', { from: 'door@win.example.org' })).toBeNull();
    },
  );
});

describe('a collection', () => {
  it.each(collections.map((one) => [one.name, one] as const))(
    '%s says what its indexes answer and how long it is kept',
    (_name, one) => {
      once(collections.map(({ name }) => name));
      expect(Object.keys(one.schema.shape)).toContain('id');
      for (const { serves } of one.indexes) expect(serves.length).toBeGreaterThan(15);
      expect(one.keptFor.why.length).toBeGreaterThan(10);
      // what is sealed is there to be sealed
      for (const path of one.sealed) expect(Object.keys(one.schema.shape)).toContain(path.split('.')[0]);
    },
  );
});
