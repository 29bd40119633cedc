/** The words of signing in and of accounts, for the team and for partners. */

export const shell = {
  place: 'Staff',
  skip: 'Skip to the page',
  pages: 'Pages',
  signOut: 'Sign out',
  fix: 'Please put this right',
  close: 'Not now',
  help: 'If somebody is in danger, call 999.',
  places: {
    '/advisor': 'Queue',
    '/advisor/today': 'Today',
    '/advisor/people': 'People',
    '/advisor/rota': 'Rota',
    '/advisor/overview': 'Overview',
    '/staff/accounts': 'Accounts',
    '/staff/account': 'Your account',
  },
} as const;

export const roleNames = {
  advisor: 'Advisor',
  safeguarding: 'Safeguarding lead',
  manager: 'Manager',
  admin: 'Admin',
  partner: 'Partner',
} as const;

export const signInWords = {
  title: 'Sign in',
  lead: 'For our team and our partners.',
  passkey: 'Sign in with a passkey',
  oidc: 'Sign in with your work account',
  passkeyHint: 'Your phone or computer, opened with a finger, a face or a number.',
  or: 'Or with your password',
  email: 'E-mail',
  password: 'Password',
  button: 'Go on',
  forgot: 'Lost your way in? Ask the admin of your team to reset your account.',
} as const;

export const secondWords = {
  title: 'One more step',
  lead: 'That was right. Now show that it is you.',
  code: 'Code from your app',
  codeHint: 'Six figures. They change every half minute.',
  button: 'Sign in',
  passkey: 'Use a passkey',
  back: 'Begin again',
} as const;

export const accountWords = {
  title: 'Your account',
  who: 'Who you are',
  name: 'Name',
  email: 'E-mail',
  roles: 'Roles',
  waysIn: 'Ways to sign in',
  passkeys: 'Passkeys',
  noPasskeys: 'No passkey yet',
  noPasskeysLine: 'A passkey is the safest way in, and the quickest.',
  passkeyName: 'What to call this device',
  passkeyNameHint: 'So that you know it later, as My phone.',
  addPasskey: 'Add a passkey',
  needsScript: 'Adding a passkey needs JavaScript. An app works without.',
  app: 'Authenticator app',
  appOn: 'On',
  appOff: 'Not set up',
  addApp: 'Set up an app',
  remove: 'Take away',
  removeThis: (label: string) => `Take away ${label}`,
  password: 'Password',
  changePassword: 'Change your password',
  sessions: 'Where you are signed in',
  thisOne: 'This one',
  end: 'End',
  endThis: (device: string) => `End the session on ${device}`,
  columns: { device: 'Device', since: 'Since', seen: 'Last used', by: 'Signed in by', act: 'End it', added: 'Added' },
  never: 'Never',
} as const;

export const byNames = {
  password: 'Password',
  code: 'Password and code',
  passkey: 'Passkey',
  link: 'Sample link',
  oidc: 'Work account',
} as const;

export const appWords = {
  title: 'Set up an app',
  scan: 'Open an authenticator app on your phone and scan this picture.',
  picture: 'A picture for your app to scan',
  orType: 'Or type this key into the app:',
  code: 'The code it shows now',
  button: 'Add the app',
} as const;

export const passwordWords = {
  title: 'Change your password',
  fresh: 'New password',
  hint: 'At least 12 letters. A few words that belong together only for you are best.',
  again: 'The same again',
  button: 'Change it',
  differ: 'The two are not the same.',
  faults: {
    short: 'Please make it at least 12 letters long.',
    long: 'Please make it shorter than 200 letters.',
    same: 'Please use more different letters.',
    yours: 'Please use more than your own name.',
  },
} as const;

export const accountsWords = {
  title: 'Accounts',
  lead: 'New accounts are made with npm run staff, on the server.',
  columns: { name: 'Name', roles: 'Roles', state: 'State', waysIn: 'Ways in' },
  states: { open: 'Open', closed: 'Closed' },
  sample: 'Sample',
  ways: { passkey: 'Passkey', app: 'App', none: 'Not set up' },
  none: 'No accounts yet',
  noneLine: 'Make the first one with npm run staff.',
  rolesLegend: 'What they may do',
  changeRoles: 'Change the roles',
  changeRolesHint: 'They are signed out and sign in again.',
  oneRole: 'Please pick at least one role.',
  sessions: 'Where they are signed in',
  noSessions: 'Nowhere just now',
  noSessionsLine: 'When they sign in, it shows here.',
  close: 'Close this account',
  closeHint: 'They are signed out at once and cannot sign in.',
  closeAsk: 'Close this account?',
  open: 'Open it again',
} as const;

export const refusedWords = {
  title: 'This page is not for your role',
  line: 'If you need it for your work, ask the admin of your team.',
  missing: 'There is no such page',
  missingLine: 'It may have moved, or the address may have been cut short.',
  back: 'Back to where you were',
} as const;
