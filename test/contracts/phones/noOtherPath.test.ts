/** No other path sends: whatever did not pass services/contact is refused by every carrier before it asks anybody anything. */
import nock from 'nock';
import { createAzureCarrier } from '../../../bot/channels/azure/azureCarrier';
import { createTwilioCarrier } from '../../../bot/channels/twilio/twilioCarrier';
import { createMetaCarrier } from '../../../bot/channels/whatsapp/metaCarrier';
import type { Carrier, Cleared } from '../../../services/contact/carrier';
import { stamp } from '../../../services/contact/clearance';
import { type CarrierName, carrierName } from '../../../services/store/collections/carriers';

const asked: string[] = [];
const tell = (what: string) => void asked.push(what);

/** Every carrier there is: a new name does not compile until it is here. */
const carriers: Readonly<Record<CarrierName, Carrier>> = {
  twilio: createTwilioCarrier({
    accountSid: `AC${'0'.repeat(32)}`,
    authToken: 'token',
    smsFrom: '+441234567890',
    whatsappFrom: '+441234567890',
    timeoutMs: 1_000,
  }),
  meta: createMetaCarrier({
    phoneNumberId: '123',
    accessToken: 'token',
    apiVersion: 'v25.0',
    template: { name: 'reply_waiting', language: 'en_GB' },
    timeoutMs: 1_000,
    log: { warn: () => undefined },
  }),
  azure: createAzureCarrier({
    adapter: { continueConversationAsync: async () => tell('azure') },
    appId: 'app',
    references: {
      get: async () => {
        tell('references');
        return null;
      },
    },
    timeoutMs: 1_000,
  }),
};

const messageFor = (carrier: CarrierName): Cleared => ({
  where: { carrier, channel: carrier === 'meta' ? 'whatsapp' : 'sms', to: '+447700900123' },
  message: { kind: 'text', text: 'Hello' },
  ref: 'ref',
  validFor: 3_600,
});

beforeEach(() => {
  asked.length = 0;
  nock.emitter.on('no match', () => tell('network'));
});
afterEach(() => void nock.emitter.removeAllListeners('no match'));

test('every carrier there is is asked here', () => {
  expect(Object.keys(carriers).sort()).toEqual([...carrierName.options].sort());
});

describe.each(carrierName.options)('%s', (name) => {
  const refusal = 'without passing services/contact';

  test('refuses a message nobody cleared, and asks nobody', async () => {
    await expect(carriers[name].send(messageFor(name))).rejects.toThrow(refusal);
    expect(asked).toEqual([]);
  });

  test('refuses a copy of a cleared message, and asks nobody', async () => {
    const cleared = stamp(messageFor(name));
    const copies = [{ ...cleared }, structuredClone(cleared), { ...cleared, where: { ...cleared.where, to: '+44' } }];
    for (const copy of copies) await expect(carriers[name].send(copy)).rejects.toThrow(refusal);
    expect(asked).toEqual([]);
  });

  test('takes one that was cleared', async () => {
    await carriers[name].send(stamp(messageFor(name)));
    expect(asked).not.toEqual([]);
  });
});
