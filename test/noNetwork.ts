/** No test reaches a network: loopback is allowed, everything else is refused at once by nock. */
import fc from 'fast-check';
import nock from 'nock';

// the same walks every time, so that red means a change did it; FUZZ_SEED tries others
fc.configureGlobal({ seed: Number(process.env['FUZZ_SEED'] ?? 20_261_123) });

beforeAll(() => {
  nock.disableNetConnect();
  nock.enableNetConnect(/^(127\.0\.0\.1|localhost|\[::1\])(:\d+)?$/);
});

afterAll(() => {
  nock.enableNetConnect();
  nock.restore();
});
