/** No test reaches a network: loopback is allowed, everything else is refused at once by nock. */
import nock from 'nock';

beforeAll(() => {
  nock.disableNetConnect();
  nock.enableNetConnect(/^(127\.0\.0\.1|localhost|\[::1\])(:\d+)?$/);
});

afterAll(() => {
  nock.enableNetConnect();
  nock.restore();
});
