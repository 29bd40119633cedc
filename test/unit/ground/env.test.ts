/** .env.example and the configuration name the same settings, and the stable ones are all there. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { configShape } from '../../../bot/config';

const example = readFileSync(join(__dirname, '..', '..', '..', '.env.example'), 'utf8').split('\n');
const settings = example.flatMap((line, index) => {
  const found = /^#?([A-Za-z_]+)=/.exec(line);
  return found?.[1] === undefined ? [] : [{ name: found[1], index }];
});

/** Other people's scripts depend on these names. */
const stable =
  'PORT HOST PUBLIC_URL MONGODB_URI DATA_DIR ENCRYPTION_KEYS HASH_KEY MicrosoftAppId MicrosoftAppPassword MicrosoftAppType MicrosoftAppTenantId TWILIO_ACCOUNT_SID TWILIO_AUTH_TOKEN TWILIO_SMS_FROM TWILIO_WHATSAPP_FROM TWILIO_API_BASE WHATSAPP_PHONE_NUMBER_ID WHATSAPP_ACCESS_TOKEN WHATSAPP_APP_SECRET WHATSAPP_VERIFY_TOKEN WHATSAPP_API_BASE CLU_ENDPOINT CLU_KEY CLU_PROJECT CLU_DEPLOYMENT SMTP_URL MAIL_FROM OIDC_ISSUER OIDC_CLIENT_ID OIDC_CLIENT_SECRET ALERT_EMAIL ALERT_PHONES LOG_LEVEL'.split(
    ' ',
  );

test('every stable setting is in .env.example', () => {
  expect(settings.map((one) => one.name)).toEqual(expect.arrayContaining(stable));
});

test('the configuration knows exactly the settings of .env.example', () => {
  // NODE_ENV belongs to Node, not to us
  const known = Object.keys(configShape).filter((name) => name !== 'NODE_ENV');
  expect(settings.map((one) => one.name).sort()).toEqual(known.sort());
});

test('no setting is named twice', () => {
  expect(new Set(settings.map((one) => one.name)).size).toBe(settings.length);
});

test('every group of settings starts with a comment', () => {
  const bare = settings.filter(({ index }) => {
    const above = example[index - 1] ?? '';
    return above === '';
  });
  expect(bare).toEqual([]);
});
