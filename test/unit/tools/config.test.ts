/** The settings: every fault named at once, groups that go together, and what production needs. */
import { readConfig } from '../../../bot/config';
import { phoneSettings } from '../../../bot/phones';

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
  SMTP_URL: 'smtps://name:password@mail.example.org',
  MAIL_FROM: 'door@example.org',
  ALERT_EMAIL: 'duty@example.org, lead@example.org',
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
        DEEP_STAGE: 'on',
        DEEP_ASKS_FROM: 0.65,
        LOG_LEVEL: 'info',
        production: false,
        home: true,
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

  it('send what people write to a cloud only over a line nobody else can read', () => {
    const clu = (CLU_ENDPOINT: string) => faultsOf({ CLU_ENDPOINT, CLU_PROJECT: 'win', CLU_DEPLOYMENT: 'production' });
    expect(clu('http://win.cognitiveservices.example')).toEqual(['CLU_ENDPOINT: starts with https://']);
    expect(clu('https://win.cognitiveservices.example')).toEqual([]);
    expect(clu('http://127.0.0.1:9000')).toEqual([]);
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

  it.each([
    ['B7', 'SMTP_URL', 'nothing could reach a partner'],
    ['H9', 'ALERT_EMAIL', 'an alarm would reach nobody'],
  ])('%s: production without %s is refused at start, for %s', (_fault, name) => {
    const rest = Object.fromEntries(Object.entries(production).filter(([key]) => key !== name));
    expect(faultsOf(rest)).toEqual([`${name}: needed in production`]);
  });

  it('H9: the list of who is told is read in order, and a number or address that is none is named', () => {
    const read = readConfig({ ALERT_EMAIL: 'duty@example.org, lead@example.org', ALERT_PHONES: '+447700900001' });
    expect(read).toMatchObject({
      config: { ALERT_EMAIL: ['duty@example.org', 'lead@example.org'], ALERT_PHONES: ['+447700900001'] },
    });
    expect(faultsOf({ ALERT_EMAIL: 'duty' })).toHaveLength(1);
    expect(faultsOf({ ALERT_PHONES: '07700 900001' })).toHaveLength(1);
  });

  const modeOf = (environment: Readonly<Record<string, string>>) => {
    const read = readConfig(environment);
    return read.kind === 'faults' ? 'refused' : { production: read.config.production, home: read.config.home };
  };
  const { NODE_ENV: _production, ...whole } = production;

  it.each(['production', 'Production', 'PRODUCTION', 'prod', 'Prod ', ' production'])(
    'B6: NODE_ENV=%s is production, with all that production needs',
    (word) => {
      expect(modeOf({ ...whole, NODE_ENV: word })).toEqual({ production: true, home: false });
      expect(faultsOf({ NODE_ENV: word, PUBLIC_URL: whole.PUBLIC_URL })).toHaveLength(5);
    },
  );

  it.each(['live', 'staging', 'productoin', 'prd', '1'])(
    'B6: NODE_ENV=%s is a clear error, never development',
    (word) => {
      expect(faultsOf({ NODE_ENV: word })).toEqual(['NODE_ENV: production or development']);
    },
  );

  it.each([
    { PUBLIC_URL: 'https://door.example.org' },
    { PUBLIC_URL: 'http://192.168.1.20:3978' },
    { PUBLIC_URL: 'https://localhost.example.org' },
    { HOST: '0.0.0.0' },
    { HOST: '::' },
    { HOST: '10.0.0.4' },
  ])('B6: %j with no NODE_ENV is production, or a clear error that says how to try it out', (open) => {
    expect(modeOf({ ...whole, ...open })).toEqual({ production: true, home: false });
    expect(faultsOf(open).at(-1)).toMatch(/^NODE_ENV: development, to try this out/);
  });

  it.each([
    {},
    { HOST: '127.0.0.1' },
    { HOST: '::1' },
    { HOST: 'localhost' },
    { PUBLIC_URL: 'http://localhost:3978' },
    { PUBLIC_URL: 'http://127.0.0.1:1' },
    { PUBLIC_URL: 'http://[::1]:1' },
    { NODE_ENV: 'development' },
  ])('B6: %j is development on this machine alone', (closed) =>
    expect(modeOf(closed)).toEqual({ production: false, home: true }),
  );

  it.each([{ HOST: '0.0.0.0' }, { PUBLIC_URL: 'https://tunnel.example.org' }])(
    'H11: development that others can reach (%j) has no start page, phone or known keys',
    (open) => {
      expect(modeOf({ ...open, NODE_ENV: 'development' })).toEqual({ production: false, home: false });
      const read = readConfig({ ...open, NODE_ENV: 'development' });
      expect(read.kind === 'good' && phoneSettings(read.config)).toEqual({ standIn: false, twilio: null, meta: null });
    },
  );
});
