/** The settings: every fault named at once, groups that go together, and what production needs. */
import { readConfig } from '../../../bot/config';

const faultsOf = (environment: Readonly<Record<string, string>>): readonly string[] => {
  const read = readConfig(environment);
  return read.kind === 'faults' ? read.faults : [];
};
const production = {
  NODE_ENV: 'production',
  PUBLIC_URL: 'https://win.example.org',
  MONGODB_URI: 'mongodb://db.example.org/win',
  ENCRYPTION_KEYS: 'a:AAAA',
  HASH_KEY: 'AAAA',
};

describe('settings', () => {
  it('need nothing in development', () => {
    expect(readConfig({})).toEqual({
      kind: 'good',
      config: {
        PORT: 3978,
        AZURE_HANDOFF_HUB: 'off',
        WHATSAPP_API_VERSION: 'v25.0',
        WHATSAPP_TEMPLATE_LANGUAGE: 'en_GB',
        DATA_DIR: '.data',
        LOG_LEVEL: 'info',
        production: false,
      },
    });
  });

  it('take an empty or blank value as not given', () => {
    expect(faultsOf({ PORT: '', PUBLIC_URL: '  ', MicrosoftAppId: '' })).toEqual([]);
  });

  it('are all looked at before anything is said: every fault at once', () => {
    const faults = faultsOf({
      PORT: '70000',
      PUBLIC_URL: 'ftp://x',
      MONGODB_URI: 'postgres://x',
      LOG_LEVEL: 'loud',
      CLU_PROJECT: 'p',
      SMTP_URL: 'smtp://mail.example.org',
      NODE_ENV: 'production',
    });
    for (const name of ['PORT', 'PUBLIC_URL', 'MONGODB_URI', 'LOG_LEVEL', 'CLU_ENDPOINT', 'MAIL_FROM', 'HASH_KEY'])
      expect(faults.filter((fault) => fault.includes(name))).toHaveLength(1);
  });

  it('never put a value into a fault, for it may be a secret', () => {
    const secret = 'hunter2secret';
    const faults = faultsOf({
      PORT: secret,
      PUBLIC_URL: secret,
      MONGODB_URI: secret,
      SMTP_URL: secret,
      LOG_LEVEL: secret,
      MicrosoftAppType: secret,
      MicrosoftAppId: secret,
      TWILIO_AUTH_TOKEN: secret,
    });
    expect(faults.length).toBeGreaterThan(6);
    expect(faults.join('\n')).not.toContain(secret);
  });

  it.each([
    [['CLU_ENDPOINT', 'CLU_PROJECT', 'CLU_DEPLOYMENT']],
    [['OIDC_ISSUER', 'OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET']],
    [['TWILIO_ACCOUNT_SID', 'TWILIO_AUTH_TOKEN']],
    [['WHATSAPP_PHONE_NUMBER_ID', 'WHATSAPP_ACCESS_TOKEN', 'WHATSAPP_APP_SECRET', 'WHATSAPP_VERIFY_TOKEN']],
  ])('%j are needed together, or not at all', (group) => {
    const whole = Object.fromEntries(group.map((name) => [name, 'https://x.example.org']));
    expect(faultsOf(whole)).toEqual([]);
    for (const left of group) {
      const rest = Object.fromEntries(Object.entries(whole).filter(([name]) => name !== left));
      expect(faultsOf(rest)).toEqual([expect.stringMatching(new RegExp(`^${left}: needed beside `))]);
    }
  });

  it('of Azure Bot Service fit the kind of app', () => {
    const id = { MicrosoftAppId: 'id' };
    expect(faultsOf(id)).toEqual(['MicrosoftAppPassword: needed beside MicrosoftAppId']);
    expect(faultsOf({ ...id, MicrosoftAppPassword: 'p' })).toEqual([]);
    expect(faultsOf({ ...id, MicrosoftAppPassword: 'p', MicrosoftAppType: 'SingleTenant' })).toEqual([
      'MicrosoftAppTenantId: needed for SingleTenant',
    ]);
    const msi = { ...id, MicrosoftAppType: 'UserAssignedMsi', MicrosoftAppTenantId: 't' };
    expect(faultsOf(msi)).toEqual([]);
    expect(faultsOf({ ...msi, MicrosoftAppPassword: 'p' })).toEqual([
      'MicrosoftAppPassword: must be left out for UserAssignedMsi',
    ]);
    expect(faultsOf({ ...id, MicrosoftAppPassword: 'p', MicrosoftAppType: 'Multitenant' })).toHaveLength(1);
  });

  it('in production say what is missing, each by name', () => {
    expect(readConfig(production).kind).toBe('good');
    for (const name of ['PUBLIC_URL', 'MONGODB_URI', 'ENCRYPTION_KEYS', 'HASH_KEY']) {
      const rest = Object.fromEntries(Object.entries(production).filter(([key]) => key !== name));
      expect(faultsOf(rest)).toEqual([`${name}: needed in production`]);
    }
  });
});
