import { defineConfig } from 'oxlint';
import { overrides } from './oxlint.arrows.ts';

/** What the linter holds the code to. Each rule that departs from its category carries its reason. */
export default defineConfig({
  plugins: ['typescript', 'unicorn', 'oxc', 'import', 'node', 'promise'],
  // What the compiler says, `npm run check` asks the compiler, which keeps what it checked.
  options: { typeAware: true, denyWarnings: true, reportUnusedDisableDirectives: 'error' },
  env: { builtin: true },
  ignorePatterns: ['node_modules', 'data', 'dist', 'tmp', 'vectors'],
  categories: { correctness: 'error', suspicious: 'error', perf: 'error' },
  rules: {
    // ── Off, out of the categories above ──
    // Order is often the point: acts are submitted one after the other.
    'eslint/no-await-in-loop': 'off',
    // Short names in small scopes (`key`, `text`, `at`) may come back further in.
    'eslint/no-shadow': 'off',
    // A leading underscore marks an argument that a signature demands.
    'eslint/no-underscore-dangle': 'off',
    // fast-check and zod are written for one name with members (`fc.assert`).
    'import/no-named-as-default-member': 'off',
    // Copies are how immutable state moves on.
    'oxc/no-map-spread': 'off',
    // The compiler's noImplicitReturns says the same, and knows `never`.
    'typescript/consistent-return': 'off',
    // There are no enums: Node strips types and keeps the rest as it stands. (The first took half of the linter's time.)
    'typescript/no-unsafe-enum-assignment': 'off',
    'typescript/no-unsafe-enum-comparison': 'off',
    // Parsers make branded types by assertion, once they have checked.
    'typescript/no-unsafe-type-assertion': 'off',
    // A helper stands beside its only use.
    'unicorn/consistent-function-scoping': 'off',
    // Only a mutable array can be sorted in place: shared ones are readonly.
    'unicorn/no-array-sort': 'off',
    'unicorn/no-array-reverse': 'off',
    // Workers and ports take no target origin.
    'unicorn/require-post-message-target-origin': 'off',

    // ── Mistakes that the types allow ──
    'eslint/eqeqeq': 'error',
    'eslint/no-case-declarations': 'error',
    'eslint/no-constructor-return': 'error',
    'eslint/no-fallthrough': 'error',
    'eslint/no-loop-func': 'error',
    'eslint/no-new-func': 'error',
    'eslint/no-new-wrappers': 'error',
    'eslint/no-prototype-builtins': 'error',
    'eslint/no-return-assign': 'error',
    'eslint/no-script-url': 'error',
    'eslint/no-self-compare': 'error',
    'eslint/no-sequences': 'error',
    'eslint/no-template-curly-in-string': 'error',
    'eslint/radix': 'error',
    // Texts come in many scripts: a pattern sees characters, never halves of them.
    'eslint/require-unicode-regexp': 'error',
    // A cycle makes what a module holds depend on who was loaded first; one of types alone, that nothing in it can be read by itself.
    'import/no-cycle': ['error', { ignoreTypes: false }],
    'typescript/no-deprecated': 'error',
    'typescript/no-misused-promises': 'error',
    'typescript/only-throw-error': 'error',
    'typescript/prefer-promise-reject-errors': 'error',
    'typescript/related-getter-setter-pairs': 'error',
    'typescript/restrict-plus-operands': 'error',
    // Inside try, a promise that is returned unawaited escapes its catch.
    'typescript/return-await': ['error', 'error-handling-correctness-only'],
    // A new kind of act must be met everywhere; a default does not hide it.
    'typescript/switch-exhaustiveness-check': 'error',

    // ── Parse at the edge: no `any`, no unchecked claim ──
    'typescript/ban-ts-comment': 'error',
    'typescript/no-explicit-any': 'error',
    'typescript/no-non-null-assertion': 'error',
    'typescript/no-unsafe-argument': 'error',
    'typescript/no-unsafe-assignment': 'error',
    'typescript/no-unsafe-call': 'error',
    'typescript/no-unsafe-function-type': 'error',
    'typescript/no-unsafe-member-access': 'error',
    'typescript/no-unsafe-return': 'error',
    'typescript/use-unknown-in-catch-callback-variable': 'error',

    // ── One way to write it ──
    'eslint/no-else-return': 'error',
    'eslint/no-lonely-if': 'error',
    'eslint/no-multi-assign': 'error',
    'eslint/no-useless-computed-key': 'error',
    'eslint/no-useless-return': 'error',
    'eslint/no-var': 'error',
    'eslint/object-shorthand': 'error',
    'eslint/prefer-const': 'error',
    'import/no-commonjs': 'error',
    // A thing has one name, everywhere.
    'import/no-default-export': 'error',
    'import/no-duplicates': ['error', { preferInline: true }],
    'typescript/array-type': 'error',
    'typescript/consistent-type-imports': 'error',
    'typescript/no-empty-object-type': 'error',
    'typescript/prefer-includes': 'error',
    'typescript/prefer-nullish-coalescing': 'error',
    'unicorn/filename-case': 'error',
    'unicorn/no-abusive-eslint-disable': 'error',
    'unicorn/no-document-cookie': 'error',
    'unicorn/prefer-array-some': 'error',
    'unicorn/prefer-at': 'error',
    'unicorn/prefer-date-now': 'error',
    'unicorn/prefer-node-protocol': 'error',
    'unicorn/prefer-optional-catch-binding': 'error',
    'unicorn/prefer-regexp-test': 'error',
    'unicorn/prefer-string-replace-all': 'error',
    'unicorn/prefer-string-slice': 'error',
    'unicorn/throw-new-error': 'error',

    // ── The house ──
    // One idea a file.
    'eslint/max-lines': ['error', { max: 300 }],
    // Code speaks of the present.
    'eslint/no-warning-comments': 'error',
    // What a run depends on is read in one place, shown by `serve --help` and refused at start.
    'node/no-process-env': 'error',
    'unicorn/no-process-exit': 'error',
    // Only the command line speaks to a terminal.
    'eslint/no-console': 'error',
  },
  overrides: [
    ...overrides,
    {
      // The command line, its launcher and the checks speak to a terminal and read the environment.
      files: ['src/cli/**', 'src/main.ts', 'bin/**', 'bench/**', 'sample/**', 'test/kit/**'],
      rules: { 'eslint/no-console': 'off', 'node/no-process-env': 'off', 'unicorn/no-process-exit': 'off' },
    },
    {
      // These tools look for a default export.
      files: ['*.config.ts'],
      rules: { 'import/no-default-export': 'off' },
    },
    {
      files: ['**/*.test.ts', 'test/**'],
      rules: {
        // The runner awaits what these return.
        'typescript/no-floating-promises': [
          'error',
          {
            allowForKnownSafeCalls: [
              { from: 'package', package: 'node:test', name: ['test', 'it', 'describe', 'suite'] },
            ],
          },
        ],
        'node/no-process-env': 'off',
      },
    },
  ],
});
