/** One jest for everything; scripts/test.mjs picks the projects. */

/**
 * Handed in as they are, as every look-up of a global is slow in jest's sandbox. Not Date or timers, which tests replace;
 * not Set, String, Boolean or Buffer, which a library has a name of its own for, and could then not be read.
 */
const neverReplaced = [
  ...['Math', 'Object', 'Array', 'Number', 'BigInt', 'JSON', 'RegExp', 'Symbol', 'Reflect', 'Proxy', 'Map', 'WeakMap'],
  ...['Promise', 'Error', 'TypeError', 'Intl', 'Infinity', 'parseInt', 'isNaN', 'Uint8Array', 'Int8Array'],
  ...['Uint16Array', 'Uint32Array', 'Int32Array', 'Float32Array', 'Float64Array'],
];

const base = {
  rootDir: __dirname,
  testEnvironment: 'node',
  sandboxInjectedGlobals: neverReplaced,
  transform: {
    '^.+\\.ts$': [
      '@swc/jest',
      { jsc: { parser: { syntax: 'typescript' }, target: 'es2022' }, module: { type: 'commonjs' } },
    ],
    '/node_modules/(openid-client|oauth4webapi|jose)/.+\\.js$': [
      '@swc/jest',
      { jsc: { parser: { syntax: 'ecmascript' }, target: 'es2022' }, module: { type: 'commonjs' } },
    ],
  },
  // made of import and export alone, which jest does not read by itself
  transformIgnorePatterns: ['/node_modules/(?!(openid-client|oauth4webapi|jose)/)'],
  moduleFileExtensions: ['ts', 'js', 'json', 'node'],
  modulePathIgnorePatterns: ['<rootDir>/dist', '<rootDir>/.cache', '<rootDir>/.data'],
};
module.exports = {
  testSequencer: '<rootDir>/test/longFirst.cjs',
  projects: [
    {
      ...base,
      displayName: 'unit',
      testMatch: ['<rootDir>/test/unit/**/*.test.ts'],
      setupFilesAfterEnv: ['<rootDir>/test/noNetwork.ts'],
    },
    {
      ...base,
      displayName: 'transcripts',
      testMatch: ['<rootDir>/test/transcripts/**/*.test.ts'],
      setupFilesAfterEnv: ['<rootDir>/test/noNetwork.ts'],
    },
    {
      ...base,
      displayName: 'contracts',
      testMatch: ['<rootDir>/test/contracts/**/*.test.ts'],
      setupFilesAfterEnv: ['<rootDir>/test/noNetwork.ts'],
    },
    {
      ...base,
      displayName: 'integration',
      testMatch: ['<rootDir>/test/integration/**/*.test.ts'],
      setupFilesAfterEnv: ['<rootDir>/test/noNetwork.ts'],
    },
    { ...base, displayName: 'e2e', testMatch: ['<rootDir>/test/e2e/**/*.test.ts'] },
  ],
};
