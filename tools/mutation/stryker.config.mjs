/** Mutation testing of src/domain; started by tools/mutate.mjs, which says which rooms. */
export default {
  testRunner: 'in-process',
  plugins: ['./tools/mutation/runner.mjs'],

  coverageAnalysis: 'perTest',
  // Values made once at the start of a module need the whole run for each mutant, and are mostly texts.
  ignoreStatic: true,
  // The words of a sentence are wording, not rules: a test that repeats every word would only double the text.
  mutator: { excludedMutations: ['StringLiteral'] },
  // Loops without end are stopped by Stryker's count of hits; a busy machine must not pass for one.
  timeoutMS: 60_000,
  // All tests are read and run once before the first change: minutes on a busy machine.
  dryRunTimeoutMinutes: 20,
  timeoutFactor: 4,
  concurrency: 2,
  // Not below node_modules: Vitest looks for no tests there.
  tempDirName: '.stryker-tmp',
  ignorePatterns: ['dist', 'docs', 'coverage', 'public', 'reports'],
  reporters: ['json', 'html', 'progress'],
  jsonReporter: { fileName: 'node_modules/.cache/mutation/report.json' },
  htmlReporter: { fileName: 'node_modules/.cache/mutation/report.html' },
  allowEmpty: true,
  disableTypeChecks: true
};
