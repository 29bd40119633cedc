/** One jest for everything; scripts/test.mjs picks the projects. */
const base = {
  rootDir: __dirname,
  testEnvironment: 'node',
  transform: {
    '^.+\\.ts$': [
      '@swc/jest',
      { jsc: { parser: { syntax: 'typescript' }, target: 'es2022' }, module: { type: 'commonjs' } },
    ],
  },
  moduleFileExtensions: ['ts', 'js', 'json', 'node'],
  modulePathIgnorePatterns: ['<rootDir>/dist', '<rootDir>/.cache', '<rootDir>/.data'],
};
module.exports = {
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
